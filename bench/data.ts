import { randomUUID } from "node:crypto";
import type pg from "pg";
import { hashSecret, newSecret } from "@/lib/data/actor";

export const PROJECTS = 50;
export const PHASES = 3;
export const ITEMS = 40;

/** What the driver needs to know of one workspace. */
export interface Workspace {
  secret: string;
  slugs: string[];
  itemIds: string[];
}

/** Fills the product's own tables: `PROJECTS` projects of `PHASES` phases of `items` items. */
export async function fillProduct(client: pg.Client, items: number): Promise<Workspace> {
  const [workspace, user, member] = [randomUUID(), randomUUID(), randomUUID()];
  const secret = newSecret();
  await client.query(`INSERT INTO "Workspace" (id, name) VALUES ($1, 'Bench')`, [workspace]);
  await client.query(`INSERT INTO "User" (id, email, name, "passwordHash") VALUES ($1, $2, 'Ana', 'none')`, [
    user,
    `${user}@example.test`,
  ]);
  await client.query(
    `INSERT INTO "Member" (id, "workspaceId", "userId", role) VALUES ($1, $2, $3, 'ADMIN')`,
    [member, workspace, user],
  );
  await client.query(
    `INSERT INTO "Session" (id, "tokenHash", "userId", "workspaceId", "expiresAt")
     VALUES (gen_random_uuid(), $1, $2, $3, now() + interval '1 day')`,
    [hashSecret(secret), user, workspace],
  );
  await client.query(
    `INSERT INTO "Project" (id, "workspaceId", slug, name, "createdById")
     SELECT gen_random_uuid(), $1, $3 || n, 'Project ' || lpad(n::text, 2, '0'), $2
     FROM generate_series(1, ${PROJECTS}) n`,
    [workspace, member, `p${workspace.slice(0, 4)}-`],
  );
  await client.query(
    `INSERT INTO "Phase" (id, "projectId", key, name, position, status, goals, scope, rollback)
     SELECT gen_random_uuid(), id, 'phase-' || n, 'Phase ' || n, n, (CASE n WHEN 0 THEN 'ACTIVE' ELSE 'PLANNED' END)::"PhaseStatus",
            '{}', '{}', '{}'
     FROM "Project", generate_series(0, ${PHASES - 1}) n WHERE "workspaceId" = $1`,
    [workspace],
  );
  await client.query(
    `INSERT INTO "ChecklistSection" (id, "projectId", "phaseId", title, position)
     SELECT gen_random_uuid(), p."projectId", p.id, 'Section ' || n, n
     FROM "Phase" p JOIN "Project" j ON j.id = p."projectId", generate_series(0, 3) n WHERE j."workspaceId" = $1`,
    [workspace],
  );
  await client.query(
    `INSERT INTO "ChecklistItem" (id, "projectId", "phaseId", "sectionId", key, title, level, position)
     SELECT gen_random_uuid(), s."projectId", s."phaseId", s.id, s.id || '-' || n, 'Requirement ' || n || ' of ' || s.title,
            (CASE n % 3 WHEN 0 THEN 'MUST' ELSE 'SHOULD' END)::"Level", n
     FROM "ChecklistSection" s JOIN "Project" j ON j.id = s."projectId", generate_series(1, ${items / 4}) n
     WHERE j."workspaceId" = $1`,
    [workspace],
  );
  const slugs = await client.query<{ slug: string }>(`SELECT slug FROM "Project" WHERE "workspaceId" = $1`, [
    workspace,
  ]);
  const itemIds = await client.query<{ id: string }>(
    `SELECT i.id FROM "ChecklistItem" i JOIN "Project" j ON j.id = i."projectId" WHERE j."workspaceId" = $1`,
    [workspace],
  );
  return { secret, slugs: slugs.rows.map(({ slug }) => slug), itemIds: itemIds.rows.map(({ id }) => id) };
}

/** What the driver needs to know of the floor's tables. */
export interface Floor {
  phaseIds: string[];
  itemIds: string[];
}

/** Fills the floor's tables with as many rows as the product's. */
export async function fillFloor(client: pg.Client): Promise<Floor> {
  await client.query(`
    CREATE SCHEMA floor;
    CREATE TABLE floor.project (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL);
    CREATE TABLE floor.phase (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), project_id uuid NOT NULL REFERENCES floor.project);
    CREATE TABLE floor.item (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), phase_id uuid NOT NULL REFERENCES floor.phase,
      title text NOT NULL, state text NOT NULL DEFAULT 'OPEN', position int NOT NULL);
    CREATE TABLE floor.event (id bigserial PRIMARY KEY, item_id uuid NOT NULL, state text NOT NULL, at timestamptz NOT NULL);
    INSERT INTO floor.project (name) SELECT 'Project ' || lpad(n::text, 2, '0') FROM generate_series(1, ${PROJECTS}) n;
    INSERT INTO floor.phase (project_id) SELECT id FROM floor.project, generate_series(1, ${PHASES});
    INSERT INTO floor.item (phase_id, title, position)
      SELECT id, 'Requirement ' || n, n FROM floor.phase, generate_series(1, ${ITEMS}) n;
    CREATE INDEX ON floor.item (phase_id);
    ANALYZE;`);
  const phases = await client.query<{ id: string }>("SELECT id FROM floor.phase");
  const items = await client.query<{ id: string }>("SELECT id FROM floor.item");
  return { phaseIds: phases.rows.map(({ id }) => id), itemIds: items.rows.map(({ id }) => id) };
}

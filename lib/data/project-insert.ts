import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Corrections } from "@/lib/domain/plan-corrections";
import { withMembers } from "@/lib/plan/people";
import type { Plan } from "@/lib/schemas/plan";
import { correctionsSchema } from "@/lib/schemas/plan-corrections";
import type { WorkspaceAccess } from "./access";
import { ensureAreas } from "./areas";
import type { Transaction } from "./client";
import { loadDirectory } from "./directory";
import { insertMany } from "./insert-many";
import { newId } from "./new-id";
import { areaNames } from "./plan-item-rows";
import { type PlanRows, planRows } from "./plan-rows";
import { freeSlug } from "./project-slug";
import { type Write, writeProjectChain } from "./write";

export interface NewProject {
  name: string;
  description?: string;
  plan: Plan;
  /** the document the plan was read from, kept for a later merge; null for a template */
  source: string | null;
  /** how the reader wanted the document to be understood */
  corrections?: Corrections;
  /** the template the plan is from, which the project remembers */
  template?: { key: string; version: number };
}

export interface CreatedProject {
  projectId: string;
  slug: string;
}

/** What one project may hold: more than any plan a person wrote, less than what would stall everybody's pages. */
export const LIMITS = { phases: 100, sections: 2_000, items: 10_000, criteria: 2_000 } as const;

function checkSize(rows: PlanRows): void {
  if (rows.phases.length === 0)
    throw new AppError(
      "INVALID",
      "This plan has no phase. Mark a heading as a phase, or start an empty project.",
    );
  for (const noun of ["phases", "sections", "items", "criteria"] as const)
    if (rows[noun].length > LIMITS[noun])
      throw new AppError(
        "TOO_LARGE",
        `This plan has ${rows[noun].length} ${noun}; a project holds ${LIMITS[noun]} at most. Split it.`,
      );
}

async function insertRows(tx: Transaction, rows: PlanRows): Promise<void> {
  await insertMany(tx, "Phase", rows.phases);
  await insertMany(tx, "PhaseStanding", rows.standings);
  await insertMany(tx, "ChecklistSection", rows.sections);
  await insertMany(
    tx,
    "ChecklistItem",
    rows.items.map(({ assigneeIds: _, ...item }) => item),
  );
  await insertMany(
    tx,
    "ItemAssignee",
    rows.items.flatMap(({ id: itemId, assigneeIds }) =>
      assigneeIds.map((memberId) => ({ itemId, memberId })),
    ),
  );
  await insertMany(tx, "ItemStateRecord", rows.records);
  await insertMany(tx, "Criterion", rows.criteria);
  await insertMany(tx, "Measurement", rows.measurements);
  await insertMany(
    tx,
    "SignOffRule",
    rows.rules.map(({ memberIds: _, ...rule }) => rule),
  );
  await insertMany(
    tx,
    "SignOffRuleMember",
    rows.rules.flatMap(({ id: ruleId, memberIds }) => memberIds.map((memberId) => ({ ruleId, memberId }))),
  );
  await insertMany(tx, "Environment", rows.environments);
  await insertMany(tx, "ConfigurationItem", rows.configurations);
  await insertMany(tx, "ConfigurationValue", rows.values);
  await insertMany(tx, "SecretRecord", rows.secrets);
  await insertMany(tx, "Risk", rows.risks);
}

const countsOf = (rows: PlanRows) => ({
  phases: rows.phases.length,
  items: rows.items.length,
  ticked: rows.items.filter((item) => item.state === "DONE").length,
  criteria: rows.criteria.length,
  environments: rows.environments.length,
  secrets: rows.secrets.length,
  risks: rows.risks.length,
});

/**
 * Makes a project from a plan inside a transaction that holds the workspace's lock; the whole of it or nothing.
 * @throws AppError INVALID for a plan without a phase; TOO_LARGE beyond what a project holds
 */
export async function insertProject(
  { tx, now, actor, record }: Write,
  access: WorkspaceAccess<"project:create">,
  { name, description, plan: given, source, corrections, template }: NewProject,
): Promise<CreatedProject> {
  const { workspaceId } = access;
  const people = await loadDirectory(access, tx);
  const { plan } = withMembers(given, people);
  const projectId = newId(now);
  const areaIds = await ensureAreas(tx, access, areaNames(plan));
  const rows = planRows(plan, { projectId, memberId: actor.memberId, now, areaIds, people });
  checkSize(rows);
  const slug = await freeSlug(tx, workspaceId, name);
  await tx.project.create({
    data: {
      id: projectId,
      workspaceId,
      slug,
      name,
      description: description ?? plan.description ?? "",
      source,
      corrections: correctionsSchema.parse(corrections ?? {}),
      templateKey: template?.key ?? null,
      templateVersion: template?.version ?? null,
      createdById: actor.memberId,
      createdAt: now,
    },
  });
  await insertRows(tx, rows);
  await writeProjectChain(tx, { actor, workspaceId, projectId }, async (write) =>
    write.record({
      action: "project.created",
      targetType: "project",
      targetId: projectId,
      phase: "all",
      data: {
        ...countsOf(rows),
        ...(template && { template: template.key, templateVersion: template.version }),
      },
    }),
  );
  record({ action: "project.created", targetType: "project", targetId: projectId });
  return { projectId, slug };
}

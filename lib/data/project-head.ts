import "server-only";
import { notFound } from "@/lib/domain/errors";
import { can } from "@/lib/domain/permissions";
import type { PhaseDefinition } from "@/lib/domain/phase-views";
import type { MayView, PersonView, ProjectView, RailPhase } from "@/lib/domain/project-views";
import type { GateStatus, Outcome, PhaseStatus, Role } from "@/lib/domain/words";
import type { ProjectAccess } from "./access";
import { STANDING_COLUMNS, type Standing } from "./standings";
import { statement } from "./statement";

/** A phase as the rail needs it, with its stored standing; `fresh` says whether that still holds. */
export interface HeadPhase extends Omit<Standing, "projectId">, PhaseDefinition {
  key: string;
  status: PhaseStatus;
  rollback: string[];
  version: number;
  outcome: Outcome | null;
  override: boolean | null;
  decidedAt: string | null;
  fresh: boolean;
  /** as ISO text: until when the stored standing holds; null: for ever */
  validUntil: string | null;
}

export interface ProjectHead {
  id: string;
  slug: string;
  name: string;
  description: string;
  asksVerification: boolean;
  archivedAt: string | null;
  phases: HeadPhase[];
  people: PersonView[];
}

/** How many people a page offers to assign; a workspace with more finds them by the members page. */
const PEOPLE_MAX = 200;

const selectHead = statement<ProjectHead>(`
  SELECT j.id, j.slug, j.name, j.description, j."asksVerification", j."archivedAt"::text AS "archivedAt",
    (SELECT coalesce(json_agg(x), '[]'::json) FROM (
      SELECT p.id AS "phaseId", p.key, p.name, p.status, p.goals, p.scope, p.audience, p.rollback,
             p."plannedOn"::text AS "plannedOn", p."minimumScore", p."overdueSecretsBlock", p.version, d.outcome, d.override,
             d.at AS "decidedAt", s."validUntil", ${STANDING_COLUMNS}
      FROM "Phase" p
      LEFT JOIN "PhaseStanding" s ON s."phaseId" = p.id
      LEFT JOIN LATERAL (
        SELECT outcome, override, at FROM "Decision"
        WHERE "phaseId" = p.id AND "supersededById" IS NULL ORDER BY at DESC LIMIT 1) d ON true
      WHERE p."projectId" = j.id AND p."archivedAt" IS NULL ORDER BY p.position) x) AS phases,
    (SELECT coalesce(json_agg(x), '[]'::json) FROM (
      SELECT m.id AS "memberId", u.name, coalesce(r.role, m.role) AS role
      FROM "Member" m JOIN "User" u ON u.id = m."userId"
      LEFT JOIN "ProjectRole" r ON r."memberId" = m.id AND r."projectId" = j.id
      WHERE m."workspaceId" = j."workspaceId" AND m."removedAt" IS NULL ORDER BY u.name LIMIT ${PEOPLE_MAX}) x) AS people
  FROM "Project" j WHERE j.id = $1::uuid`);

/** @throws AppError NOT_FOUND when the project went away since it was opened */
export async function loadHead(access: ProjectAccess, now: Date): Promise<ProjectHead> {
  const [head] = await selectHead([access.projectId, now]);
  if (!head) throw notFound("The project");
  return head;
}

const PASSING: readonly (GateStatus | Outcome)[] = ["GO", "CONDITIONAL_GO"];

/** What a phase's place on the rail is made from. */
export type RailSource = Pick<
  HeadPhase,
  | "phaseId"
  | "key"
  | "name"
  | "status"
  | "plannedOn"
  | "outcome"
  | "override"
  | "decidedAt"
  | "score"
  | "gateStatus"
  | "blockers"
>;

/** @param standings judged again where the stored one does not hold */
export function railOf(
  head: { phases: RailSource[] },
  standings: ReadonlyMap<string, Standing>,
): RailPhase[] {
  return head.phases.map((phase) => {
    const { gateStatus, score, blockers } = standings.get(phase.phaseId) ?? phase;
    const isPassed = phase.outcome !== null && PASSING.includes(phase.outcome);
    return {
      id: phase.phaseId,
      key: phase.key,
      name: phase.name,
      status: phase.status,
      gateStatus,
      score,
      blockers,
      conditional: phase.outcome === "CONDITIONAL_GO",
      override: isPassed && phase.override === true,
      plannedOn: phase.plannedOn,
      passedAt: isPassed && phase.decidedAt ? new Date(phase.decidedAt).toISOString() : null,
    };
  });
}

/** An archived project is only read (writeProject refuses the rest), so its pages offer nothing that would be refused. */
const mayOf = (role: Role, isOpen: boolean, whyNotDecide: string | null): MayView => ({
  work: isOpen && can(role, "item:work"),
  edit: isOpen && can(role, "plan:edit"),
  waive: isOpen && can(role, "item:waive"),
  requestReview: isOpen && can(role, "review:request"),
  decide: isOpen && can(role, "gate:decide"),
  override: isOpen && can(role, "gate:override"),
  administer: can(role, "workspace:administer"),
  whyNotDecide,
});

/** The project as every page of it shows it. */
export function projectViewOf(
  access: ProjectAccess,
  head: ProjectHead,
  phases: RailPhase[],
  whyNotDecide: string | null = null,
): ProjectView {
  const { actor, role } = access;
  return {
    id: head.id,
    slug: head.slug,
    name: head.name,
    description: head.description,
    // From when it was opened: what happened since is told again by the stream, and nothing is missed.
    version: access.version,
    asksVerification: head.asksVerification,
    archivedAt: head.archivedAt,
    phases,
    may: mayOf(role, head.archivedAt === null, whyNotDecide),
    reader: { memberId: actor.memberId, name: actor.name, role },
    people: head.people,
  };
}

import "server-only";
import { dayOf } from "@/lib/domain/days";
import { AppError, notFound } from "@/lib/domain/errors";
import type { RiskView } from "@/lib/domain/risk-views";
import {
  isAcceptanceOver,
  isBlockingRisk,
  type RiskScale,
  reopensAcceptance,
  settledSeverity,
} from "@/lib/domain/risks";
import type { RiskSeverity, RiskState } from "@/lib/domain/words";
import type { AcceptRiskInput, AddRiskInput, EditRiskInput } from "@/lib/schemas/risks";
import { isId, type ProjectAccess } from "./access";
import { db, type Transaction } from "./client";
import { changeData, differences, refuseStale } from "./differences";
import { dateOrNull, dayOrNull } from "./items";
import { loadPeople } from "./people";
import { nameOf } from "./present-checklist";
import { writeProject } from "./write";

const RISKS_MAX = 1_000;

/** Every risk in its order, with whether it holds up the gates at `now`. */
export async function listRisks(access: ProjectAccess, now: Date): Promise<RiskView[]> {
  const rows = await db().risk.findMany({
    where: { projectId: access.projectId, archivedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: RISKS_MAX,
  });
  const people = await loadPeople(
    access,
    rows.flatMap(({ ownerId, acceptedById }) => [ownerId, acceptedById]),
  );
  return rows.map((row) => {
    const { id, title, severity, likelihood, impact, state, mitigation, ownerId, version } = row;
    const acceptedUntil = dayOrNull(row.acceptedUntil);
    const acceptance = {
      by: nameOf(people, row.acceptedById),
      why: row.acceptedWhy,
      at: row.acceptedAt?.toISOString() ?? null,
      until: acceptedUntil,
      over: isAcceptanceOver({ state, acceptedUntil }, now),
    };
    return {
      ...{ id, title, severity, likelihood, impact, state, mitigation, ownerId, version },
      owner: nameOf(people, ownerId),
      acceptance: state === "ACCEPTED" ? acceptance : null,
      blocks: isBlockingRisk({ severity, state, acceptedUntil }, now),
    };
  });
}

/** What an edit of a risk may change, as it stands. */
interface EditableRisk {
  title: string;
  severity: RiskSeverity;
  likelihood: RiskScale | null;
  impact: RiskScale | null;
  state: RiskState;
  mitigation: string | null;
  ownerId: string | null;
}

async function getRisk(access: ProjectAccess, tx: Transaction, riskId: string) {
  const row = isId(riskId)
    ? await tx.risk.findFirst({ where: { id: riskId, projectId: access.projectId, archivedAt: null } })
    : null;
  if (!row) throw notFound("The risk");
  const { id, version, acceptedWhy, title, severity, likelihood, impact, state, mitigation, ownerId } = row;
  const editable: EditableRisk = { title, severity, likelihood, impact, state, mitigation, ownerId };
  return { id, version, acceptedWhy, acceptedUntil: dayOrNull(row.acceptedUntil), editable };
}

const invalid = (field: string, message: string) =>
  new AppError("INVALID", `${field}: ${message}`, { fields: { [field]: [message] } });

async function checkOwner(access: ProjectAccess, tx: Transaction, ownerId: string | null | undefined) {
  if (!ownerId) return;
  const where = { id: ownerId, workspaceId: access.workspaceId, removedAt: null };
  if ((await tx.member.count({ where })) > 0) return;
  throw invalid("ownerId", "Not a member of this workspace. Choose a person from the list.");
}

/** @throws AppError INVALID for a severity that does not follow from likelihood and impact */
function severityFor(
  risk: Pick<EditableRisk, "likelihood" | "impact" | "severity">,
  said: RiskSeverity | undefined,
): RiskSeverity {
  const severity = settledSeverity(risk, said ?? null);
  if (severity) return severity;
  throw invalid("severity", "It follows from likelihood and impact. Leave it out, or one of them.");
}

/**
 * Adds a risk at the end of the list.
 * @throws AppError INVALID for an owner who is no member, or a severity that does not follow; RULE beyond what a list
 *   holds
 */
export function addRisk(
  access: ProjectAccess<"plan:edit">,
  input: AddRiskInput,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { projectId } = access;
    const {
      title,
      likelihood = null,
      impact = null,
      state = "OPEN",
      mitigation = null,
      ownerId = null,
    } = input;
    const severity = severityFor({ likelihood, impact, severity: "MEDIUM" }, input.severity);
    await checkOwner(access, tx, ownerId);
    if ((await tx.risk.count({ where: { projectId, archivedAt: null } })) >= RISKS_MAX)
      throw new AppError("RULE", "A project lists 1,000 risks at most. Archive one first.");
    const last = await tx.risk.aggregate({ where: { projectId }, _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    const risk = await tx.risk.create({
      data: { projectId, title, severity, likelihood, impact, state, mitigation, ownerId, position },
      select: { id: true, version: true },
    });
    // A high risk that is open blocks every gate (lib/domain/risks.ts).
    const data = { title, severity, state };
    record({ action: "risk.added", targetType: "risk", targetId: risk.id, phase: "all", data });
    return risk;
  });
}

const TOLD = [
  "title",
  "severity",
  "likelihood",
  "impact",
  "state",
  "ownerId",
] as const satisfies (keyof EditableRisk)[];
const WEIGHS = ["title", "severity", "state"] as const satisfies (keyof EditableRisk)[];

/** The changes that follow from a wish: the severity from the matrix, and an acceptance that no longer holds. */
function settled(editable: EditableRisk, input: EditRiskInput): Partial<EditableRisk> {
  const { severity: said, ...wished } = differences(editable, input);
  const wish = { ...editable, ...wished };
  const severity = severityFor(wish, said);
  const state = reopensAcceptance(wish.state, editable.severity, severity) ? "OPEN" : wish.state;
  return differences(editable, { ...wished, severity, state });
}

/**
 * Changes the named fields of a risk. Taking an accepted one back to another state, or making it worse, forgets who
 * accepted it; the audit does not.
 * @throws AppError NOT_FOUND; CONFLICT with the risk as it stands; INVALID for an owner who is no member, or a severity
 *   that does not follow from likelihood and impact
 */
export function editRisk(
  access: ProjectAccess<"plan:edit">,
  input: EditRiskInput,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, version, editable } = await getRisk(access, tx, input.id);
    const changed = settled(editable, input);
    if (Object.keys(changed).length === 0) return { id, version };
    refuseStale("risk", input.version ?? version, { ...editable, version });
    await checkOwner(access, tx, changed.ownerId);
    const forgotten = { acceptedById: null, acceptedWhy: null, acceptedAt: null, acceptedUntil: null };
    const updated = await tx.risk.update({
      where: { id },
      data: { ...changed, ...(changed.state ? forgotten : {}), version: { increment: 1 } },
      select: { id: true, version: true },
    });
    record({
      action: "risk.edited",
      targetType: "risk",
      targetId: id,
      phase: WEIGHS.some((field) => field in changed) ? "all" : null,
      data: changeData(editable, changed, TOLD),
    });
    return updated;
  });
}

/**
 * Accepts a risk: it stays, and holds up no gate until the last day of the acceptance. Accepting it again for the same
 * reason until the same day changes nothing.
 * @throws AppError NOT_FOUND; CONFLICT with the risk as it stands; INVALID for a day that is over
 */
export function acceptRisk(
  access: ProjectAccess<"gate:decide">,
  { id: riskId, reason, until = null, ...based }: AcceptRiskInput,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, now, actor, record }) => {
    const { id, version, acceptedWhy, acceptedUntil, editable } = await getRisk(access, tx, riskId);
    if (editable.state === "ACCEPTED" && acceptedWhy === reason && acceptedUntil === until)
      return { id, version };
    refuseStale("risk", based.version ?? version, { ...editable, version });
    if (until !== null && until < dayOf(now)) throw invalid("until", "This day is over. Choose a later one.");
    const updated = await tx.risk.update({
      where: { id },
      data: {
        state: "ACCEPTED",
        acceptedById: actor.memberId,
        acceptedWhy: reason,
        acceptedAt: now,
        acceptedUntil: dateOrNull(until),
        version: { increment: 1 },
      },
      select: { id: true, version: true },
    });
    record({
      action: "risk.accepted",
      targetType: "risk",
      targetId: id,
      phase: "all",
      data: { from: editable.state, reason, until },
    });
    return updated;
  });
}

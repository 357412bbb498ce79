import "server-only";
import { dayOf } from "@/lib/domain/days";
import { type Acts, actsInWords } from "@/lib/domain/plan-record";
import type { Directory } from "@/lib/plan/people";
import { canonicalPlan } from "@/lib/plan/plan-file/canonical-plan";
import { isPlanFile } from "@/lib/plan/plan-file/comment";
import { type Plan, RECORD_MAX } from "@/lib/schemas/plan";
import { keptCorrections } from "@/lib/schemas/plan-corrections";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { dayOrNull } from "./items";
import { parsedPlan } from "./parsed-plans";

async function loadActs(tx: Transaction, projectId: string, people: Directory): Promise<Acts> {
  const nameOf = (memberId: string | null) => people.handleOf(memberId) ?? "a former member";
  const ofPhase = { phase: { archivedAt: null } };
  const phase = { select: { name: true } };
  const placed = { select: { name: true, position: true } };
  const decisions = await tx.decision.findMany({
    where: { projectId, supersededById: null, ...ofPhase },
    orderBy: [{ phase: { position: "asc" } }, { at: "asc" }],
    select: { outcome: true, byId: true, at: true, override: true, phase },
    take: RECORD_MAX,
  });
  const signOffs = await tx.signOff.findMany({
    where: { projectId, ...ofPhase, rule: { archivedAt: null } },
    distinct: ["ruleId", "memberId"],
    orderBy: [{ at: "desc" }, { id: "desc" }],
    select: { decision: true, memberId: true, at: true, withdrawnAt: true, phase: placed, rule: placed },
    take: RECORD_MAX,
  });
  const items = await tx.checklistItem.findMany({
    where: {
      projectId,
      archivedAt: null,
      section: { archivedAt: null },
      ...ofPhase,
      state: { in: ["VERIFIED", "WAIVED"] },
    },
    orderBy: [
      { phase: { position: "asc" } },
      { section: { position: "asc" } },
      { position: "asc" },
      { id: "asc" },
    ],
    select: { title: true, state: true, stateById: true, stateAt: true, waiverExpiresAt: true },
    take: RECORD_MAX,
  });
  const cells = await tx.configurationValue.findMany({
    where: {
      verifiedAt: { not: null },
      configurationItem: { projectId, archivedAt: null },
      environment: { archivedAt: null },
    },
    select: {
      verifiedById: true,
      verifiedAt: true,
      configurationItem: { select: { key: true } },
      environment: { select: { name: true } },
    },
    orderBy: [{ configurationItem: { position: "asc" } }, { environment: { position: "asc" } }],
    take: RECORD_MAX,
  });
  const risks = await tx.risk.findMany({
    where: { projectId, archivedAt: null, state: "ACCEPTED" },
    orderBy: { position: "asc" },
    take: RECORD_MAX,
  });
  const rehearsals = await tx.rollbackRehearsal.findMany({
    where: { projectId, ...ofPhase },
    orderBy: [{ rehearsedOn: "desc" }, { id: "desc" }],
    select: { rehearsedOn: true, outcome: true, byId: true, note: true, phase },
    take: RECORD_MAX,
  });
  return {
    decisions: decisions.map(({ at, byId, phase: { name }, ...decision }) => ({
      ...decision,
      phase: name,
      by: byId && nameOf(byId),
      on: dayOf(at),
    })),
    signOffs: signOffs
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .sort(
        (a, b) =>
          a.phase.position - b.phase.position ||
          a.rule.position - b.rule.position ||
          a.at.getTime() - b.at.getTime(),
      )
      .map(({ decision, memberId, at, phase: { name }, rule }) => ({
        ...{ phase: name, rule: rule.name, decision },
        by: nameOf(memberId),
        on: dayOf(at),
      })),
    items: items.map(({ title, state, stateById, stateAt, waiverExpiresAt }) => ({
      title,
      state: state === "WAIVED" ? "WAIVED" : "VERIFIED",
      by: nameOf(stateById),
      on: stateAt && dayOf(stateAt),
      until: waiverExpiresAt && dayOf(waiverExpiresAt),
    })),
    verifications: cells.flatMap(({ verifiedAt, verifiedById, configurationItem, environment }) =>
      verifiedAt
        ? [
            {
              key: configurationItem.key,
              environment: environment.name,
              by: nameOf(verifiedById),
              on: dayOf(verifiedAt),
            },
          ]
        : [],
    ),
    acceptances: risks.map(({ title, acceptedById, acceptedAt, acceptedUntil, acceptedWhy }) => ({
      risk: title,
      by: nameOf(acceptedById),
      on: acceptedAt && dayOf(acceptedAt),
      until: dayOrNull(acceptedUntil),
      why: acceptedWhy,
    })),
    rehearsals: rehearsals.map(({ rehearsedOn, outcome, byId, note, phase: { name } }) => ({
      ...{ phase: name, outcome, note },
      on: dayOf(rehearsedOn),
      by: nameOf(byId),
    })),
  };
}

/**
 * What people did in a project, in words for its file, and after that what the file it was made from told: a file's
 * word makes nothing true, and is not lost either.
 */
export async function loadRecordIn(
  { projectId: id, workspaceId }: ProjectAccess,
  tx: Transaction,
  people: Directory,
): Promise<string[]> {
  const own = actsInWords(await loadActs(tx, id, people));
  const project = await tx.project.findFirst({
    where: { id, workspaceId },
    select: { source: true, corrections: true },
  });
  const source = project?.source && isPlanFile(project.source) ? project.source : null;
  const told =
    source === null ? [] : (parsedPlan(source, keptCorrections(project?.corrections)).plan.record ?? []);
  return [...new Set([...own, ...told])];
}

const SHOWN = 5;

/** Says what a newer file tells under "Record" and this project does not: a merge keeps no words of it. */
export async function notesOnRecordIn(
  access: ProjectAccess,
  tx: Transaction,
  people: Directory,
  file: Plan,
): Promise<string[]> {
  const told = file.record ?? [];
  if (told.length === 0) return [];
  const own = await loadRecordIn(access, tx, people);
  const known = new Set(canonicalPlan({ ...file, record: own }).record);
  const strange = told.filter((line) => !known.has(line));
  if (strange.length === 0) return [];
  const shown = strange.slice(0, SHOWN).map((line) => `“${line.slice(0, 200)}”`);
  const more = strange.length > SHOWN ? ` and ${strange.length - SHOWN} more` : "";
  return [
    `Under “Record” this file tells what the project does not: ${shown.join(", ")}${more}. A merge does not keep such words; say them in a comment of what they are about.`,
  ];
}

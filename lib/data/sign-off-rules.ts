import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import { missingSigners, type Signer } from "@/lib/domain/sign-off-policy";
import type { SignOffRuleSnapshot } from "@/lib/domain/snapshot";
import type { AddSignOffRuleInput, EditSignOffRuleInput } from "@/lib/schemas/sign-offs";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import { changeData, differences, refuseStale } from "./differences";
import { refuseNamingIn } from "./named-people";
import { type Write, writeProject } from "./write";

/** A rule after a request. */
export interface RuleResult {
  id: string;
  version: number;
  /** false: it stood so already and nothing was written */
  changed: boolean;
}

type Rule = Pick<SignOffRuleSnapshot, "name" | "minimum" | "minimumRole" | "memberIds">;

interface Scene {
  rules: (SignOffRuleSnapshot & { version: number })[];
  people: Signer[];
  soleMember: boolean;
}

/** The phase's rules in force and everybody who could sign, under the project's lock. */
async function sceneOf(tx: Transaction, access: ProjectAccess, phaseId: string): Promise<Scene> {
  const { projectId, workspaceId } = access;
  const [rules, members] = await Promise.all([
    tx.signOffRule.findMany({
      where: { projectId, phaseId, archivedAt: null },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: {
        id: true,
        name: true,
        minimum: true,
        minimumRole: true,
        version: true,
        people: { select: { memberId: true } },
      },
    }),
    tx.member.findMany({
      where: { workspaceId, removedAt: null },
      select: { id: true, role: true, projectRoles: { where: { projectId }, select: { role: true } } },
    }),
  ]);
  return {
    rules: rules.map(({ people, ...rule }) => ({
      ...rule,
      memberIds: people.map(({ memberId }) => memberId).sort(),
    })),
    people: members.map(({ id, role, projectRoles }) => ({ id, role: projectRoles[0]?.role ?? role })),
    soleMember: members.length === 1,
  };
}

/** @throws AppError INVALID for a stranger, or somebody who could never sign */
const refuseSigners = (access: ProjectAccess, tx: Transaction, memberIds: string[], already: string[] = []) =>
  refuseNamingIn(access, tx, "memberIds", { memberIds, permission: "gate:sign", already });

const invalid = (field: keyof Rule, message: string) =>
  new AppError("INVALID", `${field}: ${message}`, { fields: { [field]: [message] } });

/**
 * Refuses what nobody could ever satisfy: more signatures than there are people for.
 * Rules that were short before (an imported plan in a workspace still without its people) may stay as short as they are.
 */
function refuseUnsatisfiable(scene: Scene, rule: Rule, ruleId: string | null): void {
  const { rules, people, soleMember } = scene;
  const others = rules.filter(({ id }) => id !== ruleId);
  if (others.some(({ name }) => name.toLowerCase() === rule.name.toLowerCase()))
    throw invalid("name", `This phase has a rule "${rule.name}" already.`);
  const wished = [...others, { ...rule, id: ruleId ?? "new" }];
  const missing = missingSigners(wished, people, soleMember);
  if (missing <= missingSigners(rules, people, soleMember)) return;
  const alone = missingSigners([{ ...rule, id: "new" }], people, soleMember);
  if (alone === 0)
    throw invalid(
      "memberIds",
      "Together with the other rules nobody could satisfy this: one person counts under one rule. Name more people.",
    );
  throw invalid(
    "minimum",
    `The rule asks for ${rule.minimum}, and ${rule.minimum - alone} of the people it allows may sign. Name more people, or ask for fewer.`,
  );
}

/**
 * Adds a sign-off rule to a phase (design 2.3). A review that is running keeps the policy frozen into it.
 * @throws AppError NOT_FOUND; INVALID for a rule nobody could satisfy, a stranger, or a name the phase has already
 */
export function addSignOffRule(
  access: ProjectAccess<"plan:edit">,
  { phaseId, ...rule }: AddSignOffRuleInput,
): Promise<RuleResult> {
  return writeProject(access, async ({ tx, record }) => {
    const { projectId } = access;
    const phase = await tx.phase.count({ where: { id: phaseId, projectId, archivedAt: null } });
    if (phase === 0) throw notFound("The phase");
    const scene = await sceneOf(tx, access, phaseId);
    await refuseSigners(access, tx, rule.memberIds);
    refuseUnsatisfiable(scene, rule, null);
    const last = await tx.signOffRule.aggregate({ where: { projectId, phaseId }, _max: { position: true } });
    const { name, minimum, minimumRole, memberIds } = rule;
    const row = await tx.signOffRule.create({
      data: {
        projectId,
        phaseId,
        name,
        minimum,
        minimumRole,
        position: (last._max.position ?? 0) + 1,
        people: { create: memberIds.map((memberId) => ({ memberId })) },
      },
      select: { id: true, version: true },
    });
    record({
      action: "sign-off-rule.added",
      targetType: "sign-off-rule",
      targetId: row.id,
      phase: phaseId,
      data: { phaseId, name, minimum, minimumRole, memberIds },
    });
    return { ...row, changed: true };
  });
}

async function ruleOf(tx: Transaction, access: ProjectAccess, ruleId: string) {
  const row = await tx.signOffRule.findFirst({
    where: { id: ruleId, projectId: access.projectId },
    select: { id: true, phaseId: true, version: true, archivedAt: true },
  });
  if (!row) throw notFound("The sign-off rule");
  return row;
}

async function replacePeople(tx: Transaction, ruleId: string, memberIds: string[]): Promise<void> {
  await tx.signOffRuleMember.deleteMany({ where: { ruleId, memberId: { notIn: memberIds } } });
  await tx.signOffRuleMember.createMany({
    data: memberIds.map((memberId) => ({ ruleId, memberId })),
    skipDuplicates: true,
  });
}

/**
 * Changes a rule's name, minimum, role or people. A review that is running keeps the policy frozen into it.
 * @throws AppError NOT_FOUND; CONFLICT with the rule as it stands for a stale version; INVALID as addSignOffRule
 */
export function editSignOffRule(
  access: ProjectAccess<"plan:edit">,
  { ruleId, version, ...wish }: EditSignOffRuleInput,
): Promise<RuleResult> {
  return writeProject(access, async ({ tx, record }) => {
    const row = await ruleOf(tx, access, ruleId);
    const scene = await sceneOf(tx, access, row.phaseId);
    const current = scene.rules.find(({ id }) => id === ruleId);
    if (!current) throw notFound("The sign-off rule");
    const { id, version: _, ...fields } = current;
    const changed = differences<Rule>(fields, wish);
    if (Object.keys(changed).length === 0) return { id, version: current.version, changed: false };
    refuseStale("sign-off rule", version, { ...fields, version: current.version });
    if (changed.memberIds) await refuseSigners(access, tx, changed.memberIds, fields.memberIds);
    refuseUnsatisfiable(scene, { ...fields, ...changed }, id);
    const { memberIds, ...columns } = changed;
    const updated = await tx.signOffRule.update({
      where: { id },
      data: { ...columns, version: { increment: 1 } },
      select: { version: true },
    });
    if (memberIds) await replacePeople(tx, id, memberIds);
    record({
      action: "sign-off-rule.edited",
      targetType: "sign-off-rule",
      targetId: id,
      phase: row.phaseId,
      data: changeData<Rule>(fields, changed, ["name", "minimum", "minimumRole", "memberIds"]),
    });
    return { id, version: updated.version, changed: true };
  });
}

async function refuseLast(write: Pick<Write, "tx">, access: ProjectAccess, phaseId: string): Promise<void> {
  const left = await write.tx.signOffRule.count({
    where: { projectId: access.projectId, phaseId, archivedAt: null },
  });
  if (left > 1) return;
  throw new AppError(
    "RULE",
    "A gate has at least one sign-off rule. Add another one first, or edit this one.",
  );
}

/**
 * Takes a rule out of the policy; what was signed under it stays in the history. Doing it again changes nothing.
 * @throws AppError NOT_FOUND; RULE for the last rule of a phase (design 2.3: every phase has one)
 */
export function archiveSignOffRule(
  access: ProjectAccess<"plan:edit">,
  { ruleId }: { ruleId: string },
): Promise<RuleResult> {
  return writeProject(access, async ({ tx, now, record }) => {
    const row = await ruleOf(tx, access, ruleId);
    if (row.archivedAt !== null) return { id: row.id, version: row.version, changed: false };
    await refuseLast({ tx }, access, row.phaseId);
    const { version } = await tx.signOffRule.update({
      where: { id: row.id },
      data: { archivedAt: now, version: { increment: 1 } },
      select: { version: true },
    });
    record({
      action: "sign-off-rule.archived",
      targetType: "sign-off-rule",
      targetId: row.id,
      phase: row.phaseId,
      data: { phaseId: row.phaseId },
    });
    return { id: row.id, version, changed: true };
  });
}

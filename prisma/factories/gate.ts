import { openProject } from "@/lib/data/access";
import type { Actor } from "@/lib/data/actor";
import { db } from "@/lib/data/client";
import { decideGate } from "@/lib/data/decisions";
import { setItemState } from "@/lib/data/item-state";
import { recordMeasurement } from "@/lib/data/measurements";
import { requestReview } from "@/lib/data/reviews";
import { addSignOffRule, editSignOffRule } from "@/lib/data/sign-off-rules";
import { signOff } from "@/lib/data/sign-offs";
import type { ItemState, Role } from "@/lib/domain/words";
import { decisionBodySchema } from "@/lib/schemas/decisions";
import type { Plan } from "@/lib/schemas/plan";
import { makeProject, plan, planCriterion, planItem, planPhase } from "./project";
import { makeMember, makeWorkspace } from "./workspace";

/** Three phases; in the first a MUST, a SHOULD and a measured criterion, with one rule that anybody of role Lead fills. */
export const gatePlan = (): Plan =>
  plan([
    planPhase("Alpha", [planItem("Rotate the keys", { level: "MUST" }), planItem("Write the runbook")], {
      criteria: [planCriterion("95% of tests pass", { comparator: ">=", target: 95, unit: "%" })],
      signOffRules: [{ name: "Engineering", minimum: 1 }],
    }),
    planPhase("Beta", [planItem("Invite customers")], {
      signOffRules: [{ name: "Engineering", minimum: 1 }],
    }),
    planPhase("Launch", [planItem("Announce it")], { signOffRules: [{ name: "Engineering", minimum: 1 }] }),
  ]);

/** What an outcome needs beside may be left out, as in a request's body. */
type Decision = Parameters<typeof decisionBodySchema.parse>[0];

/** A project with its people: Ana is the admin, Mara manages, Ben leads, Chidi is a member, Vera only reads. */
export async function makeGateScene(made: Plan = gatePlan()) {
  const workspace = await makeWorkspace();
  const person = async (role: Role, name: string) => (await makeMember(workspace.id, role, name)).actor;
  const ana = await person("ADMIN", "Ana");
  const mara = await person("MANAGER", "Mara");
  const ben = await person("LEAD", "Ben");
  const chidi = await person("MEMBER", "Chidi");
  const vera = await person("VIEWER", "Vera");
  const { projectId, slug } = await makeProject(ana, made);
  const items = await db().checklistItem.findMany({ where: { projectId }, orderBy: { createdAt: "asc" } });
  const criteria = await db().criterion.findMany({ where: { projectId } });
  const phases = await db().phase.findMany({ where: { projectId }, orderBy: { position: "asc" } });
  const rules = await db().signOffRule.findMany({ where: { projectId }, orderBy: { position: "asc" } });
  const address = { projectId };

  const idOf = (rows: { id: string; name?: string; title?: string; text?: string }[], name: string) => {
    const row = rows.find((each) => (each.name ?? each.title ?? each.text) === name);
    if (!row) throw new Error(`the scene has no ${name}`);
    return row.id;
  };
  const phaseId = (name: string) => idOf(phases, name);
  const ruleId = (phase: string, name = "Engineering") =>
    idOf(
      rules.filter((rule) => rule.phaseId === phaseId(phase)),
      name,
    );

  const set = async (actor: Actor, title: string, state: ItemState) =>
    setItemState(await openProject(actor, address, "item:work"), idOf(items, title), { state });
  const measure = async (actor: Actor, value: number) =>
    recordMeasurement(await openProject(actor, address, "item:work"), idOf(criteria, "95% of tests pass"), {
      value,
      note: null,
    });
  const sign = async (
    actor: Actor,
    phase = "alpha",
    rest: { decision?: "APPROVED" | "REFUSED"; comment?: string | null; rule?: string } = {},
  ) =>
    signOff(await openProject(actor, address, "gate:sign"), {
      phase,
      rule: "Engineering",
      decision: "APPROVED",
      comment: null,
      ...rest,
    });
  const review = async (actor: Actor, phase = "alpha", days = 14) =>
    requestReview(await openProject(actor, address, "review:request"), { phase, note: null, days });
  const decide = async (actor: Actor, decision: Decision, phase = "alpha") =>
    decideGate(await openProject(actor, address, "gate:decide"), {
      phase,
      ...decisionBodySchema.parse(decision),
    });
  /** Everything done, measured and signed, so that nothing blocks the first gate. */
  const makeReady = async () => {
    await set(chidi, "Rotate the keys", "DONE");
    await set(chidi, "Write the runbook", "DONE");
    await measure(chidi, 97);
    await sign(ben);
  };
  const eventsOf = (action: string) => db().auditEvent.findMany({ where: { chain: projectId, action } });
  const statuses = async () =>
    (await db().phase.findMany({ where: { projectId }, orderBy: { position: "asc" } })).map(
      ({ status }) => status,
    );

  return {
    workspace,
    projectId,
    slug,
    ana,
    mara,
    ben,
    chidi,
    vera,
    phaseId,
    ruleId,
    itemId: (title: string) => idOf(items, title),
    criterionId: idOf(criteria, "95% of tests pass"),
    set,
    measure,
    sign,
    review,
    decide,
    makeReady,
    eventsOf,
    statuses,
    addRule: async (actor: Actor, input: Parameters<typeof addSignOffRule>[1]) =>
      addSignOffRule(await openProject(actor, address, "plan:edit"), input),
    editRule: async (actor: Actor, input: Parameters<typeof editSignOffRule>[1]) =>
      editSignOffRule(await openProject(actor, address, "plan:edit"), input),
    open: async (actor: Actor) => openProject(actor, address, "project:read"),
  };
}

export type GateScene = Awaited<ReturnType<typeof makeGateScene>>;

/** A day some days from today, "YYYY-MM-DD". */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The code an expected refusal was thrown with, and what it carried. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; message: string; [field: string]: unknown }> {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error && typeof error === "object" && "toRefusal" in error && typeof error.toRefusal === "function")
    return error.toRefusal();
  if (error) throw error;
  throw new Error("the call was expected to be refused");
}

import { describe, expect, it } from "vitest";
import { type GateScene, makeGateScene, refusalOf } from "@/prisma/factories/gate";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { makeMember, makeWorkspace } from "@/prisma/factories/workspace";
import { openProject } from "./access";
import { db } from "./client";
import { getPhasePage } from "./phase-page";
import { archiveSignOffRule } from "./sign-off-rules";

useTestDatabase();

const security = (scene: GateScene, rest: Partial<Parameters<GateScene["addRule"]>[1]> = {}) => ({
  phaseId: scene.phaseId("Alpha"),
  name: "Security",
  minimum: 1,
  minimumRole: "LEAD" as const,
  memberIds: [],
  ...rest,
});

const archive = async (scene: GateScene, ruleId: string, actor = scene.ben) =>
  archiveSignOffRule(await openProject(actor, { projectId: scene.projectId }, "plan:edit"), { ruleId });

describe("adding a rule", () => {
  it("blocks until somebody it names has signed", async () => {
    const scene = await makeGateScene();
    await scene.makeReady();
    await scene.addRule(scene.ben, security(scene, { memberIds: [scene.chidi.memberId] }));
    const page = async () => (await getPhasePage(await scene.open(scene.ana), "alpha", new Date())).phase;
    expect((await page()).gate.blockers).toEqual([expect.objectContaining({ type: "SIGN_OFF_MISSING" })]);
    await scene.sign(scene.chidi, "alpha", { rule: "Security" });
    expect((await page()).gate.ready).toBe(true);
  });

  it.each([
    ["more than there are", { minimum: 5 }, "minimum"],
    ["a stranger", { memberIds: ["00000000-0000-7000-8000-000000000000"] }, "memberIds"],
    ["fewer people than signatures", { minimum: 2, people: ["chidi"] }, "minimum"],
    ["a name the phase has", { name: "engineering" }, "name"],
  ] as const)("refuses what nobody can satisfy: %s", async (_, wish, field) => {
    const scene = await makeGateScene();
    const { people, ...rest } = { people: [], ...wish };
    const memberIds =
      people.length > 0 ? [scene.chidi.memberId] : [...("memberIds" in rest ? rest.memberIds : [])];
    const refusal = await refusalOf(scene.addRule(scene.ben, security(scene, { ...rest, memberIds })));
    expect(refusal).toMatchObject({ code: "INVALID", fields: { [field]: [expect.any(String)] } });
    expect(await scene.eventsOf("sign-off-rule.added")).toHaveLength(0);
  });

  it("refuses two rules that name one and the same person alone", async () => {
    const scene = await makeGateScene();
    await scene.addRule(scene.ben, security(scene, { memberIds: [scene.chidi.memberId] }));
    const second = security(scene, { name: "Operations", memberIds: [scene.chidi.memberId] });
    expect(await refusalOf(scene.addRule(scene.ben, second))).toMatchObject({ code: "INVALID" });
  });

  it("is for leads and above, and shows a stranger nothing", async () => {
    const scene = await makeGateScene();
    expect(await refusalOf(scene.addRule(scene.chidi, security(scene)))).toMatchObject({ code: "FORBIDDEN" });
    const stranger = (await makeMember((await makeWorkspace()).id, "ADMIN", "Zoe")).actor;
    expect(await refusalOf(scene.addRule(stranger, security(scene)))).toMatchObject({ code: "NOT_FOUND" });
    const other = await makeGateScene();
    const foreign = security(scene, { phaseId: other.phaseId("Alpha") });
    expect(await refusalOf(scene.addRule(scene.ben, foreign))).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("editing a rule", () => {
  it("changes what is wished and nothing when repeated", async () => {
    const scene = await makeGateScene();
    const ruleId = scene.ruleId("Alpha");
    const wish = {
      name: "Release engineering",
      minimum: 2,
      memberIds: [scene.ben.memberId, scene.mara.memberId].sort(),
    };
    expect(await scene.editRule(scene.ben, { ruleId, version: 1, ...wish })).toEqual({
      id: ruleId,
      version: 2,
      changed: true,
    });
    expect(await scene.editRule(scene.ben, { ruleId, version: 1, ...wish })).toEqual({
      id: ruleId,
      version: 2,
      changed: false,
    });
    expect(await scene.eventsOf("sign-off-rule.edited")).toHaveLength(1);
    const people = await db().signOffRuleMember.findMany({ where: { ruleId } });
    expect(people.map(({ memberId }) => memberId).sort()).toEqual(wish.memberIds);
  });

  it("tells the second of two what changed", async () => {
    const scene = await makeGateScene();
    const ruleId = scene.ruleId("Alpha");
    const both = await Promise.allSettled([
      scene.editRule(scene.ben, { ruleId, version: 1, name: "By Ben" }),
      scene.editRule(scene.mara, { ruleId, version: 1, name: "By Mara" }),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await scene.eventsOf("sign-off-rule.edited")).toHaveLength(1);
    const loser = both.find((each) => each.status === "rejected");
    expect(loser?.status === "rejected" && loser.reason.toRefusal()).toMatchObject({
      code: "CONFLICT",
      current: { version: 2, name: expect.stringMatching(/^By /) },
    });
  });

  it("leaves the policy of a running review as it was frozen", async () => {
    const scene = await makeGateScene();
    await scene.makeReady();
    await scene.review(scene.ben);
    await scene.addRule(scene.ben, security(scene));
    await scene.editRule(scene.ben, { ruleId: scene.ruleId("Alpha"), version: 1, minimum: 2 });
    const page = await getPhasePage(await scene.open(scene.mara), "alpha", new Date());
    const { gate, rules, ruleDefinitions } = page.phase;
    expect(gate).toMatchObject({ status: "IN_REVIEW", ready: true });
    expect(rules).toMatchObject([{ name: "Engineering", minimum: 1, fulfilled: true, maySign: true }]);
    expect(ruleDefinitions.map(({ name, minimum, version }) => [name, minimum, version])).toEqual([
      ["Engineering", 2, 2],
      ["Security", 1, 1],
    ]);
    expect(await refusalOf(scene.sign(scene.mara, "alpha", { rule: "Security" }))).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await scene.decide(scene.mara, { outcome: "GO" })).toMatchObject({
      outcome: "GO",
      override: false,
    });
  });
});

describe("archiving a rule", () => {
  it("takes it out of the policy, once, and never the last one", async () => {
    const scene = await makeGateScene();
    expect(await refusalOf(archive(scene, scene.ruleId("Alpha")))).toMatchObject({ code: "RULE" });
    const { id } = await scene.addRule(scene.ben, security(scene));
    expect(await archive(scene, id)).toMatchObject({ changed: true });
    expect(await archive(scene, id)).toMatchObject({ changed: false });
    expect(await scene.eventsOf("sign-off-rule.archived")).toHaveLength(1);
    expect(await refusalOf(archive(scene, scene.ruleId("Alpha"), scene.chidi))).toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

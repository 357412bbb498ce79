import { expect, it } from "vitest";
import { plan, planCriterion, planPhase } from "@/prisma/factories/project";
import { makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { getPlanExtras } from "./plan-extras";
import { acceptRisk } from "./risks";

useTestDatabase();

it("shows risks and the project's own criteria", async () => {
  const stage = await makeStage(
    plan([planPhase("Alpha")], {
      risks: [{ title: "Vendor goes away", severity: "HIGH", mitigation: "A second one" }],
      criteria: [planCriterion("Customers are happy")],
    }),
  );
  const access = await stage.open(stage.people.viewer, "project:read");
  const extras = await getPlanExtras(access, new Date());
  expect(extras).toMatchObject({
    risks: [{ title: "Vendor goes away", severity: "HIGH", state: "OPEN", owner: null, acceptedBy: null }],
    criteria: [{ text: "Customers are happy", result: "NO_DATA" }],
  });
  const riskId = extras.risks[0]?.id ?? "";
  await acceptRisk(await stage.open(stage.people.manager, "gate:decide"), {
    riskId,
    version: 1,
    reason: "Fine",
  });
  expect((await getPlanExtras(access, new Date())).risks[0]).toMatchObject({
    state: "ACCEPTED",
    acceptedBy: "Mo",
    acceptedWhy: "Fine",
  });
});

it("says so when a plan has none of them", async () => {
  const stage = await makeStage(plan([planPhase("Alpha")]));
  const access = await stage.open(stage.people.viewer, "project:read");
  expect(await getPlanExtras(access, new Date())).toEqual({
    risks: [],
    criteria: [],
  });
});

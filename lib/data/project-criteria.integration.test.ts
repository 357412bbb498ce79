import { expect, it } from "vitest";
import { plan, planCriterion, planPhase } from "@/prisma/factories/project";
import { makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { listProjectCriteria } from "./project-criteria";

useTestDatabase();

it("lists the criteria of the project as a whole, and not those of its phases", async () => {
  const stage = await makeStage(
    plan([planPhase("Alpha", [], { criteria: [planCriterion("Alpha holds")] })], {
      criteria: [planCriterion("Customers are happy"), planCriterion("It is attested", { checked: true })],
    }),
  );
  const access = await stage.open(stage.people.viewer, "project:read");
  expect(await listProjectCriteria(access, new Date())).toMatchObject([
    { text: "Customers are happy", result: "NO_DATA" },
    { text: "It is attested", result: "MET" },
  ]);
});

it("has none where the plan has none", async () => {
  const stage = await makeStage(plan([planPhase("Alpha")]));
  expect(
    await listProjectCriteria(await stage.open(stage.people.viewer, "project:read"), new Date()),
  ).toEqual([]);
});

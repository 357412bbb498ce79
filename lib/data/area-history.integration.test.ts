import { expect, it } from "vitest";
import { plan, planItem, planPhase } from "@/prisma/factories/project";
import { codeOf, makeStage } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { getAreas } from "./area-history";
import { db } from "./client";
import { archiveItem } from "./item-plan-moves";
import { setItemState } from "./item-state";
import { refreshProjectUnscoped } from "./refresher";

useTestDatabase();

it("holds the areas of a phase against an earlier day, and says what moved them", async () => {
  const stage = await makeStage(
    plan([
      planPhase("Alpha", [
        planItem("Alert rules", { level: "MUST", area: "Monitoring" }),
        planItem("Dashboards", { area: "Monitoring", state: "DONE" }),
        planItem("Pager", { area: "Monitoring" }),
        planItem("Restore drill", { area: "Data" }),
      ]),
      planPhase("Beta"),
    ]),
  );
  const { projectId } = stage;
  const now = new Date();
  const reader = await stage.open(stage.people.viewer, "project:read");
  await db().scorePoint.deleteMany({ where: { phase: { projectId } } });
  expect(await getAreas(reader, "alpha", "2026-03-01", now)).toMatchObject({
    comparedWith: null,
    areas: [
      { area: "Data", previous: null, current: { grade: "F", score: 0 }, change: null, because: [] },
      { area: "Monitoring", previous: null, current: { grade: "F", score: 20 } },
    ],
  });
  await refreshProjectUnscoped(projectId, new Date("2026-03-01T12:00:00Z"));
  await setItemState(await stage.open(stage.people.member, "item:work"), await stage.item("Alert rules"), {
    state: "DONE",
  });
  await archiveItem(await stage.open(stage.people.lead, "plan:edit"), await stage.item("Pager"));
  const seen = await getAreas(reader, "alpha", "2026-03-05", now);
  expect(seen).toMatchObject({
    comparedWith: "2026-03-01",
    areas: [
      { area: "Data", change: 0, because: [] },
      {
        area: "Monitoring",
        previous: { grade: "F", score: 20 },
        current: { grade: "A+", score: 100 },
        change: 80,
        because: [
          { title: "Alert rules", move: "GAINED" },
          { title: "Pager", move: "TAKEN_OUT" },
        ],
      },
    ],
  });
  expect(await getAreas(reader, "alpha", "2020-01-01", now)).toMatchObject({ comparedWith: "2026-03-01" });
  expect(await getAreas(reader, "beta", "2026-03-05", now)).toMatchObject({ areas: [] });
  const whole = await getAreas(reader, null, "2026-03-05", now);
  expect(whole).toEqual({ comparedWith: "2026-03-01", areas: seen.areas });
  for (const phase of ["gamma", "", "al\0pha"])
    expect(await codeOf(getAreas(reader, phase, "2026-03-05", now))).toBe("NOT_FOUND");
});

import { expect, it } from "vitest";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { openWorkspace } from "./access";
import { findCliActorUnscoped } from "./actor";
import { db } from "./client";
import { createDemoUnscoped, demoSignIns } from "./demo";
import { getPortfolio } from "./portfolio";
import { listDemoSignInsUnscoped } from "./setup";

useTestDatabase();

const people = () => {
  const [ana, ben, chidi] = demoSignIns();
  const passwordHash = "hash";
  return [
    { ...ana, passwordHash },
    { ...ben, passwordHash },
    { ...chidi, passwordHash },
  ] satisfies Parameters<typeof createDemoUnscoped>[0];
};

it("tells four stories, once", async () => {
  await createDemoUnscoped(people());
  await expect(createDemoUnscoped(people())).rejects.toMatchObject({ code: "CONFLICT" });
  const signIns = await listDemoSignInsUnscoped();
  expect(signIns.map((person) => person.role)).toEqual(["ADMIN", "LEAD", "MANAGER"]);
  expect(new Set(signIns.map((person) => person.password)).size).toBe(3);
  const chidi = await findCliActorUnscoped("chidi@demo.phasegate.example");
  if (!chidi) throw new Error("Chidi should be there");
  const { projects, summary } = await getPortfolio(openWorkspace(chidi, "workspace:read"), new Date());
  expect(
    projects.map(({ name, activePhase, waitsForMe }) => [
      name,
      activePhase?.name,
      activePhase?.gateStatus,
      waitsForMe,
    ]),
  ).toEqual([
    ["Customer portal", "Alpha", "BLOCKED", []],
    ["Payments migration", "Dry run", "IN_REVIEW", ["decision", "sign-off"]],
    ["Search relaunch", "Shadow traffic", "BLOCKED", ["waiver"]],
    ["Mobile app 2.0", "Open beta", "BLOCKED", []],
  ]);
  expect(projects[3]?.phases[0]).toMatchObject({ gateStatus: "PASSED", status: "PASSED", score: 100 });
  for (const { trend } of projects) {
    expect(trend.length).toBeGreaterThan(2);
    expect(trend).toEqual(trend.toSorted((a, b) => a - b));
  }
  expect(summary.gatesWaitingForMe).toBe(1);
  const rows = await db().itemStateRecord.findMany({ distinct: ["byId"] });
  expect(rows).toHaveLength(3);
});

import { describe, expect, it } from "vitest";
import { plan, planPhase } from "@/prisma/factories/project";
import { codeOf, codesOf, makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { editCell, verifyCell } from "./configuration-cells";
import { addConfigurationItem, editConfigurationItem } from "./configuration-items";
import { addEnvironment, editEnvironment, getMatrix } from "./environments";
import { moveThing, setThingArchived } from "./things";

useTestDatabase();

async function scene() {
  const stage = await makeStage(
    plan([planPhase("Alpha")], {
      environments: {
        columns: ["Mock", "Production"],
        rows: [
          { key: "DATABASE_URL", values: ["sqlite", "postgres"] },
          { key: "SMTP", values: ["", "n/a"] },
        ],
      },
    }),
  );
  const lead = await stage.open(stage.people.lead, "plan:edit");
  const member = await stage.open(stage.people.member, "item:work");
  const matrix = await getMatrix(lead);
  const [mock, production] = matrix.environments.map(({ id }) => id);
  const [database, smtp] = matrix.items.map(({ id }) => id);
  const place = { configurationItemId: database ?? "", environmentId: production ?? "" };
  const cell = async () =>
    (await getMatrix(lead)).items[0]?.cells.find(({ environmentId }) => environmentId === production);
  return {
    stage,
    lead,
    member,
    matrix,
    mock: mock ?? "",
    production: production ?? "",
    smtp: smtp ?? "",
    place,
    cell,
  };
}

describe("the matrix of an imported plan", () => {
  it("knows production by its name and says of each cell what the plan says", async () => {
    const { matrix } = await scene();
    expect(matrix.environments).toMatchObject([
      { name: "Mock", isProduction: false, version: 1 },
      { name: "Production", isProduction: true, version: 1 },
    ]);
    expect(
      matrix.items.map(({ key, cells }) => [key, cells.map(({ state, value }) => [state, value])]),
    ).toEqual([
      [
        "DATABASE_URL",
        [
          ["MOCK", "sqlite"],
          ["LIVE", "postgres"],
        ],
      ],
      [
        "SMTP",
        [
          ["MISSING", ""],
          ["NOT_APPLICABLE", "n/a"],
        ],
      ],
    ]);
  });
});

describe("rows and columns", () => {
  it("are added, renamed, marked, moved, archived and restored, each once", async () => {
    const { stage, lead, mock, production, smtp } = await scene();
    const staging = await addEnvironment(lead, { name: "Staging" });
    await moveThing(lead, "environment", { id: staging.id, beforeId: production, version: 1 });
    await moveThing(lead, "environment", { id: staging.id, beforeId: production, version: 2 });
    await editEnvironment(lead, { id: staging.id, version: 2, name: "Pilot", isProduction: true });
    await editEnvironment(lead, { id: staging.id, version: 2, name: "Pilot", isProduction: true });
    await setThingArchived(lead, "environment", mock, true);
    await setThingArchived(lead, "environment", mock, true);
    expect((await getMatrix(lead)).environments.map(({ name }) => name)).toEqual(["Pilot", "Production"]);
    await setThingArchived(lead, "environment", mock, false);
    expect((await getMatrix(lead)).environments.map(({ name }) => name)).toEqual([
      "Mock",
      "Pilot",
      "Production",
    ]);
    const log = await addConfigurationItem(lead, { key: "LOG_LEVEL", mustDiffer: true });
    await editConfigurationItem(lead, { id: log.id, version: null, key: "LOG" });
    await moveThing(lead, "configuration-item", { id: log.id, beforeId: smtp, version: null });
    await setThingArchived(lead, "configuration-item", smtp, true);
    const matrix = await getMatrix(lead);
    expect(matrix.items.map(({ key, mustDiffer }) => [key, mustDiffer])).toEqual([
      ["DATABASE_URL", false],
      ["LOG", true],
    ]);
    expect(matrix.items[1]?.cells).toMatchObject([
      { version: 0 },
      { version: 0 },
      { state: "MISSING", version: 0 },
    ]);
    expect(await stage.events()).toEqual([
      "environment.added",
      "environment.moved",
      "environment.edited",
      "environment.archived",
      "environment.restored",
      "configuration-item.added",
      "configuration-item.edited",
      "configuration-item.moved",
      "configuration-item.archived",
    ]);
  });

  it("refuse a name or key that is taken, what is stale, and what is not theirs", async () => {
    const { stage, lead, mock, production, smtp } = await scene();
    expect(await codeOf(addEnvironment(lead, { name: "MOCK" }))).toBe("INVALID");
    expect(await codeOf(editEnvironment(lead, { id: mock, version: 1, name: "production" }))).toBe("INVALID");
    expect(await codeOf(addConfigurationItem(lead, { key: "SMTP" }))).toBe("INVALID");
    expect(await codeOf(editConfigurationItem(lead, { id: smtp, version: 1, key: "DATABASE_URL" }))).toBe(
      "INVALID",
    );
    const twice = await codesOf(
      editEnvironment(lead, { id: mock, version: 1, name: "Laptop" }),
      editEnvironment(lead, { id: mock, version: 1, name: "Desk" }),
    );
    expect(twice).toEqual(["CONFLICT", "accepted"]);
    const move = { id: mock, beforeId: null, version: 1 };
    expect(await codeOf(moveThing(lead, "environment", move))).toBe("CONFLICT");
    expect(await codeOf(moveThing(lead, "environment", { ...move, version: 2, beforeId: NOBODY }))).toBe(
      "CONFLICT",
    );
    const other = await scene();
    expect(await codeOf(editEnvironment(lead, { id: other.mock, version: 1, name: "x" }))).toBe("NOT_FOUND");
    expect(await codeOf(setThingArchived(lead, "environment", other.production, true))).toBe("NOT_FOUND");
    expect(await codeOf(setThingArchived(lead, "configuration-item", mock, true))).toBe("NOT_FOUND");
    expect(await codeOf(setThingArchived(lead, "environment", "none", true))).toBe("NOT_FOUND");
    expect(await codeOf(stage.open(stage.people.member, "plan:edit"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.outsider, "plan:edit"))).toBe("NOT_FOUND");
    await setThingArchived(lead, "environment", production, true);
    const { id: second } = await addEnvironment(lead, { name: "PRODUCTION" });
    expect(await codeOf(setThingArchived(lead, "environment", production, false))).toBe("RULE");
    await setThingArchived(lead, "environment", second, true);
    expect(await codeOf(setThingArchived(lead, "environment", production, false))).toBe("accepted");
    await setThingArchived(lead, "environment", production, true);
    expect(await codeOf(editEnvironment(lead, { id: production, version: null, name: "x" }))).toBe(
      "NOT_FOUND",
    );
  });
});

describe("cells", () => {
  it("are verified by a member, and a change takes the verification away", async () => {
    const { stage, member, place, cell } = await scene();
    const verify = { ...place, version: 1, verified: true };
    expect(await verifyCell(member, verify)).toEqual({ state: "LIVE", verified: true, version: 2 });
    expect(await verifyCell(member, verify)).toEqual({ state: "LIVE", verified: true, version: 2 });
    expect(await cell()).toMatchObject({ verifiedBy: "Ben", verifiedAt: expect.any(String) });
    const change = { ...place, version: 2, value: "postgres, two zones" };
    expect(await editCell(member, change)).toEqual({ state: "LIVE", verified: false, version: 3 });
    expect(await editCell(member, change)).toEqual({ state: "LIVE", verified: false, version: 3 });
    expect(await cell()).toMatchObject({ verifiedBy: null, verifiedAt: null, value: "postgres, two zones" });
    expect(await stage.events()).toEqual([
      "configuration-item.cell-verified",
      "configuration-item.cell-edited",
    ]);
    expect(JSON.stringify(await stage.lastData())).not.toContain("two zones");
  });

  it("take back a verification, and verify nothing that is missing", async () => {
    const { member, place, smtp, mock, cell } = await scene();
    await verifyCell(member, { ...place, version: null, verified: true });
    await verifyCell(member, { ...place, version: null, verified: false });
    expect(await cell()).toMatchObject({ verifiedBy: null, version: 3 });
    const missing = { configurationItemId: smtp, environmentId: mock, version: null, verified: true };
    expect(await codeOf(verifyCell(member, missing))).toBe("RULE");
  });

  it("are verified by another person where the project asks for that", async () => {
    const { stage, lead, member, place } = await scene();
    await db().project.update({ where: { id: stage.projectId }, data: { asksVerification: true } });
    await editCell(member, { ...place, version: 1, state: "MOCK" });
    expect(await codeOf(verifyCell(member, { ...place, version: 2, verified: true }))).toBe("RULE");
    const other = await stage.open(stage.people.lead, "item:work");
    expect(await codeOf(verifyCell(other, { ...place, version: 2, verified: true }))).toBe("accepted");
    expect((await getMatrix(lead)).items[0]?.cells[1]).toMatchObject({ verifiedBy: "Lea" });
  });

  it("guard versions, also of a cell nobody filled in, and lose one of two races", async () => {
    const { lead, member, place } = await scene();
    const { id } = await addConfigurationItem(lead, { key: "LOG" });
    const fresh = { ...place, configurationItemId: id, version: 0, state: "LIVE" as const };
    expect(
      await codesOf(
        editCell(member, { ...fresh, value: "warn" }),
        editCell(member, { ...fresh, value: "info" }),
      ),
    ).toEqual(["CONFLICT", "accepted"]);
    expect(await codeOf(verifyCell(member, { ...fresh, verified: true }))).toBe("CONFLICT");
  });

  it("are reached only in their own project, by whom may work there", async () => {
    const { stage, member, place, smtp } = await scene();
    const other = await scene();
    expect(await codeOf(editCell(member, { ...other.place, version: 1, value: "x" }))).toBe("NOT_FOUND");
    const mixed = { configurationItemId: smtp, environmentId: other.production, version: 0, value: "x" };
    expect(await codeOf(editCell(member, mixed))).toBe("NOT_FOUND");
    expect(await codeOf(verifyCell(member, { ...other.place, version: 1, verified: true }))).toBe(
      "NOT_FOUND",
    );
    expect(await codeOf(stage.open(stage.people.viewer, "item:work"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.outsider, "item:work"))).toBe("NOT_FOUND");
    await setThingArchived(
      await stage.open(stage.people.lead, "plan:edit"),
      "environment",
      place.environmentId,
      true,
    );
    expect(await codeOf(editCell(member, { ...place, version: 1, value: "x" }))).toBe("NOT_FOUND");
  });
});

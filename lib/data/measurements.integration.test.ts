import { describe, expect, it } from "vitest";
import { measurementSchema } from "@/lib/schemas/measurements";
import { codeOf, codesOf, makeStage, NOBODY } from "@/prisma/factories/stage";
import { useTestDatabase } from "@/prisma/factories/test-database";
import { db } from "./client";
import { addCriterion, archiveCriterion } from "./criteria";
import { listMeasurements, MEASUREMENTS_PAGE, recordMeasurement } from "./measurements";

useTestDatabase();

const TESTS = "95% of tests pass";
const DAY = 86_400_000;

async function scene() {
  const stage = await makeStage();
  const access = await stage.open(stage.people.member, "item:work");
  const criterionId = await stage.criterion(TESTS);
  const record = (input: Parameters<typeof measurementSchema.parse>[0]) =>
    recordMeasurement(access, criterionId, measurementSchema.parse(input));
  return { stage, access, criterionId, record };
}

describe("recordMeasurement", () => {
  it("gives the criterion its result", async () => {
    const { stage, record } = await scene();
    const low = await record({ value: 93.5, sampleSize: 400, note: "Run 12" });
    expect(low.measurement).toMatchObject({ value: 93.5, sampleSize: 400, by: "Ben", source: "manual" });
    expect(low.criterion).toMatchObject({ result: "NOT_MET", latest: { value: 93.5 }, measurementCount: 1 });
    expect((await record({ value: 96, sampleSize: 400 })).criterion.result).toBe("MET");
    expect(await stage.events()).toEqual(["measurement.recorded", "measurement.recorded"]);
    expect(await stage.lastData()).not.toHaveProperty("note");
  });

  it("corrects by another row, at the time of the first", async () => {
    const { stage, access, criterionId, record } = await scene();
    const measuredAt = new Date(Date.now() - DAY).toISOString();
    const wrong = await record({ value: 9.61, measuredAt });
    const right = await record({ value: 96.1, supersedesId: wrong.measurement.id });
    expect(right.measurement.measuredAt).toBe(measuredAt);
    expect(right.criterion).toMatchObject({ result: "MET", measurementCount: 2 });
    const { measurements } = await listMeasurements(access, criterionId, null);
    expect(measurements.map(({ value, supersededById }) => [value, supersededById])).toEqual([
      [96.1, null],
      [9.61, right.measurement.id],
    ]);
    expect(await codeOf(record({ value: 1, supersedesId: wrong.measurement.id }))).toBe("CONFLICT");
    expect(await codeOf(record({ value: 1, supersedesId: NOBODY }))).toBe("NOT_FOUND");
    expect(await stage.lastData()).toMatchObject({ supersedes: wrong.measurement.id });
  });

  it("lets one of two corrections at once win", async () => {
    const { record } = await scene();
    const { measurement } = await record({ value: 9 });
    const correct = (value: number) => record({ value, supersedesId: measurement.id });
    expect(await codesOf(correct(95), correct(96))).toEqual(["CONFLICT", "accepted"]);
    expect(
      await db().measurement.count({ where: { criterionId: (await record({ value: 1 })).criterion.id } }),
    ).toBe(3);
  });

  it("takes an attestation as 1 or 0 only", async () => {
    const { stage, access } = await scene();
    const plan = await stage.open(stage.people.lead, "plan:edit");
    const phaseId = await stage.phase("Alpha");
    const { id } = await addCriterion(plan, { phaseId, text: "Runbook was rehearsed" });
    const attest = (value: number) => recordMeasurement(access, id, measurementSchema.parse({ value }));
    expect(await codeOf(attest(0.5))).toBe("INVALID");
    expect((await attest(1)).criterion.result).toBe("MET");
    expect((await attest(0)).criterion.result).toBe("NOT_MET");
    await archiveCriterion(plan, id);
    expect(await codeOf(attest(1))).toBe("RULE");
  });

  it("refuses the future, the distant past, lesser roles, strangers and foreign criteria", async () => {
    const { stage, access, record } = await scene();
    const other = await scene();
    const at = (days: number) => new Date(Date.now() + days * DAY).toISOString();
    expect(await codeOf(record({ value: 1, measuredAt: at(1) }))).toBe("INVALID");
    expect(await codeOf(record({ value: 1, measuredAt: at(-5 * 366) }))).toBe("INVALID");
    expect(await codeOf(stage.open(stage.people.viewer, "item:work"))).toBe("FORBIDDEN");
    expect(await codeOf(stage.open(stage.people.outsider, "item:work"))).toBe("NOT_FOUND");
    const value = measurementSchema.parse({ value: 1 });
    expect(await codeOf(recordMeasurement(access, other.criterionId, value))).toBe("NOT_FOUND");
    expect(await codeOf(recordMeasurement(access, "nonsense", value))).toBe("NOT_FOUND");
    expect(await stage.events()).toEqual([]);
  });
});

describe("listMeasurements", () => {
  it("pages through a long history, newest first, without a gap", async () => {
    const { stage, access, criterionId } = await scene();
    const now = Date.now();
    await db().measurement.createMany({
      data: Array.from({ length: 120 }, (_, index) => ({
        projectId: stage.projectId,
        criterionId,
        value: index,
        measuredAt: new Date(now - Math.floor(index / 3) * 1000),
        byId: stage.people.member.memberId,
      })),
    });
    const seen: number[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page: Awaited<ReturnType<typeof listMeasurements>> = await listMeasurements(
        access,
        criterionId,
        cursor,
      );
      seen.push(...page.measurements.map(({ value }) => value));
      cursor = page.nextCursor;
      pages++;
    } while (cursor);
    expect(pages).toBe(Math.ceil(120 / MEASUREMENTS_PAGE));
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
  });

  it("refuses a cursor of another list", async () => {
    const { access, criterionId } = await scene();
    expect(await codeOf(listMeasurements(access, criterionId, "nonsense"))).toBe("INVALID");
    expect(await codeOf(listMeasurements(access, criterionId, NOBODY))).toBe("INVALID");
    expect(await codeOf(listMeasurements(access, NOBODY, null))).toBe("NOT_FOUND");
  });
});

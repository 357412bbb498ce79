import { describe, expect, it } from "vitest";
import { plan, planCriterion, planItem, planPhase } from "@/prisma/factories/project";
import { templateOf } from "./template-of";

const worked = plan(
  [
    planPhase(
      "Alpha",
      [
        planItem("Rotate the keys", {
          key: "keys",
          level: "MUST",
          state: "VERIFIED",
          dueOn: "2026-12-31",
          acceptance: "An old key is refused.",
          why: "They leak.",
          files: ["ops/rotate.sh"],
          subItems: [planItem("Tell", { key: "tell", state: "WAIVED", dueOn: "2026-12-30" })],
        }),
      ],
      { key: "alpha", plannedOn: "2027-01-01", criteria: [planCriterion("Calm", { checked: true })] },
    ),
  ],
  {
    environments: {
      columns: ["Staging", "Production"],
      rows: [
        { key: "Database", values: ["small", "db-7.example.org"], mustDiffer: true },
        { key: "Log level", values: ["debug", "warn"] },
      ],
    },
    secrets: [
      {
        name: "Mail",
        variable: "MAIL_KEY",
        owner: "Ben",
        rotationDays: 90,
        storage: "Vault",
        lastRotatedOn: "2026-10-01",
      },
    ],
    criteria: [planCriterion("Everyone agrees", { checked: true })],
  },
);

describe("templateOf", () => {
  const made = templateOf(worked, "Portal");

  it("keeps what is required", () => {
    const [phase] = made.phases;
    expect(made.title).toBe("Portal");
    expect(phase).toMatchObject({ key: "alpha", name: "Alpha", criteria: [{ text: "Calm" }] });
    expect(phase?.sections[0]?.items[0]).toMatchObject({
      key: "keys",
      level: "MUST",
      acceptance: "An old key is refused.",
      why: "They leak.",
      files: ["ops/rotate.sh"],
      subItems: [{ key: "tell" }],
    });
    expect(made.secrets).toEqual([
      { name: "Mail", variable: "MAIL_KEY", owner: null, rotationDays: 90, storage: "Vault" },
    ]);
  });

  it("leaves out states, measurements, dates, people, and production values that must not be shared", () => {
    const text = JSON.stringify(made);
    for (const gone of ["VERIFIED", "WAIVED", "2026-", "2027-", '"checked":true', "Ben", "db-7"])
      expect(text).not.toContain(gone);
    expect(made.environments?.rows.map(({ values }) => values)).toEqual([
      ["small", ""],
      ["debug", "warn"],
    ]);
  });

  it("does it once: again changes nothing", () => {
    expect(templateOf(made, "Portal")).toEqual(made);
  });
});

import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Only the new shape is left. From the drop on there is no way back but the archive. */
export const CONTRACT: PlanPhase = {
  name: "Contract",
  audience: "Nobody notices.",
  goals: ["The old shape is gone from code and database.", "What was learned serves the next migration."],
  scope: ["End of dual writing, archive, drop.", "At least two weeks after the last read of the old shape."],
  minimumScore: 95,
  sections: [
    section("Before the drop", "Data", [
      [
        "no-readers",
        "Nothing reads the old shape",
        "MUST",
        "Two weeks of the database's statistics show no read by any role.",
        "Rename it or take away the right to read first: a forgotten reader then fails loudly and can be helped in a minute.",
      ],
      [
        "no-writers",
        "Dual writing has ended in every process",
        "MUST",
        "No write for a week; the code is removed.",
      ],
      [
        "archived",
        "The old shape is archived, and the archive was read",
        "MUST",
        "A sample of a hundred rows was read from the archive; it has an end date.",
      ],
      [
        "decision",
        "The drop was decided by the data owner, knowing that it is final",
        "MUST",
        "The decision is recorded at the gate.",
      ],
    ]),
    section("Drop", "Deployment", [
      [
        "dropped",
        "Old tables, columns, triggers and rights are dropped",
        "MUST",
        "The schema equals the one built from migrations.",
      ],
      [
        "dropped-quietly",
        "It happened in a quiet hour, by a statement with a lock time-out",
        "SHOULD",
        "No request waited more than two seconds.",
      ],
    ]),
    section("After the drop", "Documentation", [
      [
        "switches-removed",
        "Switches and comparison code are gone",
        "SHOULD",
        "A search for their names finds nothing.",
      ],
      ["space-back", "Space is given back", "COULD", "The size of the database fell by what was expected."],
      [
        "written-up",
        "Times, surprises and the mapping are written up",
        "SHOULD",
        "The owner of the next migration has read it.",
      ],
    ]),
  ],
  criteria: [
    measured("Reads of the old shape", "=", 0, "reads", "14 days"),
    measured("Writes of the old shape", "=", 0, "writes", "7 days"),
    measured("Incidents caused by the migration", "=", 0, "incidents", "14 days"),
  ],
  signOffRules: signedBy("Engineering", "Data", "Data owner"),
  rollback: [
    "Before the drop: give the right to read back, or the name.",
    "After it: restore the archive beside the new shape and repair forward.",
  ],
  rollbackTriggers: ["Somebody needs the old shape and cannot be moved within a day."],
};

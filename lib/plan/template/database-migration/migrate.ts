import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** The data moves; then reads do. */
export const MIGRATE: PlanPhase = {
  name: "Migrate",
  audience: "Everyone, by and by; reads move in steps of 1%, 10%, 50% and 100%.",
  goals: [
    "Old and new hold the same, shown by counting and by comparing.",
    "Reads come from the new shape and nobody notices.",
  ],
  scope: [
    "Backfill, verification, switch of reads.",
    "The old shape is still written, so that the way back is open.",
  ],
  minimumScore: 90,
  sections: [
    section("Before the cutover", "Data", [
      [
        "backup-before",
        "A backup was taken, verified and its restore timed",
        "MUST",
        "The time fits into what the owner of the data agreed to.",
      ],
      [
        "backfill-resumable",
        "The backfill works in batches, can stop anywhere and goes on from there",
        "MUST",
        "It was killed three times and ended with the right count.",
      ],
      [
        "backfill-done",
        "The backfill is complete",
        "MUST",
        "No row of the old shape is without its counterpart.",
      ],
      [
        "verified-counts",
        "Counts, sums and ranges agree per day and per customer",
        "MUST",
        "The report has no line with a difference.",
      ],
      [
        "verified-rows",
        "Rows were compared one by one: all of them, or a stated random sample",
        "MUST",
        "No difference without a reason that the data owner has accepted.",
      ],
      [
        "constraints-validated",
        "Constraints and foreign keys of the new shape are validated",
        "MUST",
        "None is left as not valid.",
      ],
    ]),
    section("Cutover", "Deployment", [
      [
        "shadow-reads",
        "Reads go to both, the old answers, differences are logged",
        "MUST",
        "Two days without an unexplained difference.",
      ],
      [
        "reads-in-steps",
        "Reads are moved in steps, with a look between",
        "MUST",
        "Each step held for an hour within the triggers.",
      ],
      [
        "plans-checked",
        "The ten heaviest queries have a good plan on the new shape",
        "SHOULD",
        "None is slower than before at the 95th percentile.",
      ],
    ]),
    section("After the cutover", "Monitoring", [
      [
        "compare-goes-on",
        "The comparison of both shapes runs every hour",
        "MUST",
        "It raised an alert for a row that was changed on purpose.",
      ],
      [
        "reports-agree",
        "Reports and exports show the same numbers as before",
        "SHOULD",
        "Their owners compared last month's.",
      ],
      ["support-knows", "Support knows what to look out for", "COULD", "The note is in their channel."],
    ]),
  ],
  criteria: [
    measured("Rows without a counterpart", "=", 0, "rows", null, { maximumAgeDays: 2 }),
    measured("Rows that differ without a reason", "=", 0, "rows", null, { maximumAgeDays: 2 }),
    measured("Rows compared one by one", ">=", 10000, "rows"),
    measured("Error rate of what reads the new shape", "<", 0.1, "%", "3 days"),
    measured("95th percentile of reads against before", "<=", 110, "%", "3 days"),
  ],
  signOffRules: signedBy("Engineering", "Data", "Operations"),
  rollback: [
    "Send reads back to the old shape by the switch; it is still written.",
    "Stop the backfill and keep where it was.",
    "Find the difference, mend the mapping, empty and fill the rows concerned again.",
  ],
  rollbackTriggers: [
    "Any difference that a customer could see.",
    "Error rate of reads above 0.5% for five minutes.",
    "Replication lags by more than thirty seconds for five minutes.",
  ],
};

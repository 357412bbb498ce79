import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Both shapes exist; the old one is still the truth. */
export const EXPAND: PlanPhase = {
  name: "Expand",
  audience: "Nobody notices.",
  goals: [
    "The new shape stands beside the old one and is written by all that writes the old one.",
    "How long each step takes on full size is known.",
  ],
  scope: [
    "New tables, columns and indexes; dual writing.",
    "Nothing is removed; all reads stay on the old shape.",
  ],
  sections: [
    section("Plan", "Data", [
      [
        "mapping",
        "Old to new is written down field by field, odd values included",
        "MUST",
        "Each field has a rule for null, empty, doubled and out of range; counts of each were taken.",
      ],
      [
        "readers-writers",
        "Every reader and writer of the old shape is listed",
        "MUST",
        "The database's own statistics by role agree with the list.",
      ],
      [
        "point-of-no-return",
        "The step after which there is no way back is named",
        "MUST",
        "It is in the last phase and has its own decision.",
      ],
    ]),
    section("Dry run", "Testing", [
      [
        "copy-full-size",
        "A dry run on a copy of full size, from first to last step",
        "MUST",
        "Its log has the time, the locks and the space of each step.",
      ],
      [
        "reverse-run",
        "Each step was also taken back on that copy",
        "MUST",
        "Afterwards the copy equals its snapshot.",
      ],
      [
        "under-load",
        "It was repeated with production's traffic replayed",
        "SHOULD",
        "Latency rose by less than 10%.",
      ],
    ]),
    section("Both shapes at once", "Deployment", [
      [
        "added-online",
        "New shape added by statements that do not rewrite or lock long",
        "MUST",
        "No statement held a lock for more than two seconds.",
        "Add columns without a volatile default, build indexes concurrently, add constraints as not valid and validate them later.",
      ],
      [
        "dual-writes",
        "All writers write both, in one transaction where they can",
        "MUST",
        "A day of new rows is equal on both sides.",
      ],
      [
        "switch-off-ready",
        "Dual writing can be switched off without a deployment",
        "SHOULD",
        "Done on staging under load.",
      ],
    ]),
  ],
  criteria: [
    measured("Rows written today that differ between old and new", "=", 0, "rows", "1 day"),
    measured("Longest lock held by a step", "<=", 2, "s"),
    measured("Free space, against the size of the table", ">=", 200, "%"),
  ],
  signOffRules: signedBy("Engineering", "Data"),
  rollback: ["Switch dual writing off.", "Drop the new shape; nothing reads it."],
  rollbackTriggers: [
    "Write latency is 20% above the week before for ten minutes.",
    "Replication lags by more than thirty seconds.",
  ],
};

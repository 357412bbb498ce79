import { template } from "../plan-parts";
import { CONTRACT } from "./contract";
import { EXPAND } from "./expand";
import { MIGRATE } from "./migrate";

/** Change a schema or a store under load: expand, migrate, contract. */
export const DATABASE_MIGRATION = template({
  title: "Database migration",
  description:
    "For a change of schema or store that cannot stop the product: first both shapes, then the data, then only the new shape. Every step can be taken back until the last, and the last waits.",
  phases: [EXPAND, MIGRATE, CONTRACT],
  environments: {
    columns: ["Rehearsal", "Production"],
    rows: [
      {
        key: "Copy of the data",
        values: ["Restored from last night, personal data masked", "The data itself"],
        mustDiffer: true,
      },
      { key: "Size of a backfill batch", values: ["1,000 rows", "1,000 rows"] },
      { key: "Lock time-out", values: ["2 seconds", "2 seconds"] },
      { key: "Reads from", values: ["old", "old until the switch"] },
    ],
  },
  risks: [
    {
      title: "A statement takes a lock that stops the product",
      severity: "CRITICAL",
      likelihood: "HIGH",
      impact: "HIGH",
      mitigation:
        "Lock time-out of two seconds with retries; each statement was timed on a copy of full size.",
    },
    {
      title: "Writes of an old release miss the new shape",
      severity: "HIGH",
      likelihood: "MEDIUM",
      impact: "HIGH",
      mitigation:
        "Dual writing is live in every process before the backfill begins; the comparison runs until contract.",
    },
    {
      title: "The backfill starves replicas or fills the disk",
      severity: "HIGH",
      likelihood: "MEDIUM",
      impact: "HIGH",
      mitigation: "Small batches that pause when replication lags; free space for twice the table.",
    },
    {
      title: "A forgotten reader of the old shape: report, export, script",
      severity: "MEDIUM",
      likelihood: "HIGH",
      impact: "LOW",
      mitigation: "Reads of the old shape are logged by role for two weeks before it is dropped.",
    },
  ],
});

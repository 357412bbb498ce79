import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Data: backed up, verified, restored. */
export const PROVE: PlanPhase = {
  name: "Backups that come back",
  audience: "Operations and the owners of data.",
  goals: [
    "Any loss of data can be undone to within an agreed time.",
    "Every claim about a backup has its proof beside it.",
  ],
  scope: [
    "Databases, indexes, uploaded files, configuration.",
    "Grade of the area Data: from where the last audit saw it to A+.",
  ],
  minimumScore: 95,
  sections: [
    section("Taking", "Data", [
      [
        "scheduled",
        "Every store is backed up on a schedule, and by hand when asked",
        "MUST",
        "The list shows one of each store for each of the last seven days.",
      ],
      [
        "manifest",
        "Each backup has a manifest: what, when, version, size, checksum of each part",
        "MUST",
        "A manifest with one byte changed is refused.",
        "A manifest that lies beside the data is not enough: sign it, or keep its hash elsewhere.",
      ],
      [
        "consistent",
        "Stores that belong together are taken at one moment",
        "MUST",
        "A restored set passes the check of references between stores.",
      ],
      [
        "encrypted-backups",
        "Backups are encrypted before they leave the machine",
        "MUST",
        "The file is unreadable without the key, which is not where the file is.",
      ],
      [
        "elsewhere",
        "A copy lies in another place, which the application cannot delete",
        "MUST",
        "Deleting it with the application's own rights is refused.",
      ],
    ]),
    section("Keeping", "Data", [
      [
        "retention",
        "Backups are kept by days and by count, whichever keeps more",
        "MUST",
        "After the clean-up, thirty days and at least ten backups are there.",
      ],
      [
        "cleanup-safe",
        "The clean-up never removes the last good one",
        "MUST",
        "With all newer ones broken on purpose, the last good one stays.",
      ],
      [
        "increments",
        "Between full backups, changes are kept",
        "COULD",
        "A restore to a chosen minute succeeded.",
      ],
    ]),
    section("Restoring", "Data", [
      [
        "verify-first",
        "A restore verifies before it writes",
        "MUST",
        "A broken backup is refused with the part that is broken, and nothing was overwritten.",
      ],
      [
        "restore-drill",
        "A full restore into an empty environment, with a stop-watch, by the runbook",
        "MUST",
        "It was done by somebody who did not write the runbook; times are recorded as measurements.",
      ],
      ["one-part", "One store alone can be restored", "SHOULD", "Done for each store, the others untouched."],
      [
        "key-recovery",
        "The backup key was recovered from its offline copy",
        "SHOULD",
        "Two people opened a backup with it.",
      ],
    ]),
  ],
  criteria: [
    measured("Recovery time in the last drill", "<=", 60, "minutes", null, {
      area: "Data",
    }),
    measured("Age of the newest verified backup", "<=", 24, "hours", null, {
      maximumAgeDays: 2,
      area: "Data",
    }),
    measured("Backups of the last 30 days that verify", ">=", 100, "%", "30 days", {
      minimumSample: 30,
      area: "Data",
    }),
    measured("Rows missing after the last restore", "=", 0, "rows", null, {
      area: "Data",
    }),
  ],
  signOffRules: signedBy("Operations", "Data owner"),
  rollback: [
    "Keep the old backup job running beside the new one until the drill has passed.",
    "Return to it and tell the data owner.",
  ],
  rollbackTriggers: [
    "A scheduled backup is missing or does not verify.",
    "Backing up slows the product by more than 10%.",
  ],
};

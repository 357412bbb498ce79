import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Weeks 3 and 4: phases 9 to 11. */
export const OPERATE: PlanPhase[] = [
  {
    name: "9. Performance",
    goals: ["It is fast where people wait, and stays so with a year of data."],
    scope: ["Priority: medium. Week 3.", "Database, interfaces, pages."],
    audience: "Developers.",
    sections: [
      section("Performance", "Performance", [
        [
          "year-of-data",
          "It was measured with the data of a year",
          "MUST",
          "The copy has at least as many rows as the forecast.",
        ],
        ["paged", "No list is unbounded", "MUST", "Each list interface refuses more than its limit."],
        [
          "cached",
          "What rarely changes is cached and known to be fresh",
          "COULD",
          "A change shows within a minute everywhere.",
        ],
        [
          "light",
          "Pages are split and compressed",
          "SHOULD",
          "The first page loads in under three seconds on a slow line.",
        ],
      ]),
    ],
    criteria: [
      measured("Interface responses, 95th percentile", "<", 200, "ms", "3 days"),
      measured("First page on a slow line", "<", 3, "s"),
    ],
    signOffRules: signedBy("Engineering"),
    rollback: ["Take the optimisation back; a slow right answer is better than a fast wrong one."],
    rollbackTriggers: ["Somebody sees stale or foreign data from a cache."],
  },
  {
    name: "10. Backup and recovery",
    goals: ["Whatever is lost comes back within an agreed time, and that was tried."],
    scope: ["Priority: medium. Week 3.", "Backups, restore, loss of a site."],
    audience: "Operations and the owners of data.",
    minimumScore: 90,
    sections: [
      section("Backup and recovery", "Data", [
        [
          "targets-agreed",
          "Recovery time and data that may be lost are agreed in numbers",
          "MUST",
          "The owner of the data has signed them.",
        ],
        [
          "daily-kept-thirty",
          "Backups run daily, lie elsewhere, encrypted, and are kept thirty days",
          "MUST",
          "The thirtieth day back can be listed and opened.",
        ],
        [
          "restore-drill",
          "A restore is drilled each month",
          "MUST",
          "The last drill was within thirty days and within the agreed time.",
        ],
        [
          "site-loss",
          "The loss of the whole site was played through at a table",
          "SHOULD",
          "The notes list what was missing and who mends it.",
        ],
      ]),
    ],
    criteria: [
      measured("Recovery time in the last drill", "<", 60, "minutes"),
      measured("Data lost in the last drill", "<=", 15, "minutes"),
    ],
    signOffRules: signedBy("Operations", "Data"),
    rollback: ["Keep the previous way of backing up until the new one has passed a drill."],
    rollbackTriggers: ["A backup fails twice in a row."],
  },
  {
    name: "11. Runbooks and documentation",
    goals: ["Somebody new can deploy, mend and explain it."],
    scope: ["Priority: low. Week 4.", "Runbooks, interface description, support."],
    audience: "Operations, support, customers who integrate.",
    sections: [
      section("Documentation", "Documentation", [
        [
          "deploy-runbook",
          "Deploying, scaling and migrating are written as steps",
          "MUST",
          "Somebody who never did it followed them without asking.",
        ],
        [
          "incident-plan",
          "Who leads, who speaks and where, when it burns",
          "MUST",
          "Played through once, with someone missing.",
        ],
        [
          "interface-described",
          "The interface is described with sign-in, errors and limits",
          "SHOULD",
          "A customer built against it from the description alone.",
        ],
        [
          "known-problems",
          "Known problems and their ways around are listed",
          "COULD",
          "Support uses the list.",
        ],
      ]),
    ],
    criteria: [measured("Alerts with a runbook", ">=", 100, "%")],
    signOffRules: signedBy("Operations"),
    rollback: ["Documents are versioned; bring the last good one back."],
    rollbackTriggers: ["A step of a runbook made an incident worse."],
  },
];

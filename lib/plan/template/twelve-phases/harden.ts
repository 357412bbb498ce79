import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Weeks 2 and 3: phases 5 to 8. */
export const HARDEN: PlanPhase[] = [
  {
    name: "5. Testing",
    goals: ["A change that breaks something is stopped before it is merged."],
    scope: ["Priority: high. Week 2.", "Unit, integration, end to end, load."],
    audience: "Developers.",
    sections: [
      section("Tests", "Testing", [
        [
          "unit",
          "Rules of the product are tested case by case",
          "MUST",
          "Breaking any rule on purpose fails a test.",
        ],
        [
          "journeys",
          "The five most used journeys run in a real browser",
          "MUST",
          "They run on every change, against a real database.",
        ],
        [
          "load",
          "A hundred people at once are served within target",
          "SHOULD",
          "A run of thirty minutes stays within the criteria of phase 9.",
        ],
      ]),
    ],
    criteria: [
      measured("Test coverage", ">=", 80, "%"),
      measured("Test cases that pass", ">=", 98, "%", null, { minimumSample: 200 }),
    ],
    signOffRules: signedBy("Quality"),
    rollback: ["Put a flaky test aside with an owner and a date, rather than switch the check off."],
    rollbackTriggers: ["The checks take more than twenty minutes, or fail at random twice a day."],
  },
  {
    name: "6. Delivery",
    goals: ["A release is boring: built once, promoted, and taken back by one action."],
    scope: ["Priority: high. Week 2.", "Images, pipeline, configuration."],
    audience: "Developers and operations.",
    sections: [
      section("Delivery", "Deployment", [
        [
          "one-artifact",
          "The artifact tested on staging is the one that goes to production",
          "MUST",
          "Both report the same digest.",
        ],
        [
          "small-images",
          "Images are small, run without root and have no known critical fault",
          "SHOULD",
          "The scan of the newest image is clean.",
        ],
        [
          "settings-checked",
          "A missing or odd setting stops the start with its name",
          "MUST",
          "Each required setting was left out once.",
        ],
        [
          "back-in-one",
          "The previous release is back by one action",
          "MUST",
          "Done twice by different people.",
        ],
      ]),
    ],
    criteria: [measured("Time to take a release back", "<=", 10, "minutes")],
    signOffRules: signedBy("Engineering", "Operations"),
    rollback: ["Redeploy the previous artifact."],
    rollbackTriggers: ["Health checks fail for three minutes."],
  },
  {
    name: "7. Security hardening",
    goals: ["The known ways in are shut, and somebody else has tried the others."],
    scope: ["Priority: high. Week 2.", "Transport, headers, accounts, data, dependencies."],
    audience: "Developers and security.",
    minimumScore: 90,
    overdueSecretsBlock: true,
    sections: [
      section("Doors", "Security", [
        [
          "https-only",
          "Everything is HTTPS, with strict transport and a content policy",
          "MUST",
          "An external scan grades it A or better.",
        ],
        [
          "account-lockout",
          "Guessing passwords is slowed down and then stopped",
          "MUST",
          "The eleventh wrong password within fifteen minutes is refused, right or wrong.",
        ],
        [
          "cookies",
          "Cookies are out of reach of scripts and other sites",
          "MUST",
          "Each has HttpOnly, Secure and SameSite.",
        ],
        [
          "second-factor",
          "Administrators need a second factor",
          "SHOULD",
          "An administrator without one is asked to set it up.",
        ],
      ]),
      section("Data", "Security", [
        [
          "sensitive-encrypted",
          "Tokens and personal data are encrypted where they lie",
          "MUST",
          "A dump of the database shows none in the clear.",
        ],
        [
          "erasure",
          "A person's data can be exported and erased",
          "MUST",
          "Done for a test person; what the law keeps is listed.",
        ],
        [
          "dependencies",
          "Dependencies are scanned, and someone acts on it",
          "SHOULD",
          "No known critical fault is older than seven days.",
        ],
      ]),
    ],
    criteria: [
      measured("Critical or high vulnerabilities open", "=", 0, "vulnerabilities", null, {
        maximumAgeDays: 14,
      }),
    ],
    signOffRules: [{ name: "Security", minimum: 2 }],
    rollback: ["Close the way in: rule at the edge, then a fix.", "Rotate what may have been seen."],
    rollbackTriggers: ["A finding is being used by somebody."],
  },
  {
    name: "8. Monitoring and logs",
    goals: ["We know before customers do, and find the reason within minutes."],
    scope: ["Priority: medium. Week 3.", "Errors, metrics, logs, alerts."],
    audience: "Operations and developers.",
    sections: [
      section("Seeing", "Monitoring", [
        [
          "structured-logs",
          "Logs are structured, carry a request id and no personal data",
          "MUST",
          "A search of a day of logs finds no mail address.",
        ],
        [
          "four-signals",
          "Traffic, errors, latency and saturation are on one dashboard",
          "MUST",
          "It answers whether customers are well within ten seconds.",
        ],
        [
          "alerts",
          "Alerts reach a person and say what to do",
          "MUST",
          "Each was provoked and followed by somebody who did not write it.",
        ],
        [
          "work-measured",
          "Background work is measured: waiting, taken, failed",
          "SHOULD",
          "A job that fails for ever raises an alert.",
        ],
      ]),
    ],
    criteria: [measured("Time from a provoked failure to a person", "<=", 5, "minutes")],
    signOffRules: signedBy("Operations"),
    rollback: ["Silence an alert that is wrong for a day, with a ticket."],
    rollbackTriggers: ["More than five alerts a day that nobody acts on."],
  },
];

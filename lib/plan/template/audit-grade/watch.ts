import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Monitoring: alerts by severity. */
export const WATCH: PlanPhase = {
  name: "Alerts that mean something",
  audience: "The people on call.",
  goals: [
    "P1 wakes somebody, P2 waits for the morning, P3 waits for the week.",
    "Each alert says what is wrong for whom and what to do.",
  ],
  scope: [
    "Application, database, background work, infrastructure, and what is special about this product.",
    "Grade of the area Monitoring to A+.",
  ],
  minimumScore: 90,
  sections: [
    section("P1: wakes somebody", "Monitoring", [
      [
        "p1-down",
        "The product cannot be reached, or the database cannot be used",
        "MUST",
        "Both were provoked; a person was reached within five minutes.",
      ],
      [
        "p1-data",
        "Data is being lost or goes to the wrong person",
        "MUST",
        "The consistency check was broken on purpose and paged.",
      ],
      [
        "p1-backup",
        "No verified backup in 26 hours",
        "MUST",
        "The job was stopped and paged on the second day.",
      ],
      [
        "p1-core",
        "The value that tells whether the product does its work is outside its bounds",
        "MUST",
        "The bound is written down with its reason; crossing it paged.",
      ],
    ]),
    section("P2: the next morning", "Monitoring", [
      [
        "p2-degraded",
        "Error rate or latency above target for half an hour",
        "MUST",
        "Provoked; a ticket with the graph was opened by itself.",
      ],
      [
        "p2-saturation",
        "Disk, memory or connections run out within a week at this pace",
        "SHOULD",
        "A disk filled slowly raised it a day before the end.",
      ],
      [
        "p2-certificates",
        "Certificates and secrets end within fourteen days",
        "SHOULD",
        "A certificate of thirteen days raised it.",
      ],
    ]),
    section("P3: the week", "Monitoring", [
      [
        "p3-drift",
        "Unusual patterns and slow drifts are collected for the weekly look",
        "COULD",
        "The last four reviews have notes.",
      ],
    ]),
    section("Around alerts", "Operations", [
      [
        "runbook-each",
        "Every alert links to a runbook with the first three actions",
        "MUST",
        "A test fails for a rule without a link.",
      ],
      [
        "rules-tested",
        "Alert rules are in version control and tested against recorded data",
        "SHOULD",
        "The tests run on every change.",
      ],
      [
        "receiver-watched",
        "Somebody learns it when alerting itself is silent",
        "MUST",
        "With the alert system stopped, a message came from outside it within fifteen minutes.",
      ],
      [
        "pruned",
        "Alerts nobody acted on are mended or deleted each month",
        "SHOULD",
        "The last month's list shows which.",
      ],
    ]),
  ],
  criteria: [
    measured("Time from failure to a person, P1", "<=", 5, "minutes", null, {
      area: "Monitoring",
    }),
    measured("Alerts with a runbook", ">=", 100, "%", null, { area: "Monitoring" }),
    measured("Pages somebody acted on", ">=", 80, "%", "30 days", { minimumSample: 10, area: "Monitoring" }),
    measured("Incidents first told by customers", "<=", 10, "%", "30 days", { area: "Monitoring" }),
  ],
  signOffRules: signedBy("Operations", "On-call"),
  rollback: [
    "Return to the previous rules, which are in version control.",
    "Say in the channel which alert is silent until when.",
  ],
  rollbackTriggers: ["A new rule wakes somebody twice in a night for nothing."],
};

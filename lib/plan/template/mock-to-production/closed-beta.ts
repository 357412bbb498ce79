import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Invited people, in production. */
export const CLOSED_BETA: PlanPhase = {
  name: "Closed beta",
  audience: "Invited early adopters and partners who know that this is a beta.",
  goals: [
    "See production with real suppliers and real data under real use.",
    "Learn from a wider circle whether it does what they need.",
    "Rehearse canary and rollback until they are dull.",
  ],
  scope: [
    "Production behind an allow list.",
    "Every feature meant for launch is on.",
    "Data is kept; participants were told what happens to it if the beta ends.",
  ],
  overdueSecretsBlock: true,
  sections: [
    section("Environments", "Configuration", [
      [
        "matrix-verified",
        "Every row of the environment matrix is live in production and verified",
        "MUST",
        "No cell of production is missing or a mock; two people verified the rows that must differ.",
      ],
      [
        "production-keys-issued",
        "Production keys were issued freshly and never stood in the repository",
        "MUST",
        "A scan of the whole history finds none, and sandbox keys are refused by production.",
      ],
    ]),
    section("Canary and rollback", "Deployment", [
      [
        "canary-automatic",
        "A release goes to a small share first and goes back by itself when it is worse",
        "MUST",
        "A build that fails on purpose was taken back without anyone touching it.",
        "Compare error rate and latency of the canary with the version beside it, not with yesterday.",
      ],
      [
        "previous-version-kept",
        "The previous version stays ready to take all traffic",
        "MUST",
        "Switching back took less than ten minutes, with people signed in throughout.",
      ],
      [
        "point-in-time",
        "The database can be brought back to a moment",
        "MUST",
        "A copy was restored to a chosen minute and checked by its owner.",
      ],
    ]),
    section("Seeing", "Monitoring", [
      [
        "logs-in-one-place",
        "Logs of every service are in one place and carry a request id",
        "MUST",
        "One request is followed through all services from its id alone.",
      ],
      [
        "alerts-on-symptoms",
        "Alerts fire on what customers feel: errors, latency, failed jobs",
        "MUST",
        "Each alert was provoked once and reached the person on call.",
      ],
      [
        "supplier-health",
        "The state of each supplier is on the dashboard",
        "SHOULD",
        "A supplier that is blocked shows within two minutes.",
      ],
    ]),
    section("Acceptance", "Testing", [
      [
        "acceptance-sessions",
        "Participants walk through agreed scenarios and say pass or fail",
        "MUST",
        "Each scenario has three results and each fail has a ticket.",
      ],
      [
        "journeys-automated",
        "The core journeys run against production every fifteen minutes",
        "SHOULD",
        "A broken journey raised an alert within one run.",
      ],
    ]),
  ],
  criteria: [
    measured("Uptime of 99.9%", ">=", 99.9, "%", "14 days"),
    measured("Positive feedback from at least 80% of participants", ">=", 80, "%", null, {
      minimumSample: 20,
    }),
    measured("Core journeys completed by participants", ">=", 50, "journeys"),
    measured("Data loss incidents", "=", 0, "incidents"),
    measured("Time to switch back to the previous version", "<=", 10, "minutes"),
  ],
  signOffRules: signedBy("Engineering", "Security", "Product"),
  rollback: [
    "Send all traffic to the previous version.",
    "Close the allow list to new people.",
    "Restore data to a moment only with its owner's agreement.",
    "Tell participants what happened and what becomes of their data.",
  ],
  rollbackTriggers: [
    "Error rate of the canary is twice that of the version beside it for five minutes.",
    "95th percentile of latency is above one second for ten minutes.",
    "Any record is lost, or is seen by somebody it does not belong to.",
  ],
};

import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section } from "../plan-parts";

/** Everyone, step by step. */
export const LAUNCH: PlanPhase = {
  name: "Launch",
  audience: "Everyone; traffic in steps of 5%, 25%, 50% and 100%.",
  goals: [
    "Open to everyone without a visible dent in quality.",
    "Grow in steps, each of which can be taken back.",
    "Hand over to everyday operation with nothing left in one person's head.",
  ],
  scope: [
    "Production with full capacity, on-call around the clock.",
    "Announcements go out only after the first step has held for a day.",
  ],
  sections: [
    section("Before the day", "Reliability", [
      [
        "load-tested",
        "The expected peak has been tested with room to spare",
        "MUST",
        "Twice the expected peak was served within the latency target.",
      ],
      [
        "rollback-rehearsed",
        "The way back has been rehearsed",
        "MUST",
        "The previous release was back in service within fifteen minutes.",
      ],
      [
        "recovery-rehearsed",
        "Recovery from the loss of the database has been rehearsed",
        "MUST",
        "Recovery time and data lost stayed within the agreed limits.",
      ],
      [
        "quotas-raised",
        "Quotas and limits at suppliers fit the launch",
        "SHOULD",
        "Each supplier confirmed them in writing.",
      ],
    ]),
    section("Communication", "Communication", [
      [
        "status-page",
        "Customers can see the state of the service",
        "SHOULD",
        "An exercise incident was posted and resolved there.",
      ],
      [
        "launch-messages",
        "Announcement, documentation and answers for support are approved",
        "MUST",
        "Product and legal approved the final texts.",
      ],
      [
        "internal-notice",
        "Every team touched by the launch knows the day and the contact",
        "COULD",
        "The notice was read by each team lead.",
      ],
    ]),
    section("On the day", "Deployment", [
      [
        "go-call",
        "Those who signed meet, look at the numbers and decide",
        "MUST",
        "The decision and its reasons are recorded at the gate.",
      ],
      [
        "stepwise-opening",
        "Traffic is opened in steps, with a look at the numbers between them",
        "MUST",
        "Each step held for an hour within the limits.",
      ],
      [
        "first-day-watch",
        "Someone watches the first day and may stop it",
        "MUST",
        "The rota names a person for every hour.",
      ],
    ]),
    section("After the day", "Documentation", [
      [
        "handover",
        "Ownership, on-call and runbooks are handed over",
        "SHOULD",
        "The new owners handled one alert alone.",
      ],
      [
        "look-back",
        "The rollout is looked back on while it is fresh",
        "COULD",
        "What to keep and what to change is written down.",
      ],
    ]),
  ],
  criteria: [
    measured("Uptime of 99.9% over 30 days", ">=", 99.9, "%", "30 days"),
    measured("Error rate below 1% on the core journeys", "<", 1, "%", "7 days"),
    measured("1,000 users onboarded", ">=", 1000, "users"),
    measured("No security incidents in the first month", "=", 0, "incidents", "1 month"),
  ],
  signOffRules: [
    { name: "Engineering", minimum: 1 },
    { name: "Security", minimum: 1 },
    { name: "Product", minimum: 1 },
    { name: "Operations", minimum: 1 },
  ],
  rollback: [
    "Stop at the current step and send new traffic back to the previous release.",
    "Switch the affected feature off; if errors stay above the limit for ten minutes, redeploy the previous release.",
    "Keep the new data; apply the reviewed reverse migration if the previous release cannot read it.",
    "Post to the status page, tell support, and record the decision at the gate.",
  ],
  rollbackTriggers: [
    "Error rate on core journeys above 2% for ten minutes.",
    "95th percentile of latency above one second for ten minutes.",
    "A security incident that is not contained within an hour.",
  ],
};

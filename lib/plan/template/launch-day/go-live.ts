import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** The day. */
export const GO_LIVE: PlanPhase = {
  name: "Go-live day",
  audience: "Everyone; in steps of 1%, 10%, 50% and 100%.",
  goals: [
    "Open the product by the run sheet, and stop by it if need be.",
    "Those who come first are served best.",
  ],
  scope: ["One room or call for those on the run sheet.", "No other deployment on this day."],
  minimumScore: 95,
  overdueSecretsBlock: true,
  sections: [
    section("Before go-live", "Deployment", [
      [
        "fresh-backup",
        "A backup of this morning was taken and verified",
        "MUST",
        "Its checksum agrees and a sample table was read from it.",
      ],
      [
        "rollback-ready",
        "The previous release stands ready and the way back is one action",
        "MUST",
        "The person who would do it has the page open and the right to do it.",
      ],
      [
        "alerts-armed",
        "Alerts are on, reach the room, and silences are lifted",
        "MUST",
        "A test alert rang in the room.",
      ],
      [
        "go-call",
        "Go or no-go is asked of every role by name",
        "MUST",
        "The decision is recorded at the gate.",
      ],
    ]),
    section("Go-live", "Deployment", [
      ["step-1", "1%: colleagues and pilots first", "MUST", "Thirty minutes without a trigger."],
      ["step-10", "10%: core journeys watched by eye and by numbers", "MUST", "One hour without a trigger."],
      [
        "step-50",
        "50%: support says what people report",
        "MUST",
        "One hour without a trigger and no report without an owner.",
      ],
      [
        "step-100",
        "100%: then the announcement goes out",
        "MUST",
        "All addresses serve the new release; the announcement links work.",
      ],
      [
        "log-kept",
        "Someone writes down what happened when",
        "SHOULD",
        "The log has an entry for every step and every surprise.",
      ],
    ]),
    section("After go-live", "Monitoring", [
      [
        "smoke-after",
        "Smoke tests and one real purchase pass at 100%",
        "MUST",
        "Both are in the log with their time.",
      ],
      [
        "night-watch",
        "The first night has a named person with the right to roll back",
        "MUST",
        "The rota shows the name; the person confirmed.",
      ],
      [
        "crew-fed",
        "The crew was fed, thanked and sent home",
        "COULD",
        "Nobody of the first shift is in the room at night.",
      ],
    ]),
  ],
  criteria: [
    measured("Error rate on core journeys", "<", 1, "%", "6 hours"),
    measured("95th percentile of latency", "<", 500, "ms", "6 hours"),
    measured("Purchases or sign-ups that succeed", ">=", 98, "%", "6 hours", { minimumSample: 100 }),
  ],
  signOffRules: signedBy("Launch lead", "Engineering", "Operations"),
  rollback: [
    'Say "stop" in the room; nobody opens another step.',
    "Send all traffic to the previous release.",
    "Keep orders and sign-ups made meanwhile; check a sample by hand.",
    "Post the prepared text to the status page, hold the announcement.",
  ],
  rollbackTriggers: [
    "Error rate above 2% for five minutes.",
    "Fewer than 95% of purchases succeed over fifteen minutes.",
    "Data of one customer is seen by another.",
    "The launch lead says so.",
  ],
};

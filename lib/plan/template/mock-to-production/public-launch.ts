import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Everybody, in steps. */
export const PUBLIC_LAUNCH: PlanPhase = {
  name: "Public launch",
  audience: "Everyone; traffic in steps of 5%, 25%, 50% and 100%.",
  goals: [
    "Open to everyone without a dent in quality that a customer would notice.",
    "Support and operation run without the people who built it.",
  ],
  scope: [
    "Production with full capacity and an on-call rota.",
    "The mock environment lives on for development, apart from production in network and accounts.",
  ],
  minimumScore: 90,
  overdueSecretsBlock: true,
  sections: [
    section("Before launch", "Reliability", [
      [
        "peak-tested",
        "Twice the expected peak was served against real suppliers or their agreed load sandboxes",
        "MUST",
        "The report shows latency within target and no supplier limit reached.",
      ],
      [
        "beta-data-settled",
        "What the beta left behind is kept, cleaned or erased, as participants were told",
        "MUST",
        "The data owner has checked a sample of each kind.",
      ],
      [
        "suppliers-told",
        "Suppliers know the day and have raised their limits",
        "SHOULD",
        "Each confirmed in writing.",
      ],
    ]),
    section("Launch day", "Deployment", [
      [
        "opened-in-steps",
        "Traffic is opened in steps, with a look at the triggers between them",
        "MUST",
        "Each step held for an hour without a trigger.",
      ],
      [
        "rota-named",
        "A named person watches and may stop it, every hour of the first two days",
        "MUST",
        "The rota has no gap and each person has switched back once in practice.",
      ],
      [
        "announcement",
        "Announcements go out after the second step has held",
        "COULD",
        "They did, in that order.",
      ],
    ]),
    section("After launch", "Data", [
      [
        "data-owners",
        "Each kind of data has an owner, a standard of quality and a life cycle",
        "SHOULD",
        "The first monthly review took place and its findings have owners.",
      ],
      [
        "mocks-removed",
        "Code that only served the mocks is out of the production build",
        "SHOULD",
        "The mock markers are not found in the built artifact.",
      ],
    ]),
  ],
  criteria: [
    measured("1,000 users onboarded", ">=", 1000, "users"),
    measured("Major disruptions or security incidents", "=", 0, "incidents", "1 month"),
    measured("Error rate on core journeys", "<", 1, "%", "7 days"),
    measured("First answers by support within four hours", ">=", 90, "%", "14 days", { minimumSample: 30 }),
  ],
  signOffRules: signedBy("Engineering", "Security", "Product", "Operations"),
  rollback: [
    "Stop at the step reached and send new traffic to the previous version.",
    "Switch the feature at fault off; if the trigger still holds after ten minutes, switch back whole.",
    "Keep new data; apply the reviewed reverse migration only if the previous version cannot read it.",
    "Post to the status page and record the decision at the gate.",
  ],
  rollbackTriggers: [
    "Error rate above 2% for five minutes at any step.",
    "A supplier refuses more than 1% of calls for ten minutes.",
    "More than three customers report the same failure within an hour.",
  ],
};

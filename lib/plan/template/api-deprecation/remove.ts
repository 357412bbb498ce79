import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Off; then out. */
export const REMOVE: PlanPhase = {
  name: "Remove",
  audience: "Everyone.",
  goals: [
    "The interface is gone, and so are its code, tests, data and cost.",
    "Who calls it still gets an answer that helps.",
  ],
  scope: [
    "Off for everybody on the announced day; code out thirty days later.",
    "Extensions that still run are served apart, or have ended.",
  ],
  minimumScore: 90,
  sections: [
    section("Before removal", "Communication", [
      [
        "last-call",
        "A last message went out two weeks before",
        "MUST",
        "To each owner with a call in the last 30 days.",
      ],
      [
        "thresholds-met",
        "Calls left are under the agreed threshold",
        "MUST",
        "Measured over two weeks, brownouts not counted.",
      ],
      [
        "way-back-for-30-days",
        "It can be switched on again for thirty days",
        "MUST",
        "Code and data stay; the switch was tried the day before.",
      ],
    ]),
    section("Removal", "Deployment", [
      [
        "off",
        "Switched off in steps: 10%, 50%, 100% of the remaining calls",
        "MUST",
        "A day each without a trigger.",
      ],
      [
        "gone-answer",
        "Calls are answered with 410 and the link to the guide",
        "MUST",
        "From outside, with and without a token.",
      ],
      [
        "docs-archived",
        "Documentation is archived and marked; clients are marked deprecated",
        "SHOULD",
        "Search leads to the successor.",
      ],
    ]),
    section("After removal", "Engineering", [
      [
        "code-out",
        "Code, tests, switches, alerts and rights are removed",
        "MUST",
        "A search for the interface's name finds only the changelog.",
      ],
      [
        "data-out",
        "Data that only it used is archived or erased",
        "SHOULD",
        "The data owner agreed to which.",
      ],
      [
        "cost-shown",
        "What it saves is shown to those who paid for the move",
        "COULD",
        "Numbers of the first month.",
      ],
      [
        "looked-back",
        "What to do better next time is written down",
        "SHOULD",
        "The guide for deprecations has changed.",
      ],
    ]),
  ],
  criteria: [
    measured("Calls left, against the day of the announcement", "<=", 0.1, "%", "14 days"),
    measured("Owners with more than 10 calls a day", "=", 0, "owners", "14 days"),
    measured("Open extensions", "=", 0, "extensions"),
    measured("Escalations after the switch", "<=", 2, "escalations", "14 days"),
  ],
  signOffRules: signedBy("Engineering", "Product", "Legal"),
  rollback: [
    "Within thirty days: switch it on for the token concerned, with an end.",
    "After that: help them move; the code does not come back.",
  ],
  rollbackTriggers: [
    "A customer under contract is cut off against the agreed notice.",
    "More than three escalations on one day.",
  ],
};

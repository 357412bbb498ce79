import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

const work = (why: string, impact: string, files: string): string =>
  `Why: ${why}\n\nImpact: ${impact}\n\nFiles: ${files}`;

/** Weeks 5 and 6: good enough to put a 1 on it. */
export const POLISH: PlanPhase = {
  name: "Weeks 5-6: Polish and open",
  audience: "Invited people in week 5; everyone on the last day.",
  goals: [
    "A stranger gets value within five minutes and nobody has to explain anything.",
    "The numbers of 1.0 are measured, not hoped for.",
  ],
  scope: ["Testing, documentation, speed and the opening itself.", "Features marked COULD wait for 1.1."],
  minimumScore: 90,
  overdueSecretsBlock: true,
  sections: [
    section("Week 5: testing", "Testing", [
      [
        "coverage",
        "Critical modules are covered, with tests that fail when the code is broken",
        "MUST",
        "Coverage is above 80% and ten faults put in on purpose are all caught.",
        work("it is what lets us change things later.", "CRITICAL.", "`tests/`"),
      ],
      [
        "load-at-target",
        "A hundred people at once are served within target",
        "MUST",
        "The report of one hour shows latency and error rate within the criteria.",
      ],
      [
        "outside-security-test",
        "Somebody outside the team has attacked it",
        "MUST",
        "No finding rated critical or high is open.",
      ],
    ]),
    section("Week 5: documentation", "Documentation", [
      [
        "getting-started",
        "A getting-started page that a newcomer can follow",
        "MUST",
        "Three newcomers followed it in under five minutes each, watched and not helped.",
        work("no page, no adoption.", "HIGH.", "`docs/`"),
      ],
      [
        "api-described",
        "Interfaces are described with examples that run",
        "SHOULD",
        "The examples are run by the pipeline.",
      ],
      [
        "deploy-documented",
        "Installing, configuring and mending are written down",
        "SHOULD",
        "Somebody new deployed and recovered it from the pages.",
      ],
    ]),
    section("Week 6: speed", "Performance", [
      [
        "slow-queries",
        "The ten slowest queries are known and mended",
        "SHOULD",
        "None of them takes more than 100 ms at twice today's data.",
      ],
      [
        "light-pages",
        "Pages load fast on a middling phone",
        "COULD",
        "The score of the page test is 90 or more for the three most visited.",
      ],
    ]),
    section("Week 6: opening", "Deployment", [
      [
        "smoke-tests",
        "Smoke tests run after every deployment and stop a bad one",
        "MUST",
        "A release that breaks sign-in was stopped by them.",
      ],
      [
        "help-reachable",
        "People find where to report a fault, and get an answer",
        "MUST",
        "Five reports from outside were answered within a working day.",
      ],
      [
        "announcement-ready",
        "The announcement is written and every link in it works",
        "SHOULD",
        "Product approved it; a link check is green.",
      ],
    ]),
  ],
  criteria: [
    measured("Critical features that work from end to end", ">=", 100, "%"),
    measured("Test coverage of critical modules", ">", 80, "%"),
    measured("Responses of the interface, 95th percentile", "<", 200, "ms", "7 days"),
    measured("Uptime", ">=", 99.9, "%", "7 days"),
    measured("Critical vulnerabilities open", "=", 0, "vulnerabilities"),
    measured("Time for a newcomer to get started", "<", 5, "minutes", null, { minimumSample: 3 }),
    measured("Error rate on key journeys", "<", 1, "%", "7 days"),
  ],
  signOffRules: signedBy("Engineering", "Security", "Product"),
  rollback: [
    "Close registration; people inside stay.",
    "Redeploy the last release candidate that passed.",
    "Say on the status page what happened and when the next try is.",
  ],
  rollbackTriggers: [
    "Error rate on a key journey above 2% for ten minutes.",
    "Any loss of data.",
    "A critical vulnerability is reported and not mended within four hours.",
  ],
};

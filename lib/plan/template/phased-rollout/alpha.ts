import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section } from "../plan-parts";

/** Colleagues only: does it work at all? */
export const ALPHA: PlanPhase = {
  name: "Alpha",
  audience: "The team and a handful of invited colleagues.",
  goals: [
    "Prove that the core journeys work from end to end on production-like infrastructure.",
    "Find the failures that would hurt a customer while only colleagues can meet them.",
    "Learn what it takes to operate the system before anyone depends on it.",
  ],
  scope: [
    "A staging environment built the same way as production; no customer data.",
    "The core journeys only; everything else may be switched off.",
  ],
  sections: [
    section("Build and release", "Deployment", [
      [
        "reproducible-build",
        "Every build comes from version control through the pipeline",
        "MUST",
        "A clean checkout deploys to staging without a manual step.",
      ],
      [
        "schema-migrations",
        "Database changes run as reviewed migrations",
        "MUST",
        "Applying and reverting the latest migration on a copy of the data succeeds.",
      ],
      [
        "feature-switches",
        "Unfinished features can be switched off without a deployment",
        "SHOULD",
        "A feature is turned off in staging and disappears within a minute.",
      ],
    ]),
    section("Testing", "Testing", [
      [
        "core-journeys-automated",
        "The core journeys are covered by automated tests",
        "MUST",
        "The suite runs on every change and blocks a merge when it fails.",
      ],
      [
        "failure-cases",
        "Failures of each dependency have been tried out",
        "SHOULD",
        "With each dependency stopped in turn, people see a clear message and no data is lost.",
      ],
      [
        "exploratory-session",
        "Someone outside the team has tried to break it",
        "COULD",
        "The notes of one exploratory session are filed with what was found.",
      ],
    ]),
    section("Security", "Security", [
      [
        "access-by-role",
        "Every page and interface checks who is asking",
        "MUST",
        "A person without the role is refused on the server, shown by tests.",
      ],
      [
        "secrets-outside-code",
        "Secrets live outside the code and have an owner",
        "MUST",
        "A scan of the repository finds none, and each is listed with its rotation.",
      ],
    ]),
  ],
  criteria: [
    measured("At least 95% of test cases pass", ">=", 95, "%"),
    measured("No critical or blocking issues open", "=", 0, "issues"),
    measured("Stable for 72 continuous hours under simulated load", ">=", 72, "hours", "continuous 72 hours"),
  ],
  signOffRules: [
    { name: "Engineering", minimum: 1 },
    { name: "Quality", minimum: 1 },
  ],
  rollback: [
    "Redeploy the last build that passed the pipeline.",
    "Restore the staging database from the snapshot taken before the deployment.",
  ],
  rollbackTriggers: ["A core journey fails for more than one person.", "Data written on staging is lost."],
};

import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

const work = (why: string, impact: string, files: string): string =>
  `Why: ${why}\n\nImpact: ${impact}\n\nFiles: ${files}`;

/** Weeks 1 and 2: join what is written. */
export const INTEGRATE: PlanPhase = {
  name: "Weeks 1-2: Integrate",
  audience: "The team; demonstrations to the people who pay for it on Fridays.",
  goals: [
    "The journey that the product is for works from its first page to its last.",
    "What blocks other work is done first.",
  ],
  scope: ["Code that exists and is not joined; no new features.", "Development and staging."],
  sections: [
    section("Week 1: the core journey", "Integration", [
      [
        "core-supplier",
        "Connect the supplier the core journey depends on, with sign-in, reading and writing",
        "MUST",
        "A hundred records are written, read back, changed and deleted in under ten seconds.",
        work(
          "four other items wait for it.",
          "HIGH: unblocks the import and scheduling.",
          "`integrations/`, `config/oauth`",
        ),
      ],
      [
        "second-supplier",
        "Connect a second supplier behind the same interface",
        "SHOULD",
        "Switching a test account from one to the other needs no change outside the adapter.",
        work("one supplier is a dependency, two are an interface.", "MEDIUM.", "`integrations/<supplier>`"),
      ],
      [
        "import-pipeline",
        "An uploaded document becomes records, with progress and a preview",
        "MUST",
        "Ten real documents are imported, each within five seconds, and a broken one is refused with a reason.",
        work("it is what people come for.", "HIGH: first value within minutes.", "`import/`, `web/upload`"),
      ],
      [
        "conflicts-shown",
        "Conflicts with what is there already are shown before anything is written",
        "MUST",
        "Importing the same document twice writes nothing the second time.",
        work("silent doubles cost trust.", "HIGH.", "`import/conflicts`"),
      ],
    ]),
    section("Week 2: around it", "Integration", [
      [
        "reminders",
        "Notifications go out by mail and in the application, with quiet hours",
        "SHOULD",
        "Each channel delivered one to a test account, and none within quiet hours.",
        work("people forget to come back.", "MEDIUM.", "`notifications/`"),
      ],
      [
        "every-route-answers",
        "Every page and interface answers with what it is for or with a clear refusal",
        "MUST",
        "A crawl of all routes by each role finds no failure of the server.",
        work("without pages there are no users.", "CRITICAL.", "`web/`"),
      ],
      [
        "sign-in",
        "Sign-in keeps passwords hashed, sessions revocable and attempts limited",
        "MUST",
        "Tests show a revoked session and an eleventh attempt refused.",
        work("everything after this assumes it.", "CRITICAL.", "`auth/`"),
      ],
      [
        "small-screens",
        "The core journey works on a phone",
        "COULD",
        "Somebody who did not build it completes it on a phone without help.",
        work("half of first visits come from one.", "LOW for 1.0.", "`web/styles`"),
      ],
    ]),
    section("Quality gates", "Testing", [
      [
        "merge-needs-tests",
        "Nothing is merged with a failing test",
        "MUST",
        "The main branch refuses a merge whose checks are red, also for admins.",
      ],
      [
        "errors-handled",
        "Every interface has a tested failure case",
        "SHOULD",
        "Each interface has at least one test in which a dependency fails.",
      ],
    ]),
  ],
  criteria: [
    measured("Core journeys that pass from end to end", ">=", 100, "%"),
    measured("95% of test cases pass", ">=", 95, "%"),
    measured("Blocking issues open", "=", 0, "issues"),
  ],
  signOffRules: signedBy("Engineering", "Product"),
  rollback: [
    "Redeploy the last demonstrated build on staging.",
    "Turn the newest integration off by its switch.",
  ],
  rollbackTriggers: ["The Friday demonstration cannot be given from staging."],
};

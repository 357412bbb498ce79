import type { Comparator, Level } from "@/lib/domain/words";
import type { Plan, PlanCriterion, PlanItem } from "@/lib/schemas/plan";

/** One checklist entry of a template: key, what is to be done, its level, and how one knows it is done. */
type Entry = readonly [key: string, title: string, level: Level, acceptance: string];

function section(
  title: string,
  area: string,
  entries: readonly Entry[],
): { title: string; items: PlanItem[] } {
  return {
    title,
    items: entries.map(([key, text, level, acceptance]) => ({
      key,
      title: text,
      details: "",
      state: "OPEN",
      level,
      area,
      acceptance,
      subItems: [],
    })),
  };
}

function measured(
  text: string,
  comparator: Comparator,
  target: number,
  unit: string,
  window: string | null = null,
): PlanCriterion {
  return { text, comparator, target, unit, window, level: "MUST", checked: false };
}

const ALPHA: Plan["phases"][number] = {
  name: "Alpha",
  goals: [
    "Prove that the core journeys work from end to end on production-like infrastructure.",
    "Find the failures that would hurt a customer while only colleagues can meet them.",
    "Learn what it takes to operate the system before anyone depends on it.",
  ],
  scope: [
    "Audience: the team and a handful of invited colleagues.",
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
};

const BETA: Plan["phases"][number] = {
  name: "Beta",
  goals: [
    "Hear from people outside the company whether it solves their problem.",
    "See how the system behaves under real use and real data.",
    "Rehearse everything that launch will demand: support, alerts, recovery.",
  ],
  scope: [
    "Audience: invited customers who agreed to take part and know whom to tell.",
    "Production environment, behind an allow list.",
    "All features meant for launch; data is kept when the phase ends.",
  ],
  sections: [
    section("Operations", "Monitoring", [
      [
        "alerts-reach-someone",
        "Alerts on errors, latency and saturation reach the person on call",
        "MUST",
        "A provoked failure pages the person on call within five minutes.",
      ],
      [
        "dashboards",
        "One dashboard answers whether customers are well",
        "SHOULD",
        "The team reviews it together once a week.",
      ],
      [
        "runbooks",
        "Each alert links to what to do about it",
        "SHOULD",
        "Someone who did not write a runbook has followed it.",
      ],
    ]),
    section("Data", "Data", [
      [
        "backup-restored",
        "A backup has been restored, not only taken",
        "MUST",
        "The restored copy is complete and the time it took is written down.",
      ],
      [
        "personal-data",
        "Personal data can be exported and erased on request",
        "MUST",
        "A test person is exported and erased, and the record of it is kept.",
      ],
      [
        "retention",
        "Each kind of data has a time after which it goes",
        "SHOULD",
        "The deletion job ran and its result was checked.",
      ],
    ]),
    section("Security", "Security", [
      [
        "independent-review",
        "Someone independent has reviewed the security",
        "MUST",
        "Every finding rated high or above is closed or accepted in writing.",
      ],
      [
        "rate-limits",
        "Sign-in and costly requests are limited",
        "MUST",
        "A burst of requests is refused while others are served.",
      ],
    ]),
    section("People", "Support", [
      [
        "feedback-channel",
        "Participants have one place to report and get an answer",
        "MUST",
        "Each report of the first week was answered within two working days.",
      ],
      [
        "support-briefed",
        "Support knows the product and its known problems",
        "SHOULD",
        "Support resolved three practice cases without help.",
      ],
    ]),
  ],
  criteria: [
    measured("Uptime of 99.9%", ">=", 99.9, "%", "14 days"),
    measured("95% of requests are answered in under 500 ms", "<", 500, "ms", "14 days"),
    measured("Positive feedback from at least 80% of participants", ">=", 80, "%"),
    measured("At least 25 participants completed a core journey", ">=", 25, "participants"),
    measured("No data loss incidents", "=", 0, "incidents"),
  ],
  signOffRules: [
    { name: "Engineering", minimum: 1 },
    { name: "Security", minimum: 1 },
    { name: "Product", minimum: 1 },
  ],
  rollback: [
    "Close the allow list, so that nobody new comes in.",
    "Switch the affected feature off; redeploy the previous release if that is not enough.",
    "Restore data from the last verified backup only with the agreement of the data owner.",
    "Tell the participants what happened and what becomes of their data.",
  ],
};

const LAUNCH: Plan["phases"][number] = {
  name: "Launch",
  goals: [
    "Open to everyone without a visible dent in quality.",
    "Grow in steps, each of which can be taken back.",
    "Hand over to everyday operation with nothing left in one person's head.",
  ],
  scope: [
    "Audience: everyone; traffic in steps of 5%, 25%, 50% and 100%.",
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
};

/** What a new project starts from when there is no plan yet: Alpha, Beta and Launch, ready to be worked and changed. */
export const ROLLOUT_TEMPLATE: Plan = {
  title: "Phased rollout",
  phases: [ALPHA, BETA, LAUNCH],
  environments: {
    columns: ["Staging", "Production"],
    rows: [
      { key: "Data", values: ["Made-up data, reset every night", "Customer data, backed up every hour"] },
      { key: "External services", values: ["Sandbox accounts", "Production accounts"] },
      { key: "Log level", values: ["debug", "warn"] },
    ],
  },
  secrets: [],
  risks: [
    {
      title: "A dependency fails or slows down under real load",
      severity: "HIGH",
      mitigation: "Time limits, retries with a pause, and a reduced mode that is tested every release.",
    },
    {
      title: "Too few participants to judge the beta",
      severity: "MEDIUM",
      mitigation: "Invite twice as many as needed and extend the phase rather than lower the bar.",
    },
  ],
  criteria: [],
  unplaced: [],
  notes: [],
};

import "server-only";
import { attested, could, demoPlan, measured, must, phase, rules, should } from "./demo-plan";

/** What the people of the demo are rolling out. Their stories are told in lib/data/demo-stories.ts. */

const launch = phase(
  "Launch",
  {
    "Go live": [
      must("Switch the traffic over in four steps", {
        details: "1 %, 10 %, 50 %, 100 %; an hour between steps.",
      }),
      should("Tell support what changes", { area: "Support" }),
    ],
  },
  { goals: ["Everybody uses it"], criteria: [measured("At least 99.9% uptime", ">=", 99.9, "%")] },
);

export const portalPlan = demoPlan(
  "Customer portal",
  [
    phase(
      "Alpha",
      {
        Access: [
          must("Rotate every signing key", { area: "Security", acceptance: "The old keys are refused" }),
          must("Lock an account after ten wrong passwords", { area: "Security" }),
          should("Sign in with a one-time code", {
            area: "Security",
            subItems: [should("Codes by mail"), should("Codes by app"), should("Recovery codes")],
          }),
        ],
        Data: [
          must("Restore drill from last night's backup", {
            area: "Data",
            why: "Nobody has restored a backup since the move to the new cluster.",
            impact: "Without it a lost table costs a day of orders.",
            files: ["ops/restore.sh", "docs/runbooks/restore.md"],
            acceptance: "A table dropped on staging is back within 30 minutes",
            details:
              "Do it **on staging**, with the runbook open:\n\n- drop the table\n- restore\n- compare the row counts",
          }),
          should("Mask personal data on staging", { area: "Data" }),
        ],
        Monitoring: [
          must("Alert on failed sign-ins", { area: "Monitoring" }),
          should("Dashboards for latency and errors", { area: "Monitoring" }),
          could("Send the weekly numbers by mail", { area: "Monitoring" }),
        ],
      },
      {
        goals: ["Our own people do their work in the new portal", "Find what breaks before a customer does"],
        scope: ["Staff of the service team", "Read and write, on a copy of production"],
        criteria: [
          measured("At least 95% of test cases passed", ">=", 95, "%"),
          measured("p95 latency under 300 ms", "<", 300, "ms"),
          attested("Legal agrees with the new terms"),
        ],
        signOffRules: rules("Engineering", "Product"),
        rollback: ["Point the load balancer at the old portal", "Restore last night's snapshot"],
      },
    ),
    phase(
      "Beta",
      {
        Customers: [
          must("Invite ten customers"),
          should("Answer feedback within a day", { area: "Support" }),
        ],
      },
      {
        criteria: [measured("At least 80% positive feedback", ">=", 80, "%")],
        signOffRules: rules("Product"),
      },
    ),
    launch,
  ],
  {
    environments: {
      columns: ["Mock", "Production"],
      rows: [
        { key: "Database", values: ["postgres on the laptop", "managed, two zones"] },
        { key: "Mail", values: ["printed to the log", "provider, own domain"] },
        { key: "Log level", values: ["debug", "info"] },
      ],
    },
    secrets: [
      {
        name: "Mail provider key",
        variable: "MAIL_API_KEY",
        owner: "Ben",
        rotationDays: 90,
        storage: "Vault",
      },
      { name: "Session key", variable: "SESSION_KEY", owner: "Ana", rotationDays: 180, storage: "Vault" },
    ],
    risks: [
      {
        title: "The mail provider is slow on Mondays",
        severity: "MEDIUM",
        likelihood: "MEDIUM",
        impact: "MEDIUM",
        mitigation: "A second provider",
      },
    ],
  },
);

export const paymentsPlan = demoPlan("Payments migration", [
  phase(
    "Dry run",
    {
      Ledger: [
        must("Both ledgers agree for a week", {
          area: "Data",
          acceptance: "The nightly comparison is empty",
        }),
        must("Refunds reach the old provider", { area: "Data" }),
        should("Runbook for a provider outage", { area: "Operations" }),
      ],
      Security: [must("Card data never touches our disks", { area: "Security" })],
    },
    {
      goals: ["Move no money, and know that we could"],
      criteria: [
        measured("Fewer than 3 differences a day", "<", 3, "differences"),
        measured("At least 99% of charges within 2 s", ">=", 99, "%"),
      ],
      signOffRules: rules("Engineering", "Finance"),
      rollback: ["Switch the flag payments.next off"],
    },
  ),
  phase("Ten percent", { Rollout: [must("Ten percent of charges for three days")] }),
  launch,
]);

export const mobilePlan = demoPlan("Mobile app 2.0", [
  phase(
    "Internal",
    {
      App: [
        must("No crash in a day of use", { area: "Quality" }),
        must("Old versions are told to update", { area: "Quality" }),
        should("Works without a network", { area: "Quality" }),
      ],
      Store: [should("Pictures and texts for the stores", { area: "Marketing" })],
    },
    {
      goals: ["Everybody in the company uses it for two weeks"],
      criteria: [measured("At least 99.5% of sessions without a crash", ">=", 99.5, "%")],
      signOffRules: rules("Engineering", "Product"),
    },
  ),
  phase(
    "Open beta",
    {
      Beta: [
        must("Two hundred testers on each platform"),
        must("Push messages arrive within a minute", { area: "Quality" }),
        should("Translate the store pages", { area: "Marketing" }),
        should("Answer every review", { area: "Support" }),
      ],
    },
    { criteria: [measured("Rating of at least 4.2", ">=", 4.2, "stars")], signOffRules: rules("Product") },
  ),
  launch,
]);

export const searchPlan = demoPlan(
  "Search relaunch",
  [
    phase(
      "Shadow traffic",
      {
        Index: [
          must("Build the index again within four hours", { area: "Operations" }),
          must("Deleted documents leave the index within a minute", { area: "Security" }),
          should("Synonyms for the fifty most used words", { area: "Quality" }),
          should("Compare a thousand queries by hand", { area: "Quality" }),
        ],
      },
      {
        goals: ["Answer every query twice and show the old answer"],
        criteria: [
          measured("At least 99.9% uptime", ">=", 99.9, "%"),
          measured("p95 latency under 120 ms", "<", 120, "ms"),
        ],
        signOffRules: rules("Engineering", "Security"),
        rollback: ["Stop the shadow reader"],
      },
    ),
    phase("Half of all users", { Rollout: [must("Half of all users for a week")] }),
    launch,
  ],
  {
    risks: [
      {
        title: "Documents of one customer may show up in another's results",
        severity: "CRITICAL",
        likelihood: "HIGH",
        impact: "HIGH",
        mitigation: "Filter by tenant in the index, not in the page",
      },
    ],
  },
);

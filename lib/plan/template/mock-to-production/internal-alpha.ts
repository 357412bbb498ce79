import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** The team itself, on staging built as production will be. */
export const INTERNAL_ALPHA: PlanPhase = {
  name: "Internal alpha",
  audience: "The team and a few colleagues who like to break things.",
  goals: [
    "Run the core journeys from end to end against real services in their sandboxes.",
    "Know of every mock in the system and what takes its place.",
    "Keep what used to live in memory across a restart.",
  ],
  scope: [
    "Staging, built from the same description as production.",
    "Core journeys only; the others are switched off.",
    "Made-up data; no personal data of customers.",
  ],
  sections: [
    section("Mocks and their replacements", "Integration", [
      [
        "mock-inventory",
        "Every mock, stub and hard-coded answer is listed with its replacement",
        "MUST",
        "A search for the known mock markers finds nothing that is not on the list.",
        "Why: what is not on the list goes live by accident.\n\nLook in: test doubles wired by a flag, fixed answers in handlers, sample files read at run time, clocks and random numbers with a fixed seed.",
      ],
      [
        "mock-refused-in-production",
        "The application refuses to start with a mock value in production mode",
        "MUST",
        "Started in production mode with one mock value at a time, it exits and names the setting.",
      ],
      [
        "contract-tests",
        "Contract tests run against each supplier's sandbox every night",
        "SHOULD",
        "The last seven nightly runs are green or have a ticket.",
      ],
    ]),
    section("Data readiness", "Data", [
      [
        "durable-state",
        "What must outlive a restart is in durable storage",
        "MUST",
        "All processes are killed during a working session; no accepted work is lost.",
        "Usual suspects: workflows in progress, pending approvals, queues, counters, uploaded files.",
      ],
      [
        "data-classes",
        "Each kind of data is called transient, configuration, seed or customer data",
        "MUST",
        "The list has an owner, a retention time and a storage place for each kind.",
      ],
      [
        "seed-repeatable",
        "An empty database is filled with what a new customer needs, by one command",
        "MUST",
        "Run twice on an empty database, it gives the same rows and no doubles.",
      ],
      [
        "configuration-migrated",
        "Configuration worth keeping moves over by a reviewed script",
        "SHOULD",
        "The script ran on a copy; count and checksum of each table agree.",
      ],
    ]),
    section("Protection", "Security", [
      [
        "encrypted",
        "Data is encrypted in transit and at rest",
        "MUST",
        "A plain-text connection is refused, and the storage reports encryption as on.",
      ],
      [
        "access-rules",
        "Access rules are enforced on the server for each role",
        "MUST",
        "Tests call each interface with a role too low and are refused.",
      ],
    ]),
  ],
  criteria: [
    measured("95% of test cases pass against sandboxes", ">=", 95, "%", null, { minimumSample: 100 }),
    measured("No critical or blocking issues open", "=", 0, "issues"),
    measured("Stable for 72 continuous hours under simulated load", ">=", 72, "hours", "continuous 72 hours"),
    measured("Mocks on the list without a replacement", "=", 0, "mocks"),
  ],
  signOffRules: signedBy("Engineering", "Quality"),
  rollback: [
    "Redeploy the last build that passed the pipeline on staging.",
    "Restore the staging database from the snapshot taken before the deployment.",
  ],
  rollbackTriggers: [
    "A core journey fails for more than one person.",
    "Data written before a restart is gone.",
  ],
};

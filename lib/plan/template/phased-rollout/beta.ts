import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section } from "../plan-parts";

/** Invited customers: does it hold up in real use? */
export const BETA: PlanPhase = {
  name: "Beta",
  audience: "Invited customers who agreed to take part and know whom to tell.",
  goals: [
    "Hear from people outside the company whether it solves their problem.",
    "See how the system behaves under real use and real data.",
    "Rehearse everything that launch will demand: support, alerts, recovery.",
  ],
  scope: [
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
  rollbackTriggers: [
    "Uptime of the last 24 hours is under 99%.",
    "Any record is lost, or seen by somebody it does not belong to.",
    "Three participants cannot finish the same core journey.",
  ],
};

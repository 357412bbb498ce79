import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Short, announced outages: who did not read, notices. */
export const BROWNOUTS: PlanPhase = {
  name: "Brownouts",
  audience: "Remaining callers; longer each time: 5 minutes, 1 hour, 8 hours, 1 day.",
  goals: [
    "Callers who did not read find out while it can be undone.",
    "Fewer calls after each brownout than before it.",
  ],
  scope: [
    "Planned outages, announced a week ahead, in working hours of most callers.",
    "Extensions by token, in writing.",
  ],
  sections: [
    section("Prepare", "Deployment", [
      [
        "switch",
        "A switch turns the interface off and on within a minute, by token and by share",
        "MUST",
        "Done on staging and for one test token in production.",
      ],
      [
        "clear-refusal",
        "A refused call says why, until when, and where to go",
        "MUST",
        "The answer is 410 or 503 with a link and Retry-After; the text was read by somebody outside.",
      ],
      [
        "exceptions",
        "Extensions are listed with owner, reason and end",
        "MUST",
        "None is without an end; none ends after the removal without a decision.",
      ],
    ]),
    section("Carry out", "Communication", [
      [
        "announced-week",
        "Each brownout was on the status page a week before",
        "MUST",
        "The four entries are there.",
      ],
      [
        "b-5m",
        "5 minutes: does the switch work, who calls in?",
        "MUST",
        "Calls stopped and came back; new owners are on the list.",
      ],
      [
        "b-1h",
        "1 hour: who retries for ever, who breaks?",
        "MUST",
        "No core journey of a customer broke without being known.",
      ],
      ["b-8h", "8 hours: a working day without it", "MUST", "Owners of the remaining calls were spoken to."],
      ["b-1d", "1 day: the rehearsal of the removal", "SHOULD", "Support had fewer than ten contacts."],
    ]),
    section("Follow up", "Support", [
      [
        "owners-spoken-to",
        "Every owner with more than 100 calls a day was spoken to",
        "MUST",
        "Each has a date to move or an extension.",
      ],
      ["weekly-numbers", "Remaining calls and owners are published each week", "SHOULD", "The curve falls."],
      [
        "gaps-closed",
        "What callers lacked was added or declined with a reason",
        "SHOULD",
        "No request is without an answer.",
      ],
    ]),
  ],
  criteria: [
    measured("Calls left, against the day of the announcement", "<=", 5, "%", "7 days"),
    measured("Owners left without a date to move", "=", 0, "owners"),
    measured("Contacts during the last brownout", "<", 10, "contacts"),
    measured("Traffic of the successor, error rate", "<", 0.5, "%", "7 days"),
  ],
  signOffRules: signedBy("Engineering", "Support", "Customer success"),
  rollback: [
    "Turn the interface on again for everybody; say when the next brownout is.",
    "Extend by token rather than for all.",
  ],
  rollbackTriggers: [
    "A customer loses data or money.",
    "A safety-relevant use shows up.",
    "Support has more than fifty contacts in an hour.",
  ],
};

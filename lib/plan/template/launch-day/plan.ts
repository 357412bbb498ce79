import { measured, section, signedBy, template } from "../plan-parts";
import { GO_LIVE } from "./go-live";

/** The last fortnight, the day itself and the week after. */
export const LAUNCH_DAY = template({
  title: "Launch",
  description:
    "For a product that is ready and a day that is set: what has to be true before it, who does what at which hour, and when it is over.",
  phases: [
    {
      name: "Ready to launch",
      audience: "Colleagues and pilot customers.",
      goals: [
        "Nothing is decided on launch day that could have been decided before.",
        "Everyone has rehearsed their part once.",
      ],
      scope: ["Freeze of features from five days before.", "Production at the capacity of launch day."],
      sections: [
        section("Product", "Product", [
          [
            "scope-frozen",
            "Features are frozen, and what is left out is known to all who sell it",
            "MUST",
            "Only changes with two approvals were merged since the freeze.",
          ],
          [
            "pricing-live",
            "Prices, plans and terms are in production and were bought once",
            "MUST",
            "A real purchase was made, invoiced and refunded.",
          ],
          [
            "measures-agreed",
            "What counts as success on day 1, 7 and 30 is written down",
            "SHOULD",
            "The dashboard shows each number with its target.",
          ],
        ]),
        section("Capacity", "Reliability", [
          [
            "twice-the-peak",
            "Twice the expected peak was served for an hour",
            "MUST",
            "Latency stayed within target and no queue grew.",
          ],
          [
            "graceful",
            "Above its capacity the product turns people away politely",
            "SHOULD",
            "At three times the peak, those inside are served and others see when to come back.",
          ],
          [
            "supplier-limits",
            "Limits at suppliers are above that peak",
            "MUST",
            "Each supplier's limit and the measured use are in one table.",
          ],
        ]),
        section("People", "Communication", [
          [
            "run-sheet",
            "A run sheet says what happens at which time, by whom, and how to stop",
            "MUST",
            "It was walked through with everyone on it, stop included.",
          ],
          [
            "support-trained",
            "Support has answered the twenty likeliest questions in practice",
            "MUST",
            "A second person rated the answers; none was wrong.",
          ],
          [
            "texts-approved",
            "Announcement, status page texts and answers to bad news are approved",
            "MUST",
            "Product and legal have approved the final wording.",
          ],
          ["press-embargo", "Press and partners know the hour, and who speaks", "COULD", "Each confirmed."],
        ]),
      ],
      criteria: [
        measured("Blocking issues open", "=", 0, "issues"),
        measured("Peak served in the load test, against the expected peak", ">=", 200, "%", null, {
          maximumAgeDays: 14,
        }),
        measured("Time to roll back in rehearsal", "<=", 15, "minutes", null, { maximumAgeDays: 14 }),
      ],
      signOffRules: signedBy("Engineering", "Security", "Product", "Support"),
      rollback: ["Move the day: tell those on the contact list by the prepared text."],
      rollbackTriggers: ["A blocking issue is open 24 hours before the hour."],
    },
    GO_LIVE,
    {
      name: "First week",
      audience: "Everyone.",
      goals: [
        "Quality on day seven is no worse than on day one.",
        "Operation passes from the launch crew to the people on call.",
      ],
      scope: ["Faults before features.", "A meeting of fifteen minutes each morning."],
      minimumScore: 85,
      sections: [
        section("Every day", "Monitoring", [
          [
            "daily-review",
            "Numbers, incidents and the loudest complaints are looked at each morning",
            "MUST",
            "Seven notes, each with decisions and owners.",
          ],
          [
            "complaints-grouped",
            "Reports are grouped by cause, the biggest group is worked first",
            "SHOULD",
            "The three biggest groups have an owner and a date.",
          ],
        ]),
        section("Handover", "Operations", [
          [
            "on-call-normal",
            "The ordinary rota has taken over",
            "MUST",
            "It handled one alert without the launch crew.",
          ],
          [
            "extra-capacity",
            "Capacity that was only for launch is given back",
            "COULD",
            "The bill of the next week shows it.",
          ],
          [
            "retrospective",
            "What to keep and what to change is written down while it is fresh",
            "SHOULD",
            "Each point to change has an owner.",
          ],
        ]),
      ],
      criteria: [
        measured("Uptime", ">=", 99.9, "%", "7 days"),
        measured("Positive answers to the first survey", ">=", 80, "%", null, { minimumSample: 50 }),
        measured("First answers by support within four hours", ">=", 90, "%", "7 days"),
      ],
      signOffRules: signedBy("Product", "Operations"),
      rollback: [
        "Switch the feature at fault off for everyone.",
        "Pause the campaign that brings people in.",
      ],
      rollbackTriggers: ["The error budget of the month is half spent within the week."],
    },
  ],
  environments: {
    columns: ["Staging", "Production"],
    rows: [
      { key: "Capacity", values: ["A tenth of production", "Twice the expected peak"], mustDiffer: true },
      { key: "Payment provider", values: ["Test account", ""], mustDiffer: true },
      { key: "Analytics property", values: ["Staging", ""], mustDiffer: true },
      { key: "Switch of the launch features", values: ["on", "off until the hour"] },
    ],
  },
  risks: [
    {
      title: "More people come than anyone planned for",
      severity: "MEDIUM",
      likelihood: "MEDIUM",
      impact: "MEDIUM",
      mitigation: "Waiting page with a place in the queue; capacity can be doubled within thirty minutes.",
    },
    {
      title: "A payment provider fails in the first hours",
      severity: "HIGH",
      likelihood: "MEDIUM",
      impact: "HIGH",
      mitigation: "Orders are kept and charged later; the text for customers is written.",
    },
    {
      title: "Key people are ill or asleep",
      severity: "MEDIUM",
      likelihood: "MEDIUM",
      impact: "MEDIUM",
      mitigation: "Each role on the run sheet has a second who has rehearsed it.",
    },
  ],
});

import type { PlanPhase } from "@/lib/schemas/plan";
import { measured, section, signedBy } from "../plan-parts";

/** Everybody who calls knows. */
export const ANNOUNCE: PlanPhase = {
  name: "Announce",
  audience: "Every owner of a token that called in the last 90 days.",
  goals: [
    "Every caller knows what goes, when, and what to use instead.",
    "Moving is easy, because somebody has done it.",
  ],
  scope: ["The interface works as before.", "No new tokens and no new customers on it."],
  sections: [
    section("Know the callers", "Data", [
      [
        "counted",
        "Calls are counted by interface, token and client",
        "MUST",
        "The list of the last 90 days names an owner for 99% of calls.",
      ],
      [
        "own-callers-moved",
        "Our own products, scripts and examples have moved",
        "MUST",
        "No call in a week comes from us; a check refuses new ones.",
      ],
      [
        "contract-checked",
        "Terms and contracts were read for notice periods",
        "MUST",
        "Legal confirmed the date.",
      ],
    ]),
    section("Help them move", "Documentation", [
      [
        "parity",
        "The successor does everything callers use, or the gap is named",
        "MUST",
        "Each used operation is mapped; the three largest callers agreed.",
      ],
      [
        "guide",
        "A guide shows old and new call side by side",
        "MUST",
        "Two callers moved with it alone, and their questions are in it.",
      ],
      [
        "tooling",
        "Clients and a sandbox for the successor are out",
        "SHOULD",
        "The examples run in the pipeline.",
      ],
    ]),
    section("Tell them", "Communication", [
      [
        "headers",
        "Answers carry Deprecation and Sunset headers and a link",
        "MUST",
        "Every answer of the interface has them, errors too.",
      ],
      [
        "told",
        "Owners were written to, and the largest called",
        "MUST",
        "Mail to each was delivered; bounced ones were reached another way.",
      ],
      [
        "docs-marked",
        "Documentation, changelog and console say so",
        "MUST",
        "A search for the interface shows the date first.",
      ],
      [
        "usage-shown",
        "Owners see their own remaining calls",
        "COULD",
        "The console shows calls by day and operation.",
      ],
    ]),
  ],
  criteria: [
    measured("Calls whose owner is known", ">=", 99, "%", "30 days"),
    measured("Owners reached", ">=", 95, "%", null, { minimumSample: 20 }),
    measured("Our own calls", "=", 0, "calls", "7 days"),
    measured("Days from announcement to removal", ">=", 180, "days"),
  ],
  signOffRules: signedBy("Engineering", "Product", "Support"),
  rollback: ["Withdraw the date publicly, with the reason; take the headers out."],
  rollbackTriggers: ["A caller shows a use that the successor cannot serve."],
};

import { expect, it } from "vitest";
import { actsInWords } from "./plan-record";

it("tells what people did, a line for each", () => {
  const on = "2026-11-20";
  expect(
    actsInWords({
      decisions: [
        { phase: "Alpha", outcome: "CONDITIONAL_GO", by: "Mo", on, override: true },
        { phase: "Beta", outcome: "HOLD", by: null, on, override: false },
      ],
      signOffs: [
        { phase: "Alpha", rule: "Security", decision: "APPROVED", by: "Lea", on },
        { phase: "Alpha", rule: "Legal", decision: "REFUSED", by: "Ada", on },
      ],
      items: [
        { title: "Rotate", state: "VERIFIED", by: "Ana", on, until: null },
        { title: "Wait", state: "WAIVED", by: "Mo", on, until: "2026-12-31" },
      ],
      verifications: [{ key: "MAIL_HOST", environment: "Production", by: "Ana", on }],
      acceptances: [
        { risk: "Late", by: "Mo", on, until: "2026-12-31", why: "Two weeks\nof slack. " },
        { risk: "Old", by: "a former member", on: null, until: null, why: null },
      ],
      rehearsals: [
        { phase: "Alpha", on, outcome: "WORKED", by: "Ben", note: null },
        { phase: "Beta", on, outcome: "FAILED", by: "Ben", note: "no disk" },
      ],
    }),
  ).toEqual([
    "Gate of Alpha: Go, with conditions, decided by Mo on 2026-11-20, by override",
    "Gate of Beta: Hold, as the review ran out on 2026-11-20",
    "Sign-off of Alpha: given by Lea under “Security” on 2026-11-20",
    "Sign-off of Alpha: refused by Ada under “Legal” on 2026-11-20",
    "Item “Rotate”: verified by Ana on 2026-11-20",
    "Item “Wait”: waived by Mo on 2026-11-20, until 2026-12-31",
    "MAIL_HOST in Production: verified by Ana on 2026-11-20",
    "Risk “Late”: accepted by Mo on 2026-11-20, until 2026-12-31: Two weeks of slack.",
    "Risk “Old”: accepted by a former member",
    "Rollback of Alpha: rehearsed on 2026-11-20, told by Ben: it worked",
    "Rollback of Beta: rehearsed on 2026-11-20, told by Ben: it failed: no disk",
  ]);
});

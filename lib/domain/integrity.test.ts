import { describe, expect, it } from "vitest";
import { type ChangedThing, easingOf, type PlanChange } from "./integrity";
import type { Comparator } from "./words";

const thing = (
  comparator: Comparator | null = null,
  isMust = true,
  rest: Partial<ChangedThing> = {},
): ChangedThing => ({ title: "Uptime", comparator, isMust, ...rest });

const archived = { isArchived: true };
const elsewhere = { elsewhere: "Beta" };
const notApplicable = { isNotApplicable: true };
const setTo = (to: string) => ({ action: "item.state", targetId: "x", data: { to } });

const edited = (action: string, fields: Record<string, [unknown, unknown]> = {}) => ({
  action,
  targetId: "x",
  data: {
    fields: Object.keys(fields),
    ...Object.fromEntries(Object.entries(fields).map(([field, [from, to]]) => [field, { from, to }])),
  },
});

describe("a bar that moved", () => {
  it.each<[string, PlanChange, ChangedThing, RegExp | null]>([
    [
      "at least, lower",
      edited("criterion.edited", { target: [99.95, 99.9] }),
      thing(">="),
      /lowered from 99.95 to 99.9/,
    ],
    ["at least, higher", edited("criterion.edited", { target: [99.9, 99.95] }), thing(">="), null],
    [
      "at most, higher",
      edited("criterion.edited", { target: [200, 300] }),
      thing("<="),
      /raised from 200 to 300/,
    ],
    ["at most, lower", edited("criterion.edited", { target: [300, 200] }), thing("<"), null],
    ["exactly, another", edited("criterion.edited", { target: [0, 1] }), thing("="), /raised/],
    ["target taken away", edited("criterion.edited", { target: [99, null] }), thing(), /taken away/],
    ["target set", edited("criterion.edited", { target: [null, 99] }), thing(">="), null],
    [
      "Must made Should",
      edited("criterion.edited", { level: ["MUST", "SHOULD"] }),
      thing(),
      /no longer a Must/,
    ],
    ["Should made Must", edited("item.edited", { level: ["SHOULD", "MUST"] }), thing(), null],
    [
      "item no Must any more",
      edited("item.edited", { level: ["MUST", "COULD"] }),
      thing(),
      /no longer a Must/,
    ],
    ["only its title", edited("item.edited", { title: ["a", "b"] }), thing(), null],
    ["shorter window", edited("criterion.edited", { windowHours: [72, 24] }), thing(), /72 h to 24 h/],
    ["longer window", edited("criterion.edited", { windowHours: [24, 72] }), thing(), null],
    ["no window", edited("criterion.edited", { windowHours: [72, null] }), thing(), /72 h to 0 h/],
    ["smaller sample", edited("criterion.edited", { minimumSample: [30, 10] }), thing(), /no longer for 30/],
    ["a Must archived", edited("item.archived"), thing(null, true, archived), /taken out/],
    ["a Must archived and restored", edited("item.archived"), thing(), null],
    ["a Should archived", edited("item.archived"), thing(null, false, archived), null],
    ["a criterion archived", edited("criterion.archived"), thing(">=", true, archived), /taken out/],
    [
      "a Must moved to another phase",
      edited("item.moved", { phaseId: ["alpha", "beta"] }),
      thing(null, true, elsewhere),
      /^The Must “Uptime” was moved to “Beta”$/,
    ],
    ["a Must moved and back", edited("item.moved", { phaseId: ["alpha", "beta"] }), thing(), null],
    ["a Must moved within the phase", edited("item.moved"), thing(null, true, elsewhere), null],
    [
      "a Should moved",
      edited("item.moved", { phaseId: ["alpha", "beta"] }),
      thing(null, false, elsewhere),
      null,
    ],
    [
      "a section moved",
      edited("section.moved", { phaseId: ["alpha", "beta"] }),
      thing(null, true, elsewhere),
      /^The section “Uptime” with what must be done in it was moved to “Beta”$/,
    ],
    ["a section archived", edited("section.archived"), thing(null, true, archived), /section .* taken out/],
    ["a section without a Must", edited("section.archived"), thing(null, false, archived), null],
    [
      "a Must set not applicable",
      setTo("NOT_APPLICABLE"),
      thing(null, true, notApplicable),
      /set not applicable/,
    ],
    ["a Must that applies again", setTo("NOT_APPLICABLE"), thing(), null],
    ["a Should set not applicable", setTo("NOT_APPLICABLE"), thing(null, false, notApplicable), null],
    ["a Must ticked", setTo("DONE"), thing(null, true, notApplicable), null],
    ["lower minimum score", edited("phase.edited", { minimumScore: [80, 60] }), thing(), /80 to 60/],
    ["higher minimum score", edited("phase.edited", { minimumScore: [60, 80] }), thing(), null],
    ["fewer signatures", edited("sign-off-rule.edited", { minimum: [2, 1] }), thing(), /no longer for 2/],
    [
      "other signers",
      edited("sign-off-rule.edited", { memberIds: [["a", "b"], ["c"]] }),
      thing(),
      /other people than before/,
    ],
    [
      "a lesser role",
      edited("sign-off-rule.edited", { minimumRole: ["MANAGER", "MEMBER"] }),
      thing(),
      /role MEMBER, and no longer for MANAGER/,
    ],
    ["a higher role", edited("sign-off-rule.edited", { minimumRole: ["MEMBER", "LEAD"] }), thing(), null],
    ["a rule renamed", edited("sign-off-rule.edited", { name: ["a", "b"] }), thing(), null],
    ["a rule archived", edited("sign-off-rule.archived"), thing(), /taken out/],
    ["something else", edited("comment.added"), thing(), null],
  ])("%s", (_, change, about, sentence) => {
    const easing = easingOf(change, about);
    if (sentence) expect(easing).toMatch(sentence);
    else expect(easing).toBeNull();
  });
});

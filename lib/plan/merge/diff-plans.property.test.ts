import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan } from "@/lib/schemas/plan";
import { anyPlan } from "@/prisma/factories/any-plan";
import { plan, planItem, planPhase } from "@/prisma/factories/project";
import { runs } from "@/prisma/factories/runs";
import { diffPlans } from "./diff-plans";

const NOTHING = { changes: [], conflicts: [] };
const WORDS = ["backup", "alert", "key", "ledger", "portal", "queue", "search", "invoice", "mailer", "cache"];
const VERBS = ["Restore", "Verify", "Rotate", "Document", "Monitor", "Encrypt"];

/** Sixty items with titles of their own in three phases. */
const large = plan(
  ["Alpha", "Beta", "Launch"].map((name, phase) => ({
    ...planPhase(
      name,
      WORDS.flatMap((word, at) =>
        VERBS.slice(phase * 2, phase * 2 + 2).map((verb) =>
          planItem(`${verb} the ${word}`, { key: `${phase}-${at}-${verb}` }),
        ),
      ),
    ),
    key: name.toLowerCase(),
  })),
);

const edit = fc.record({
  item: fc.nat(59),
  kind: fc.constantFrom("tick" as const, "reword" as const, "remove" as const, "move" as const),
});

/** A copy with one edit for each item named, and what a merge should say of them. */
function edited(edits: readonly { item: number; kind: string }[]): { theirs: Plan; expected: string[] } {
  const theirs = structuredClone(large);
  const sections = theirs.phases.flatMap((phase) => phase.sections);
  const expected: string[] = [];
  for (const { item, kind } of edits) {
    const from = sections[Math.floor(item / 20)];
    const original = large.phases.flatMap((phase) => phase.sections.flatMap(({ items }) => items))[item];
    const at = from?.items.findIndex(({ key }) => key === original?.key) ?? -1;
    const found = from?.items[at];
    if (!from || !found) continue;
    if (kind === "tick") found.state = "DONE";
    else if (kind === "reword") found.title = `${found.title} once more`;
    else {
      from.items.splice(at, 1);
      if (kind === "move") sections[(Math.floor(item / 20) + 1) % 3]?.items.push(found);
    }
    expected.push(
      `${{ tick: "edited", reword: "edited", remove: "archived", move: "moved" }[kind]} ${found.key}`,
    );
  }
  return { theirs, expected: expected.sort() };
}

const withoutKeys = (given: Plan): Plan => {
  const copy = structuredClone(given);
  copy.phases.forEach((phase) => {
    phase.key = null;
    for (const { items } of phase.sections) for (const item of items) item.key = "";
  });
  return copy;
};

describe("diffPlans", () => {
  it("says nothing where the file says nothing new", () =>
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, other) => {
        expect(diffPlans(one, one, one)).toEqual(NOTHING);
        expect(diffPlans(one, other, other)).toEqual(NOTHING);
        expect(diffPlans(one, one, other).changes).toEqual([]);
      }),
      runs(100),
    ));

  it("never takes a tick away, and never loses a thing without saying so", () =>
    fc.assert(
      fc.property(anyPlan, anyPlan, anyPlan, (base, theirs, ours) => {
        for (const change of diffPlans(base, theirs, ours).changes)
          if (change.kind === "edited" && change.field === "state")
            expect(["OPEN", "IN_PROGRESS"]).toContain(change.from);
      }),
      runs(100),
    ));

  it("recognises every edit of a file, with keys and without", () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(edit, { maxLength: 12, selector: ({ item }) => item }),
        fc.boolean(),
        (edits, keyless) => {
          const { theirs, expected } = edited(edits);
          const { changes, conflicts } = diffPlans(large, keyless ? withoutKeys(theirs) : theirs, large);
          expect(conflicts).toEqual([]);
          expect(changes.map(({ kind, key }) => `${kind} ${key}`).sort()).toEqual(expected);
        },
      ),
      runs(100),
    ));
});

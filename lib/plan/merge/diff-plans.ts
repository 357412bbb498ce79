import { groupBy } from "@/lib/domain/group-by";
import type { Plan } from "@/lib/schemas/plan";
import { canonicalPlan } from "../plan-file/canonical-plan";
import { type Entity, entitiesOf, type FieldValue, type Noun, sameValue } from "./entities";
import { type Matches, matchEntities } from "./match-entities";
import { mergeField, type ThreeValues } from "./merge-field";
import { reordered } from "./merge-order";

/** A thing as the project knows it; a new one as the file does. */
export interface Named {
  noun: Noun;
  key: string | null;
  title: string;
  /** titles of what holds it, the outermost first, without the project */
  place: string[];
}

/** What a merge does by itself. */
export type PlanChange = Named &
  (
    | { kind: "added"; fields: Readonly<Record<string, FieldValue>> }
    | { kind: "edited"; field: string; from: FieldValue; to: FieldValue }
    | { kind: "moved"; to: string[] }
    /** what it holds of a noun stands in another order in the file; new things are not among them */
    | { kind: "reordered"; what: Noun; order: Pick<Named, "key" | "title">[] }
    /** gone from the file: archived in the project, with its ticks, evidence and history */
    | { kind: "archived" }
  );

/** What a merge asks about: the file and the project both changed it, and not alike. */
export type PlanConflict = Named &
  (
    | ({ kind: "field"; field: string } & ThreeValues)
    | { kind: "place"; base: string[]; theirs: string[]; ours: string[] }
    /** gone from the file, but changed in the project */
    | { kind: "gone from the file"; changed: string[] }
    /** archived in the project, but changed in the file */
    | { kind: "archived here"; changed: string[] }
  );

export interface PlanDiff {
  changes: PlanChange[];
  conflicts: PlanConflict[];
}

function placeOf({ parent }: Entity): string[] {
  return parent === null || parent.parent === null ? [] : [...placeOf(parent), parent.title];
}

const named = (entity: Entity): Named => ({
  noun: entity.noun,
  key: entity.key,
  title: entity.title,
  place: placeOf(entity),
});

/** What a project says of itself changes with every look; it is no edit. */
const SHIFTING = new Set(["checked"]);

const changedFields = (from: Entity, to: Entity): string[] =>
  Object.keys({ ...from.fields, ...to.fields }).filter(
    (name) => !SHIFTING.has(name) && !sameValue(from.fields[name], to.fields[name]),
  );

const nameOf = ({ noun, key, title }: Entity): string => JSON.stringify([noun, key, title]);

const inverted = (matches: Matches): Matches => new Map([...matches].map(([from, to]) => [to, from]));

/** One merge: the three plans, and who is who in them. */
class Merge {
  readonly diff: PlanDiff = { changes: [], conflicts: [] };
  private readonly base: Entity[];
  private readonly theirs: Entity[];
  private readonly ours: Entity[];
  /** base -> ours, base -> theirs, theirs -> ours */
  private readonly kept: Matches;
  private readonly filed: Matches;
  private readonly known: Matches;

  constructor(base: Plan, theirs: Plan, ours: Plan) {
    this.base = entitiesOf(base);
    this.theirs = entitiesOf(theirs);
    this.ours = entitiesOf(ours);
    this.kept = matchEntities(this.base, this.ours, true);
    this.filed = matchEntities(this.base, this.theirs, false);
    this.followProject();
    this.known = this.throughBase();
  }

  /** What the file and the project call the same, by key and by words, is the same, whatever it was before. */
  private followProject(): void {
    const baseOf = inverted(this.kept);
    const baseInFile = inverted(this.filed);
    const ours = groupBy(this.ours, nameOf);
    const inFile = groupBy(this.theirs, nameOf);
    for (const theirs of this.theirs) {
      const name = nameOf(theirs);
      const isOne = theirs.key !== null && inFile.get(name)?.length === 1 && ours.get(name)?.length === 1;
      const same = isOne ? ours.get(name)?.[0] : undefined;
      const base = same && baseOf.get(same);
      if (!base || this.filed.get(base) === theirs) continue;
      const before = baseInFile.get(theirs);
      const instead = this.filed.get(base);
      const isSure = (before && nameOf(before) === name) || (instead && nameOf(instead) === nameOf(base));
      if (isSure) continue;
      if (before) this.filed.delete(before);
      this.filed.set(base, theirs);
    }
  }

  /** The file's things in the project: by way of the last import, and for what both added since, by themselves. */
  private throughBase(): Matches {
    const known: Matches = new Map();
    for (const [base, theirs] of this.filed) {
      const ours = this.kept.get(base);
      if (ours) known.set(theirs, ours);
    }
    const inBase = new Set(this.filed.values());
    const met = new Set(known.values());
    const fresh = matchEntities(this.theirs, this.ours, false);
    for (const [theirs, ours] of fresh)
      if (!inBase.has(theirs) && !met.has(ours) && !known.has(theirs)) known.set(theirs, ours);
    return known;
  }

  run(): PlanDiff {
    const baseOf = inverted(this.filed);
    for (const theirs of this.theirs) {
      const base = baseOf.get(theirs) ?? null;
      const ours = this.known.get(theirs);
      if (ours) this.mergeBoth(base, theirs, ours);
      else if (base) this.mergeArchived(base, theirs);
      else this.diff.changes.push({ ...named(theirs), kind: "added", fields: theirs.fields });
    }
    for (const base of this.base) {
      const ours = this.kept.get(base);
      if (ours && !this.filed.has(base)) this.mergeGone(base, ours);
    }
    this.mergeOrders();
    return this.diff;
  }

  private mergeOrders(): void {
    for (const { holder, what, order } of reordered(this.base, this.kept, this.filed))
      this.diff.changes.push({
        ...named(holder),
        kind: "reordered",
        what,
        order: order.map(({ key, title }) => ({ key, title })),
      });
  }

  private mergeBoth(base: Entity | null, theirs: Entity, ours: Entity): void {
    for (const field of Object.keys({ ...theirs.fields, ...ours.fields })) {
      const values = {
        base: base?.fields[field] ?? null,
        theirs: theirs.fields[field] ?? null,
        ours: ours.fields[field] ?? null,
      };
      const outcome = mergeField(field, values, ours);
      if (outcome.kind === "take")
        this.diff.changes.push({
          ...named(ours),
          kind: "edited",
          field,
          from: values.ours,
          to: outcome.value,
        });
      else if (outcome.kind === "ask")
        this.diff.conflicts.push({ ...named(ours), kind: "field", field, ...values });
    }
    this.mergePlace(base, theirs, ours);
  }

  private mergePlace(base: Entity | null, theirs: Entity, ours: Entity): void {
    if (!theirs.parent || !ours.parent || this.known.get(theirs.parent) === ours.parent) return;
    const wasThere = base?.parent && this.filed.get(base.parent) === theirs.parent;
    if (!base || wasThere) return;
    const place = placeOf(theirs);
    if (base.parent && this.kept.get(base.parent) === ours.parent)
      this.diff.changes.push({ ...named(ours), kind: "moved", to: place });
    else
      this.diff.conflicts.push({
        ...named(ours),
        kind: "place",
        base: placeOf(base),
        theirs: place,
        ours: placeOf(ours),
      });
  }

  /** Archived in the project: it stays so, unless the file says something new about it. */
  private mergeArchived(base: Entity, theirs: Entity): void {
    const changed = changedFields(base, theirs);
    if (changed.length > 0) this.diff.conflicts.push({ ...named(base), kind: "archived here", changed });
  }

  /** What was worked on can be archived and brought back as it was; what was reworded somebody wanted to keep. */
  private mergeGone(base: Entity, ours: Entity): void {
    const changed = changedFields(base, ours).filter((name) => name !== "state");
    if (changed.length > 0) this.diff.conflicts.push({ ...named(ours), kind: "gone from the file", changed });
    // It goes along with what holds it.
    else if (!base.parent || this.filed.has(base.parent))
      this.diff.changes.push({ ...named(ours), kind: "archived" });
  }
}

/**
 * What a newer file changes in a project. Three-way: only what the file says otherwise than the last import is a change;
 * what the project says otherwise stays; what both changed is asked about. Things are known again by key and, where they
 * have none, by their words (see matchEntities). Ticks are taken over and never taken away.
 *
 * @param base the project as it stood after the last import
 * @param theirs the file
 * @param ours the project as it stands
 */
export function diffPlans(base: Plan, theirs: Plan, ours: Plan): PlanDiff {
  const isInStep = JSON.stringify(canonicalPlan(theirs)) === JSON.stringify(canonicalPlan(ours));
  return isInStep ? { changes: [], conflicts: [] } : new Merge(base, theirs, ours).run();
}

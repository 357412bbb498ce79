import type { Plan } from "@/lib/schemas/plan";
import { canonicalPlan } from "../plan-file/canonical-plan";
import type { Named, PlanConflict } from "./diff-plans";
import { type Entity, entitiesOf, type FieldValue, sameValue } from "./entities";
import { isTopmost, leavingOf } from "./leaving";
import { invert, known as knownAgain, type Matches, matchAll } from "./match-plans";
import { mergeField } from "./merge-field";
import { reordered } from "./merge-order";
import { named, type PlanMerge, placeOf, type Question, type Step } from "./plan-merge";

/** Left out by `Omit` on a union, which would forget what tells its members apart. */
type Asked = PlanConflict extends infer C
  ? C extends PlanConflict
    ? Omit<C, "id" | keyof Named>
    : never
  : never;

/** What a project says of itself changes with every look; it is no edit. */
const SHIFTING = new Set(["checked"]);

const changedFields = (from: Entity, to: Entity): string[] =>
  Object.keys({ ...from.fields, ...to.fields }).filter(
    (name) => !SHIFTING.has(name) && !sameValue(from.fields[name], to.fields[name]),
  );

/** A column that the file does not have is archived with what stands in it; its cells are no changes of their own. */
const isCellOfGoneColumn = (field: string, theirs: Entity): boolean =>
  theirs.noun === "configuration item" && field.startsWith("in ") && !(field in theirs.fields);

/** A tick, once it is made, is news whoever made it. */
const ADVANCING = new Set(["state", "checked"]);

const says = (value: FieldValue): boolean =>
  value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);

/** True for what is not gone along with what held it. */
const isOfItsOwn = ({ parent }: Entity, filed: Matches): boolean => parent === null || filed.has(parent);

class Merge implements PlanMerge {
  readonly steps: Step[] = [];
  questions: Question[] = [];
  readonly ours: readonly Entity[];
  readonly theirs: readonly Entity[];
  readonly known: Matches;
  readonly gone = new Set<Entity>();
  private readonly base: readonly Entity[];
  /** base -> ours, base -> theirs */
  private readonly kept: Matches;
  private readonly filed: Matches;
  private readonly ids = new Set<string>();
  private readonly added = new Set<Entity>();

  constructor(
    base: Plan,
    theirs: Plan,
    ours: Plan,
    /** nobody knows who changed what: there was no last import */
    private readonly isFirst: boolean,
  ) {
    this.base = entitiesOf(base);
    this.theirs = entitiesOf(theirs);
    this.ours = entitiesOf(ours);
    const matches = matchAll(this.base, this.theirs, this.ours);
    this.kept = matches.kept;
    this.filed = matches.filed;
    this.known = matches.known;
  }

  run(): this {
    const baseOf = invert(this.filed);
    for (const theirs of this.theirs) {
      const base = baseOf.get(theirs) ?? null;
      const ours = this.known.get(theirs);
      if (ours) this.mergeBoth(base, theirs, ours);
      else if (base) this.mergeArchived(base, theirs);
      else this.add(theirs);
    }
    this.mergeGone();
    for (const { holder, what, order } of reordered(this.base, this.kept, this.filed))
      this.steps.push({
        change: {
          ...named(holder),
          kind: "reordered",
          what,
          order: order.map(({ key, title }) => ({ key, title })),
        },
        ours: holder,
        theirs: null,
        order,
      });
    return this;
  }

  /** Adds what the file has; what was archived in the project and is to hold it comes back before it, unasked. */
  private add(theirs: Entity): void {
    if (this.known.has(theirs) || this.added.has(theirs)) return;
    if (theirs.parent) this.add(theirs.parent);
    this.added.add(theirs);
    this.questions = this.questions.filter((question) => question.ours || question.theirs !== theirs);
    const change = { ...named(theirs), kind: "added" as const, fields: theirs.fields };
    this.steps.push({ change, ours: null, theirs });
  }

  private ask(of: Entity, what: string, asked: Asked, ours: Entity | null, theirs: Entity | null): void {
    const name = `${of.noun}:${of.key ?? of.title}:${what}`;
    let id = name;
    for (let count = 2; this.ids.has(id); count++) id = `${name}#${count}`;
    this.ids.add(id);
    this.questions.push({ conflict: { ...named(of), id, ...asked }, ours, theirs });
  }

  private mergeBoth(base: Entity | null, theirs: Entity, ours: Entity): void {
    for (const field of Object.keys({ ...theirs.fields, ...ours.fields })) {
      if (isCellOfGoneColumn(field, theirs)) continue;
      const values = {
        base: base?.fields[field] ?? null,
        theirs: theirs.fields[field] ?? null,
        ours: ours.fields[field] ?? null,
      };
      const outcome = mergeField(field, values, ours);
      const isUnsure = this.isFirst && says(values.ours) && !ADVANCING.has(field);
      if (outcome.kind === "take" && isUnsure)
        this.ask(ours, field, { kind: "field", field, ...values, base: null }, ours, theirs);
      else if (outcome.kind === "take") this.edit(ours, theirs, field, values.ours, outcome.value);
      else if (outcome.kind === "ask")
        this.ask(ours, field, { kind: "field", field, ...values }, ours, theirs);
    }
    this.mergePlace(base, theirs, ours);
  }

  private edit(ours: Entity, theirs: Entity, field: string, from: FieldValue, to: FieldValue): void {
    this.steps.push({ change: { ...named(ours), kind: "edited", field, from, to }, ours, theirs });
  }

  private mergePlace(base: Entity | null, theirs: Entity, ours: Entity): void {
    if (!theirs.parent || !ours.parent || this.known.get(theirs.parent) === ours.parent) return;
    const wasThere = base?.parent && this.filed.get(base.parent) === theirs.parent;
    if (!base || wasThere) return;
    const to = placeOf(theirs);
    if (base.parent && this.kept.get(base.parent) === ours.parent) {
      this.add(theirs.parent);
      this.steps.push({ change: { ...named(ours), kind: "moved", to }, ours, theirs });
    } else {
      const places = { base: placeOf(base), theirs: to, ours: placeOf(ours) };
      this.ask(ours, "place", { kind: "place", ...places }, ours, theirs);
    }
  }

  /** Archived in the project: it stays so, unless the file says something new about it. */
  private mergeArchived(base: Entity, theirs: Entity): void {
    const changed = changedFields(base, theirs);
    if (changed.length > 0) this.ask(base, "archived here", { kind: "archived here", changed }, null, theirs);
  }

  /** What was worked on can be archived and brought back as it was; what was reworded somebody wanted to keep. */
  private mergeGone(): void {
    const asked = new Set<Entity>();
    for (const base of this.base) {
      const ours = this.kept.get(base);
      if (!ours || this.filed.has(base)) continue;
      this.gone.add(ours);
      const changed = changedFields(base, ours).filter((name) => name !== "state");
      if (changed.length === 0 && !(this.isFirst && isOfItsOwn(base, this.filed))) continue;
      asked.add(ours);
      this.ask(ours, "gone from the file", { kind: "gone from the file", changed }, ours, null);
    }
    const parentOf = new Map<Entity, Entity>();
    for (const { change, ours, theirs } of this.steps)
      if (change.kind === "moved" && ours && theirs?.parent)
        parentOf.set(ours, this.known.get(theirs.parent) ?? theirs.parent);
    const holderOf = (entity: Entity) => parentOf.get(entity) ?? entity.parent;
    const leaving = leavingOf(this.ours, this.gone, holderOf);
    for (const ours of leaving)
      if (!asked.has(ours) && isTopmost(ours, leaving, holderOf))
        this.steps.push({ change: { ...named(ours), kind: "archived" }, ours, theirs: null });
  }
}

/** Both say the same, however it came about: nothing is to be done, and everything is what it is called. */
function inStep(theirs: Plan, ours: Plan): PlanMerge {
  const [file, project] = [entitiesOf(theirs), entitiesOf(ours)];
  const known = knownAgain(file, project);
  return { ours: project, theirs: file, known, gone: new Set(), steps: [], questions: [] };
}

/**
 * The merge behind diffPlans, with who is who.
 * @param isFirst there was no last import, so `base` is the project itself: what the file says otherwise, or does not
 *   have, may be older than the project, and is asked about
 */
export function mergePlans(base: Plan, theirs: Plan, ours: Plan, isFirst = false): PlanMerge {
  const isInStep = JSON.stringify(canonicalPlan(theirs)) === JSON.stringify(canonicalPlan(ours));
  return isInStep ? inStep(theirs, ours) : new Merge(base, theirs, ours, isFirst).run();
}

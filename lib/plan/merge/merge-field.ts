import type { ItemState } from "@/lib/domain/words";
import { ITEM_STATES } from "@/lib/domain/words";
import type { Entity, FieldValue } from "./entities";
import { sameValue } from "./entities";

/** A field as the last import, the file and the project have it. */
export interface ThreeValues {
  base: FieldValue;
  theirs: FieldValue;
  ours: FieldValue;
}

/** What becomes of a field: it stays as the project has it, takes the file's value, or somebody has to choose. */
export type Outcome = { kind: "keep" } | { kind: "take"; value: FieldValue } | { kind: "ask" };

const KEEP: Outcome = { kind: "keep" };
const ASK: Outcome = { kind: "ask" };

/** A document cannot verify and cannot waive: both name another person, who was not asked (design 2.1). */
const GRANTED: Partial<Record<ItemState, ItemState>> = { VERIFIED: "DONE", WAIVED: "OPEN" };

/** The state a file can give: what it cannot grant is done, or open. */
export const grantedState = (state: ItemState): ItemState => GRANTED[state] ?? state;

const stateOf = (value: FieldValue): ItemState => ITEM_STATES.find((state) => state === value) ?? "OPEN";

/** A tick is never lost: what the project has ticked stays so, unless somebody says otherwise when asked. */
function mergeState({ base, theirs, ours }: ThreeValues): Outcome {
  const [before, wish, now] = [stateOf(base), stateOf(theirs), stateOf(ours)];
  if (wish === before || wish === now) return KEEP;
  const granted = grantedState(wish);
  if (granted === now || (granted === "DONE" && now === "VERIFIED")) return KEEP;
  if (granted === "DONE" && (now === "OPEN" || now === "IN_PROGRESS")) return { kind: "take", value: "DONE" };
  if (now === before && now === "OPEN") return { kind: "take", value: granted };
  return ASK;
}

/** A tick in a file attests what is attested by hand; what has a target is measured, and nothing is unticked by a file. */
function mergeTick({ base, theirs, ours }: ThreeValues, entity: Entity): Outcome {
  const isMeasured = entity.fields.comparator !== null && entity.fields.target !== null;
  return !isMeasured && theirs === true && base !== true && ours !== true
    ? { kind: "take", value: true }
    : KEEP;
}

/** What a thing gets when somebody asked says that the file is right. */
export const answeredValue = (name: string, theirs: FieldValue, { noun }: Entity): FieldValue =>
  noun === "item" && name === "state" ? grantedState(stateOf(theirs)) : theirs;

/**
 * Merges one field of a thing that the file and the project both have.
 * @param entity the project's
 */
export function mergeField(name: string, values: ThreeValues, entity: Entity): Outcome {
  if (entity.noun === "item" && name === "state") return mergeState(values);
  if (entity.noun === "criterion" && name === "checked") return mergeTick(values, entity);
  const { base, theirs, ours } = values;
  if (sameValue(theirs, base) || sameValue(theirs, ours)) return KEEP;
  return sameValue(ours, base) ? { kind: "take", value: theirs } : ASK;
}

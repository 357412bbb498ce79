import { addDays, dayOf, isDay } from "./days";

/** A condition's latest due day is this many days after the decision's (design 2.4). */
export const CONDITION_MAX_DAYS = 30;

/** A condition as the decider writes it; it becomes a MUST item of the next phase. */
export interface ConditionDraft {
  text: string;
  /** member id; null when nobody was chosen */
  ownerId: string | null;
  /** "YYYY-MM-DD", UTC */
  dueOn: string;
}

/** Field path -> what is wrong and what would be right. */
export type FieldMessages = Record<string, string[]>;

/**
 * What is wrong with the conditions of a CONDITIONAL_GO (design 2.4): at least one, each with a text, an owner, and a due
 * day from today to 30 days on.
 *
 * @returns empty when nothing is; keys are "conditions" and "conditions.0.text", "conditions.0.ownerId" ...
 */
export function checkConditions(conditions: ConditionDraft[], now: Date): FieldMessages {
  if (conditions.length === 0) return { conditions: ["A conditional go needs at least one condition."] };
  const today = dayOf(now);
  const latest = addDays(today, CONDITION_MAX_DAYS);
  const fields: FieldMessages = {};
  for (const [index, { text, ownerId, dueOn }] of conditions.entries()) {
    const at = `conditions.${index}`;
    if (text.trim() === "") fields[`${at}.text`] = ["Say what has to be done."];
    if (ownerId === null || ownerId === "") fields[`${at}.ownerId`] = ["Choose who answers for it."];
    if (!isDay(dueOn) || dueOn < today || dueOn > latest) {
      fields[`${at}.dueOn`] = [`Choose a day from ${today} to ${latest}.`];
    }
  }
  return fields;
}

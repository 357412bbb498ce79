import type { Draft } from "./draft";
import { type Entry, hasWords, withoutTick } from "./list-entry";
import { isChoice } from "./vocabulary";

/** Whether the boxes of a list are answers to choose from (GO / NO-GO), not work. */
export function isChoiceList(entries: readonly Entry[]): boolean {
  const boxes = entries.filter((entry) => entry.state !== null && hasWords(entry.text));
  return boxes.length >= 2 && boxes.every((entry) => isChoice(withoutTick(entry.text)));
}

/** Says of such a list what became of it. */
export const noteAnswers = (draft: Draft, line: number): unknown =>
  draft.notes.push({
    line,
    text: "These boxes are answers to choose from (“go” or “no-go”); they were not taken as work.",
  });

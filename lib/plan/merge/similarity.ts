import { folded } from "../plain-text";

/** The pairs of neighbouring characters of a text, without case, accents and signs. */
export function pairsOf(text: string): Map<string, number> {
  const letters = [
    ...folded(text)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  ];
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at++) {
    const pair = `${letters[at]}${letters[at + 1]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

const sizeOf = (pairs: ReadonlyMap<string, number>): number =>
  [...pairs.values()].reduce((sum, count) => sum + count, 0);

/** How alike two texts are, from 0 to 1 (Dice's coefficient): most of a reworded title stays. */
export function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const size = sizeOf(a) + sizeOf(b);
  if (size === 0) return 0;
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  return (2 * shared) / size;
}

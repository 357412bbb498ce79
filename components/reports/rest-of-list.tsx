import { type Bounded, leftWords } from "./bounded";

/** Says how much of a list is left out; nothing where it is whole. */
export function RestOfList({ list }: { list: Bounded<unknown> }) {
  const words = leftWords(list);
  return words && <p className="mt-1 text-ink-2">{words}</p>;
}

const DECIMAL = /^-?\d+(?:[.,]\d+)?$/;
const IN_GROUPS = /^-?\d{1,3}([ ,.'’])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;
const EITHER = /^-?[1-9]\d{0,2},\d{3}$/;

/**
 * The number a person typed, with a point or a comma, with or without groups of thousands. In: the text. Out: the number; NaN
 * for what is none, and for "1,200": that is 1.2 to some and 1200 to others, and a measurement decides a gate.
 */
export function readTypedNumber(typed: string): number {
  const text = typed
    .trim()
    .replace(/^[−–]/, "-")
    .replace(/[\u00a0\u2009\u202f]/g, " ");
  if (EITHER.test(text)) return Number.NaN;
  if (DECIMAL.test(text)) return Number(text.replace(",", "."));
  const [, group] = IN_GROUPS.exec(text) ?? [];
  return group ? Number(text.replaceAll(group, "").replace(",", ".")) : Number.NaN;
}

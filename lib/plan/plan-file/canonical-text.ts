import { PEOPLE_MAX, PERSON_MAX, TEXT_MAX, TITLE_MAX } from "@/lib/schemas/plan";
import { withoutControls } from "../plain-text";

/** A text cut to what its field holds; half a character at the end goes too. */
const cut = (text: string, most: number): string =>
  text.length <= most
    ? text
    : text
        .slice(0, most)
        .replace(/\p{Surrogate}$/u, "")
        .trim();

/** A text as one line without control characters, trimmed. */
export const line = (text: string, most: number): string =>
  cut(withoutControls(text.replace(/[\t\n\r]+/g, " ")).trim(), most);
/** A text of several lines, with LF line ends and without control characters, trimmed. */
export const text = (value: string): string =>
  cut(withoutControls(value.replace(/\r\n?/g, "\n")).trim(), TEXT_MAX);

/** A title, on one line. */
export const title = (value: string): string => line(value, TITLE_MAX);
/** One line; null where it says nothing. */
export const lineOrNull = (value: string | null | undefined, most: number): string | null =>
  line(value ?? "", most) || null;
/** A text; null where it says nothing. */
export const textOrNull = (value: string | null | undefined): string | null => text(value ?? "") || null;
/** Texts that say something. */
export const texts = (values: readonly string[]): string[] =>
  values.map(text).filter((value) => value !== "");

/** Lines that say something. */
export const lines = (values: readonly string[] | null | undefined, most: number): string[] =>
  (values ?? []).map((value) => line(value, most)).filter((value) => value !== "");

/** Names in one order, each once, and not more than a thing names. */
export const names = (values: readonly string[] | null | undefined): string[] =>
  [...new Set(lines(values, PERSON_MAX))].sort().slice(0, PEOPLE_MAX);

/** Drops what says nothing beyond the default, so that what is said has one form. */
export function stated<T extends object>(
  fields: T,
  defaults: Partial<Record<keyof T, unknown>> = {},
): Partial<T> {
  const said = Object.entries(fields).filter(
    ([name, value]) =>
      value !== null && value !== undefined && value !== "" && value !== defaults[name as keyof T],
  );
  // Object.entries forgets the names; what is left is a part of the same object.
  return Object.fromEntries(said) as Partial<T>;
}

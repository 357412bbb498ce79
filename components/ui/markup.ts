/**
 * HTML that only `markup` makes, so whatever stands in it is text of ours or was escaped. For long lists without
 * anything to operate: React writes an element of a list in about 4 µs, and a text of many elements in as much
 * (docs/decisions/0014-lines-as-markup.md).
 */
export class Markup {
  // A private field keeps anything else that happens to hold `html` from being one.
  readonly #html: string;

  constructor(strings: TemplateStringsArray, values: readonly Part[]) {
    let html = strings[0] ?? "";
    for (let at = 0; at < values.length; at += 1) html += written(values[at]) + strings[at + 1];
    this.#html = html;
  }

  toString(): string {
    return this.#html;
  }
}

/** What may stand between the pieces of a template; nothing is written for null, undefined and false. */
export type Part = string | number | Markup | readonly Markup[] | null | undefined | false;

const SPECIAL = /[&<>"']/g;
const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};

function written(part: Part): string {
  if (typeof part === "string") return part.replace(SPECIAL, (character) => ENTITIES[character] ?? "");
  if (part === null || part === undefined || part === false) return "";
  return Array.isArray(part) ? part.join("") : String(part);
}

/**
 * Template tag: markup`<b title="${title}">${name}</b>`. Values stand in text or in quoted attributes, and nowhere
 * else; an address has to begin with a path of ours, for no scheme is looked at.
 */
export const markup = (strings: TemplateStringsArray, ...values: Part[]): Markup =>
  new Markup(strings, values);

/** What an element is given whose content is `content`. */
export const inner = (content: Markup) => ({ dangerouslySetInnerHTML: { __html: String(content) } });

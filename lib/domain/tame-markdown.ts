/** Containers (quotes, lists) one line may open, and columns it may be indented by; deeper ones become siblings. */
const MAX_CONTAINERS = 60;
const MAX_INDENT = 240;
/** Beyond this a paragraph's emphasis and links are taken as plain signs: weighing them takes the square of its length. */
const MAX_PARAGRAPH = 12_000;

const OPENERS = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;

/** Cuts the nesting of one line; what follows is shown as written. */
export function withoutDepth(line: string): string {
  const indented =
    line.length > MAX_INDENT ? line.replace(/^[ \t]+/, (space) => space.slice(0, MAX_INDENT)) : line;
  if (indented.length < MAX_CONTAINERS * 2) return indented;
  const openers = OPENERS.exec(indented.slice(0, 20_000))?.[0] ?? "";
  let seen = 0;
  for (let at = 0; at < openers.length; at++) {
    const char = openers[at] ?? "";
    if (/[ \t\d]/.test(char)) continue;
    if (++seen > MAX_CONTAINERS) return `${indented.slice(0, at)}\\${indented.slice(at)}`;
  }
  return indented;
}

const plainSigns = (line: string) => line.replace(/[*_[\]~`<!]/g, "\\$&");

/**
 * Makes a document safe to parse in reasonable time, line by line: absurd nesting is cut and the inline markup
 * of absurdly long paragraphs is escaped. In and out: the lines; ordinary documents come back as they are.
 *
 * @param longest characters of a paragraph whose markup is read
 */
export function tameLines(lines: readonly string[], longest = MAX_PARAGRAPH): string[] {
  const tamed = lines.map(withoutDepth);
  let start = 0;
  let size = 0;
  for (let at = 0; at <= tamed.length; at++) {
    const line = tamed[at];
    const continues =
      line !== undefined && line.trim() !== "" && !/^\s*(?:[-*+#|>~`]|\d{1,9}[.)]\s)/.test(line);
    if (!continues) {
      if (size > longest)
        for (let inside = start; inside < at; inside++) tamed[inside] = plainSigns(tamed[inside] ?? "");
      start = at;
      size = 0;
    }
    size += line?.length ?? 0;
  }
  return tamed;
}

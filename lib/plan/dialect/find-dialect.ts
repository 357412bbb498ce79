import { Enclosure } from "../enclosure";
import { fromAsciiDoc } from "./asciidoc";
import { fromOrg } from "./org";
import { fromRst, underlineOf } from "./rst";
import type { Translation } from "./translation";
import { fromJira, fromMediaWiki } from "./wiki";

/** A document of another markup, as Markdown. */
export interface Dialect {
  name: string;
  made: Translation;
}

const count = (lines: readonly string[], pattern: RegExp): number =>
  lines.filter((line) => pattern.test(line)).length;

/** A title underlined with a sign that means nothing of the kind in Markdown; "~~~" may be the fence of code. */
function isOddTitle(lines: readonly string[], index: number): boolean {
  const sign = underlineOf(lines, index);
  const [before = "", title = "", under = ""] = [lines[index - 1], lines[index], lines[index + 1]];
  const apart = before.trim() === "" || (sign !== "~" && before.trim() === under.trim());
  return sign !== null && /[~^"'`+#*]/.test(sign) && apart && under.trim().length - title.trim().length <= 2;
}

/** Which other markup a document is written in, and the same in Markdown. Null for Markdown, and whatever else. */
export function dialectOf(lines: readonly string[]): Dialect | null {
  const enclosure = new Enclosure();
  const open = lines.filter((line) => enclosure.next(line));
  if (count(open, /^h[1-6]\.\s+\S/) > 0 && count(open, /^#{2,6}\s/) === 0)
    return { name: "Jira or Confluence wiki markup", made: fromJira(lines) };
  if (count(open, /^={2,6}\s*[^=\s].*[^=]={2,6}\s*$/) > 0 && count(open, /^#{2,6}\s/) === 0)
    return { name: "MediaWiki markup", made: fromMediaWiki(lines) };
  if (count(open, /^#{1,6}\s+\S/) > 0 && count(open, /^#\+\w+/) === 0) return null;
  if (count(open, /^={1,6}\s+\S/) > 1 || (count(open, /^={1,6}\s+\S/) > 0 && count(open, /^\|===/) > 0))
    return { name: "AsciiDoc", made: fromAsciiDoc(lines) };
  const stars = count(open, /^\*{2,}\s+\S/);
  if ((stars > 1 && count(open, /^\*\s+\S/) > 0) || (stars > 0 && count(open, /^#\+\w+/) > 0))
    return { name: "Org mode", made: fromOrg(lines) };
  const odd = lines.filter((_, index) => isOddTitle(lines, index)).length;
  return odd > 1 ? { name: "reStructuredText", made: fromRst(lines) } : null;
}

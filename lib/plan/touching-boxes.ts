import { Enclosure } from "./enclosure";

/** A bullet or number, and a box right behind it. */
const TOUCHING =
  /^(?<margin>[ \t>]*)(?<mark>[-*+]|\d{1,9}[.)])(?<rest>\[[ \txX✓✔☑~/-]?\][ \t]+(?<words>\S.*))$/u;

/** "*[x] so it is*": the sign is the first of a pair, around words that lean. */
const isEmphasis = (mark: string, words: string): boolean =>
  mark === "*" && words.replace(/\*\*|\\\*/g, "").split("*").length % 2 === 0;

/**
 * Sets apart a bullet from a box that touches it ("-[ ] Backups"), which Markdown takes for words that go on with the
 * line above. In and out: the lines of a document; those of code, comments and HTML come back as they are.
 */
export function withBoxesApart(lines: readonly string[]): string[] {
  const enclosure = new Enclosure();
  return lines.map((line) => {
    const { margin = "", mark = "", rest, words = "" } = TOUCHING.exec(line)?.groups ?? {};
    const free = enclosure.next(line);
    return free && rest && !isEmphasis(mark, words) ? `${margin}${mark} ${rest}` : line;
  });
}

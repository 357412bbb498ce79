import { Translation } from "./translation";

/** Signs that underline a heading. */
const RULE = /^([=\-~^"'`+#*:.<>_])\1{2,}\s*$/;

/** Where a line is a heading, the sign it is underlined with. */
export function underlineOf(lines: readonly string[], index: number): string | null {
  const line = lines[index] ?? "";
  const sign = RULE.exec(lines[index + 1] ?? "")?.[1];
  const length = (lines[index + 1] ?? "").trimEnd().length;
  return sign && line.trim() !== "" && !RULE.test(line) && length >= line.trim().length ? sign : null;
}

/** reStructuredText: headings by the signs below (and above) them, in the order in which a document uses these. */
export function fromRst(lines: readonly string[]): Translation {
  const made = new Translation();
  const known: string[] = [];
  lines.forEach((line, index) => {
    const at = index + 1;
    const sign = underlineOf(lines, index);
    const above = RULE.test(lines[index - 1] ?? "") && lines[index - 1]?.[0] === sign;
    if (sign) {
      const kind = `${sign}${above ? sign : ""}`;
      if (!known.includes(kind)) known.push(kind);
      made.heading(at, known.indexOf(kind) + 1, line);
    } else if (RULE.test(line) && (underlineOf(lines, index - 1) || underlineOf(lines, index + 1)))
      made.add(at, "");
    else if (/^\.\. (?!\[)/.test(line)) made.aside(at, line);
    else made.add(at, line.replace(/^(\s*)#\.\s/, "$11. "));
  });
  return made;
}

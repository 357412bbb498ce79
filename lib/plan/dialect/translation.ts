/** A document as Markdown: its lines, and of each the line of the source it was made of. */
export class Translation {
  readonly lines: string[] = [];
  readonly sources: number[] = [];

  /** @param source counted from 1 */
  add(source: number, line: string): void {
    this.lines.push(line);
    this.sources.push(source);
  }

  /** A line that only lays things out. */
  aside(source: number, line: string): void {
    this.add(source, `<!-- ${line.trim().replaceAll("-->", "")} -->`);
  }

  heading(source: number, depth: number, text: string): void {
    // A heading of the underlined kind must not be made of the line above.
    this.add(source, `${"#".repeat(Math.min(Math.max(depth, 1), 6))} ${text.trim()}`);
  }

  /** @param signs one for each level, the last one says of which kind the entry is: "**", "*#" */
  entry(source: number, signs: string, text: string, numbered = /[#.]$/): void {
    const indent = "   ".repeat(Math.min(signs.length - 1, 20));
    this.add(source, `${indent}${numbered.test(signs) ? "1. " : "-  "}${text}`);
  }

  /** More words for the last cell of the last row. */
  continueRow(words: string): void {
    const last = this.lines.findLastIndex((line) => !/^\|(?:---\|)+$/.test(line));
    this.lines[last] =
      `${(this.lines[last] ?? "").replace(/\|$/, "")}${words.trim().replaceAll("|", "\\|")} |`;
  }

  row(source: number, cells: readonly string[], isHead: boolean): void {
    this.add(source, `| ${cells.map((cell) => cell.trim().replaceAll("|", "\\|")).join(" | ")} |`);
    if (isHead) this.add(source, `|${cells.map(() => "---").join("|")}|`);
  }
}

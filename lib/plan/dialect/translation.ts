/** A cell of a table: its words, and the lines of the source they stand on. */
export interface SourceCell {
  text: string;
  from: number;
  to: number;
}

/** A cell with what another line says of it. */
export const continued = (cell: SourceCell, words: string, line: number): SourceCell => ({
  ...cell,
  text: `${cell.text} ${words.trim()}`,
  to: line,
});

/** A document as Markdown: its lines, and of each the line of the source it was made of. */
export class Translation {
  readonly lines: string[] = [];
  readonly sources: number[] = [];
  /** The cells of each row, by the line that was made of it. */
  readonly rows = new Map<number, readonly SourceCell[]>();

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

  row(cells: readonly SourceCell[], isHead: boolean): void {
    const source = cells[0]?.from ?? 0;
    this.add(source, `| ${cells.map(({ text }) => text.trim().replaceAll("|", "\\|")).join(" | ")} |`);
    this.rows.set(this.lines.length, cells);
    if (isHead) this.add(source, `|${cells.map(() => "---").join("|")}|`);
  }
}

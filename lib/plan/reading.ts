/** What one line of the document was understood as. */
const READING_KINDS = [
  "title",
  "phase",
  "section",
  "item",
  "sub-item",
  "detail",
  "acceptance",
  "why",
  "impact",
  "file",
  "criterion",
  "goal",
  "scope",
  "environment",
  "secret",
  "risk",
  "sign-off rule",
  "rollback",
  "label",
  "choice",
  "text",
  "code",
  "comment",
  "front matter",
  "divider",
  "note",
  "unplaced",
  "other document",
] as const;
export type ReadingKind = (typeof READING_KINDS)[number];

export interface LineReading {
  /** counted from 1 */
  line: number;
  kind: ReadingKind;
  /** the source line, trimmed */
  text: string;
}

interface Placed {
  position?: { start: { line: number }; end: { line: number } } | undefined;
}

/** Remembers for every line what it was read as; a later, closer look replaces an earlier one. */
export class Reading {
  private readonly kinds: (ReadingKind | undefined)[] = [];

  constructor(private readonly lines: readonly string[]) {}

  mark(from: number, to: number, kind: ReadingKind): void {
    for (let line = Math.max(1, from); line <= Math.min(to, this.lines.length); line++)
      this.kinds[line] = kind;
  }

  markNode(node: Placed, kind: ReadingKind): void {
    if (node.position) this.mark(node.position.start.line, node.position.end.line, kind);
  }

  kindAt(line: number): ReadingKind | undefined {
    return this.kinds[line];
  }

  /** Every line that is not blank, in order. What nothing claimed is text. */
  toList(): LineReading[] {
    return this.lines.flatMap((source, index) => {
      const text = source.trim();
      return text === "" ? [] : [{ line: index + 1, kind: this.kinds[index + 1] ?? "text", text }];
    });
  }
}

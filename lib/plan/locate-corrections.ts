import { groupBy } from "@/lib/domain/group-by";
import { type Anchor, anchorText, type Corrections, type ReadAs } from "@/lib/domain/plan-corrections";

/** What the reader says of single lines of a document, by their numbers in it. */
export interface Said {
  /** this heading is a phase, or is not */
  decided: Readonly<Record<number, boolean>>;
  readAs: Readonly<Record<number, ReadAs>>;
  /** the heading of the document that is read; null: all of the file */
  document: number | null;
  /** where the line of a correction stands now; null: nowhere */
  lineOf: (anchor: Anchor) => number | null;
}

/** Finds lines again: where they were or, in a file that changed, the nearest that reads the same. */
class Finder {
  private index: Map<string, { line: number }[]> | null = null;

  constructor(private readonly lines: readonly string[]) {}

  find({ line, text }: Anchor): number | null {
    const words = anchorText(text);
    if (words === "") return line <= this.lines.length ? line : null;
    if (anchorText(this.lines[line - 1] ?? "") === words) return line;
    this.index ??= groupBy(
      this.lines.map((_, at) => ({ line: at + 1 })),
      (entry) => anchorText(this.lines[entry.line - 1] ?? ""),
    );
    const alike = this.index.get(words) ?? [];
    return alike.toSorted((a, b) => Math.abs(a.line - line) - Math.abs(b.line - line))[0]?.line ?? null;
  }
}

/** What corrections say of the lines of a document; one of a line that is not there any more says nothing. */
export function locate({ phases, lists, document }: Corrections, lines: readonly string[]): Said {
  const finder = new Finder(lines);
  const entries = <Entry extends Anchor, Value>(all: readonly Entry[], read: (entry: Entry) => Value) =>
    all.flatMap((entry): [number, Value][] => {
      const line = finder.find(entry);
      return line === null ? [] : [[line, read(entry)]];
    });
  return {
    decided: Object.fromEntries(entries(phases, ({ isPhase }) => isPhase)),
    readAs: Object.fromEntries(entries(lists, ({ as }) => as)),
    document: document && finder.find(document),
    lineOf: (anchor) => finder.find(anchor),
  };
}

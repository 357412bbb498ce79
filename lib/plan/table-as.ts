import type { Table } from "mdast";
import type { ReadAs } from "@/lib/domain/plan-corrections";
import type { Draft, PhaseDraft } from "./draft";
import { clipped } from "./read-items";
import type { ReadingKind } from "./reading";
import { type Cells, isBlankCell, markHead } from "./table-cells";
import { kindOfTable, type TableKind } from "./table-kinds";

const STATEMENTS = { goals: "goal", scope: "scope", rollback: "rollback" } as const satisfies Partial<
  Record<ReadAs, ReadingKind>
>;

/** The first column that holds words and does not only count the rows. */
function wordsColumn({ header, rows }: Cells): number {
  const worded = header.findIndex((_, column) => {
    const filled = rows.filter(({ cells }) => !isBlankCell(cells[column]?.text ?? ""));
    return filled.some(({ cells }) => /\p{L}{2}/u.test(cells[column]?.text ?? ""));
  });
  return Math.max(worded, 0);
}

/** What a table holds that the reader says is of one kind: as it would be found there, else its first words name each row. */
export function kindOfTableAs(cells: Cells, as: ReadAs, hasBoxes: boolean): TableKind {
  const first = wordsColumn(cells);
  if (as === "items") {
    const found = kindOfTable(cells, "items", hasBoxes);
    if (found.kind === "items" || found.kind === "board") return found;
    return { kind: "items", title: first, state: -1, level: -1, number: -1, ticks: [] };
  }
  if (as === "criteria") {
    const found = kindOfTable(cells, "criteria", hasBoxes);
    return found.kind === "criteria"
      ? found
      : { kind: "criteria", text: first, target: -1, state: -1, window: -1 };
  }
  if (as === "risks") {
    const found = kindOfTable(cells, "risks", hasBoxes);
    return found.kind === "risks"
      ? found
      : { kind: "risks", title: first, severity: -1, likelihood: -1, impact: -1, mitigation: -1, facts: [] };
  }
  return { kind: "other" };
}

/** Reads each row of a table as a sentence, where the reader says it holds goals, scope or steps back. Out: whether it was. */
export function readRowsAs(
  draft: Draft,
  table: Table,
  cells: Cells,
  phase: PhaseDraft,
  as: ReadAs | null,
): boolean {
  if (as !== "goals" && as !== "scope" && as !== "rollback") return false;
  draft.reading.markNode(table, STATEMENTS[as]);
  markHead(draft, table, "label");
  for (const { line, endLine, cells: row } of cells.rows) {
    const words = row.map(({ text }) => text).filter((text) => !isBlankCell(text));
    if (words.length > 0) phase[as].push(clipped(draft, words.join(" – "), line));
    else draft.reading.mark(line, endLine, "text");
  }
  return true;
}

import type { Table } from "mdast";
import type { ReadAs } from "@/lib/domain/plan-corrections";
import { withoutSecretValues } from "@/lib/domain/secret-values";
import type { Plan } from "@/lib/schemas/plan";
import { type Draft, type Place, titleOf } from "./draft";
import { folded } from "./plain-text";
import { readBoardRow, readItemRow } from "./read-item-rows";
import { clipped } from "./read-items";
import { withSource } from "./read-recommendations";
import { noteLeftOut, readCriterionRow, readRiskRow } from "./read-register-rows";
import { readSecretTable } from "./read-secrets";
import { addSignOffRule } from "./read-statements";
import type { ReadingKind } from "./reading";
import { kindOfTableAs, readRowsAs } from "./table-as";
import { type Cells, cellAt, EMPTY_CELL, isBlankCell, markHead, readCells } from "./table-cells";
import { environmentOf, kindOfTable, type TableKind } from "./table-kinds";
import type { Role } from "./vocabulary";

function readEnvironments(
  draft: Draft,
  cells: Cells,
  kind: Extract<TableKind, { kind: "environments" }>,
): void {
  const names = kind.columns.map((index) => (cells.header[index] ?? "").slice(0, 120));
  // "Prod" of one table is "Production" of another, unless a table has both.
  const own = names.map((name) => environmentOf(name) ?? folded(name));
  const idOf = (name: string) => {
    const id = environmentOf(name) ?? folded(name);
    return own.filter((other) => other === id).length > 1 ? folded(name) : id;
  };
  const known: NonNullable<Plan["environments"]> = draft.environments ?? { columns: [], rows: [] };
  draft.environments = known;
  for (const name of names) {
    if (known.columns.some((column) => idOf(column) === idOf(name))) continue;
    known.columns.push(name);
    for (const row of known.rows) row.values.push("");
  }
  for (const row of cells.rows) {
    const { title } = titleOf(draft, cellAt(row, kind.key).text, row.line);
    if (isBlankCell(title)) continue;
    const values = known.columns.map((column) => {
      const index = kind.columns.find((_, place) => idOf(names[place] ?? "") === idOf(column));
      return index === undefined
        ? ""
        : clipped(draft, withoutSecretValues(cellAt(row, index).source), row.line);
    });
    known.rows.push({ key: title, values });
  }
}

/** Rows as columns: the matrix of a table that lists its environments one below the other. */
function turnedAround({ header, rows }: Cells): Cells {
  const filled = rows.filter((row) => !isBlankCell(cellAt(row, 0).text));
  return {
    header: [header[0] ?? "", ...filled.map((row) => cellAt(row, 0).text)],
    rows: header.slice(1).flatMap((name, index) => {
      const cells = [
        { ...EMPTY_CELL, text: name, source: name },
        ...filled.map((row) => cellAt(row, index + 1)),
      ];
      return isBlankCell(name)
        ? []
        : [{ line: filled[0]?.line ?? 0, endLine: filled[0]?.endLine ?? 0, cells }];
    }),
  };
}

/** A table under a rollback plan: each row is a trigger with what is done then. Out: whether any row says something. */
function readRollback(draft: Draft, table: Table, { header, rows }: Cells, place: Place): boolean {
  const told = rows.flatMap((row) => {
    const parts = row.cells.flatMap(({ text }, index) =>
      isBlankCell(text) ? [] : [index === 0 || !header[index] ? text : `${header[index]}: ${text}`],
    );
    return parts.length === 0 ? [] : [clipped(draft, parts.join("; "), row.line)];
  });
  place.phase.rollback.push(...told);
  if (told.length > 0) {
    draft.reading.markNode(table, "rollback");
    markHead(draft, table, "label");
  }
  return told.length > 0;
}

const READ_AS: Readonly<Record<TableKind["kind"], ReadingKind>> = {
  environments: "environment",
  "environment rows": "environment",
  secrets: "secret",
  risks: "risk",
  criteria: "criterion",
  "sign-off": "sign-off rule",
  items: "item",
  board: "item",
  other: "unplaced",
};

/**
 * Reads a table into the draft. In: the node, the document, where it stands and what its heading is about.
 * The reader may say of the table what it holds. One whose columns say nothing known is left to the reader as unplaced (or as text, beside the matter).
 */
export function readTable(
  draft: Draft,
  table: Table,
  document: string,
  place: Place,
  role: Role,
  said: ReadAs | null,
): void {
  const cells = readCells(table, document);
  // Where no box stands anywhere, a table of tasks is work without saying how it stands.
  const work = !draft.hasBoxes && (role === "items" || (role === "section" && place.inPhase));
  const usual = kindOfTable(cells, role, draft.hasBoxes, work || role === "recommendations");
  // Of a table that says itself what it holds, only the reader's word on the table counts, not that on its heading.
  const as = said ?? (usual.kind === "other" ? place.readAs : null);
  if (readRowsAs(draft, table, cells, place.phase, as)) return;
  const found = as ? kindOfTableAs(cells, as, draft.hasBoxes) : usual;
  const turned = found.kind === "environment rows" ? turnedAround(cells) : cells;
  const kind: TableKind =
    found.kind === "environment rows"
      ? {
          kind: "environments",
          key: 0,
          columns: turned.header.flatMap((_, index) => (index > 0 ? [index] : [])),
        }
      : found;
  draft.reading.markNode(table, kind.kind === "other" && role === "aside" ? "text" : READ_AS[kind.kind]);
  markHead(draft, table, kind.kind === "other" ? "text" : "label");
  noteLeftOut(draft, cells, found, table.position?.start.line ?? 0);
  if (kind.kind === "environments") readEnvironments(draft, turned, kind);
  if (
    kind.kind === "other" &&
    /^(?:rollback|triggers)$/.test(role) &&
    readRollback(draft, table, cells, place)
  )
    return;
  if (kind.kind === "secrets") readSecretTable(draft, cells, kind, place.section);
  const sourced = role === "recommendations" && kind.kind === "items";
  if (sourced)
    withSource(draft, place, () =>
      cells.rows.forEach((row) => {
        readItemRow(draft, cells, row, kind, place);
      }),
    );
  else
    for (const row of cells.rows) {
      if (kind.kind === "risks") readRiskRow(draft, cells, row, kind);
      else if (kind.kind === "criteria") readCriterionRow(draft, row, kind, place);
      else if (kind.kind === "board") readBoardRow(draft, row, kind.states, place);
      else if (kind.kind === "items") readItemRow(draft, cells, row, kind, place);
      else if (kind.kind === "sign-off" && !isBlankCell(cellAt(row, kind.name).text))
        addSignOffRule(place.phase, cellAt(row, kind.name).text);
      else if (kind.kind === "other" && row.cells.every(({ text }) => isBlankCell(text)))
        draft.reading.mark(row.line, row.endLine, "text");
    }
}

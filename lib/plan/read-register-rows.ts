import { parseTarget, parseTargetCell } from "./criterion-target";
import { type Draft, type Place, titleOf } from "./draft";
import { isLegend, stateOfCell } from "./item-state";
import { severityOfCell } from "./level";
import { hasWords, withoutTick } from "./list-entry";
import { clipped } from "./read-items";
import { keepRisk } from "./read-risks";
import { addCriteria } from "./read-statements";
import { judgedRisk } from "./risk-facts";
import { type Cells, cellAt, isBlankCell, type Row } from "./table-cells";
import type { TableKind } from "./table-kinds";
import { isChoice } from "./vocabulary";

type CriterionColumns = Extract<TableKind, { kind: "criteria" }>;

const YES = /^(?:yes|y|true|required|mandatory|ja|s[ií]|sim|oui|evet|是|はい|예|да|✅|✓|✔|x)$/iu;

/** A row without a name: an empty one, or one that is not understood. */
function markNameless({ reading }: Draft, { line, endLine, cells }: Row): void {
  const empty = cells.every(({ text }) => isBlankCell(text));
  reading.mark(line, endLine, empty ? "text" : "unplaced");
}

/** A row of a table of criteria. What its state says in words nobody knows stays with its text. */
export function readCriterionRow(draft: Draft, row: Row, kind: CriterionColumns, place: Place): void {
  const at = (column: number) => cellAt(row, column).text;
  const metric = at(kind.text);
  // A figure alone is no criterion.
  if (isBlankCell(metric) || !/\p{L}/u.test(metric)) {
    markNameless(draft, row);
    return;
  }
  const target = at(kind.target);
  const state = at(kind.state);
  const checked = stateOfCell(state) === "DONE";
  // "GO / NO-GO" is what may be filled in.
  const asked = isLegend(state) || state.split(/[/|]/).every(isChoice);
  const untold = hasWords(state) && stateOfCell(state) === null && !asked && !isBlankCell(state);
  const text = untold ? `${metric} (${state})` : metric;
  const parsed = parseTargetCell(target, metric);
  if (parsed.target === null) {
    // "Required: yes" says only that it is one.
    const said = isBlankCell(target) || YES.test(target) ? text : `${text}: ${target}`;
    addCriteria(draft, place.phase, said, row.line, checked, place.criteriaLevel);
    return;
  }
  const window = at(kind.window);
  // A sample says of whom: those words stand nowhere else.
  const said = parseTarget(target).minimumSample === undefined ? text : `${text}: ${target}`;
  place.phase.criteria.push({
    text: titleOf(draft, withoutTick(said), row.line).title,
    ...parsed,
    unit: parsed.unit?.slice(0, 80) ?? null,
    window: parsed.window ?? (isBlankCell(window) ? null : window.slice(0, 120)),
    level: draft.levels.ofCriterion(place.criteriaLevel),
    checked,
  });
}

/** What a table is read as, and the columns that have a place in it. */
function usedOf(kind: TableKind): [what: string, columns: readonly number[]] | null {
  if (kind.kind === "criteria") return ["A criterion", [kind.text, kind.target, kind.state, kind.window]];
  if (kind.kind === "sign-off") return ["A sign-off rule", [kind.name]];
  if (kind.kind === "environments") return ["The environment matrix", [kind.key, ...kind.columns]];
  const { kind: name, ...columns } = kind;
  if (name !== "risks" && name !== "secrets") return null;
  return [name === "risks" ? "A risk" : "A secret", Object.values(columns).flat()];
}

/** Where the cells of a row stand on lines of their own, those left out are text. */
function markLeftOut({ reading }: Draft, rows: readonly Row[], used: readonly number[]): void {
  const told = new Set<number>();
  for (const row of rows)
    for (const column of used)
      for (let [line, to] = cellAt(row, column).lines; line <= to; line++) told.add(line);
  for (const { cells } of rows)
    for (const { lines } of cells)
      for (let [line, to] = lines; line <= to; line++) if (!told.has(line)) reading.mark(line, line, "text");
}

/** Says which columns of a table have no place in what it is read as. */
export function noteLeftOut(draft: Draft, { header, rows }: Cells, kind: TableKind, line: number): void {
  const [what, used] = usedOf(kind) ?? [];
  if (!used) return;
  markLeftOut(draft, rows, used);
  const says = (row: Row, column: number) => {
    const { text } = cellAt(row, column);
    return !isBlankCell(text) && !/^\d{1,3}\.?$/.test(text);
  };
  const noteRow = (row: Row, where: string, columns: readonly number[]) => {
    const said = columns.map((column) => `“${cellAt(row, column).text.slice(0, 200)}”`).join(", ");
    if (said !== "")
      draft.notes.push({ line: row.line, text: `This row goes on ${where}; left out: ${said}.` });
  };
  const nameless = header.flatMap((name, column) =>
    hasWords(name) || name.trim() === "#" || used.includes(column) ? [] : [column],
  );
  for (const row of rows) {
    const beyond = row.cells.flatMap(({ text }, column) =>
      column >= header.length && hasWords(text) ? [column] : [],
    );
    noteRow(row, "behind the last column", beyond);
    noteRow(
      row,
      "under a column without a name",
      nameless.filter((column) => says(row, column)),
    );
  }
  const left = header.filter(
    (name, column) =>
      hasWords(name) &&
      !/^(?:id|no|nr|ref)\.?$/i.test(name) &&
      !used.includes(column) &&
      rows.some((row) => says(row, column)),
  );
  const named = left.map((name) => `“${name.slice(0, 60)}”`).join(", ");
  if (left.length > 0)
    draft.notes.push({
      line,
      text: `${what} has no place for what this table says under ${named}; it was left out.`,
    });
}

/** A row of a table of risks: whose it is and until when stays with how it is met. */
export function readRiskRow(
  draft: Draft,
  cells: Cells,
  row: Row,
  kind: Extract<TableKind, { kind: "risks" }>,
): void {
  const at = (column: number) => cellAt(row, column).text;
  if (isBlankCell(at(kind.title))) {
    markNameless(draft, row);
    return;
  }
  const { title } = titleOf(draft, at(kind.title), row.line);
  const told = kind.facts
    .filter((column) => column !== kind.mitigation && !isBlankCell(at(column)))
    .map((column) => `${cells.header[column]}: ${at(column)}`);
  const mitigation = [isBlankCell(at(kind.mitigation)) ? "" : at(kind.mitigation), ...told].filter(Boolean);
  keepRisk(draft, {
    title,
    ...judgedRisk(at(kind.likelihood), at(kind.impact), severityOfCell(at(kind.severity))),
    mitigation: mitigation.length > 0 ? clipped(draft, mitigation.join("\n"), row.line) : null,
  });
}

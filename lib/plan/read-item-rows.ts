import type { PlanItem } from "@/lib/schemas/plan";
import { type Draft, itemsOf, type Place, titleOf } from "./draft";
import { dayIn, isDueLabel } from "./due-day";
import { explicitKey } from "./item-keys";
import { isLegend, stateOfCell } from "./item-state";
import { noWords, takeAbove, takeCell, wordsAsFields } from "./item-words";
import { levelOfItem, levelOfWord, withoutLevel } from "./level";
import { addressLines } from "./links";
import { hasWords, signOf, withoutTick } from "./list-entry";
import { clipped } from "./read-items";
import { type Cells, cellAt, isBlankCell, type Row } from "./table-cells";
import type { TableKind } from "./table-kinds";
import { isChoice } from "./vocabulary";
/** A row of a table of work: its columns become state, level, number and details. */
export function readItemRow(
  draft: Draft,
  cells: Cells,
  row: Row,
  kind: Extract<TableKind, { kind: "items" }>,
  place: Place,
): void {
  const written = cellAt(row, kind.title).text;
  const text = kind.state === kind.title ? (signOf(written)?.text ?? written) : withoutTick(written);
  if (isBlankCell(text)) {
    draft.reading.mark(row.line, row.endLine, "text");
    return;
  }
  const given = kind.number >= 0 ? explicitKey(`${cellAt(row, kind.number).text} :`)?.key : undefined;
  const numbered = explicitKey(text) ?? (given ? { key: given, title: text } : null);
  const { title, rest } = titleOf(draft, withoutLevel(numbered?.title ?? text), row.line);
  const details = rest ? [rest] : [];
  const applies: string[] = [];
  const words = noWords();
  let unneeded = false;
  const due: string[] = [];
  cells.header.forEach((name, column) => {
    const cell = cellAt(row, column);
    if (column === kind.title || !hasWords(cell.text)) return;
    // A state or level in words nobody knows is kept as it is written.
    if (column === kind.level && levelOfWord(cell.text)) return;
    if (column === kind.state && (stateOfCell(cell.text) || isLegend(cell.text) || isBlankCell(cell.text)))
      return;
    // A number that only counts the rows says nothing; one that names the item is its key.
    if (column === kind.number && (given || /^\d{1,4}\.?$/.test(cell.text))) return;
    if (kind.ticks.includes(column)) {
      if (stateOfCell(cell.text) !== "DONE") return;
      if (/^n\/?a$|not applicable/i.test(name)) unneeded = true;
      else if (!isChoice(name)) applies.push(name);
    } else if (column !== kind.level && takeCell(name, cell, words)) return;
    else if (due.length === 0 && isDueLabel(name) && dayIn(cell.text)) due.push(dayIn(cell.text) ?? "");
    else
      details.push(
        /^(?:short )?description$|^details?$|^notes?$/i.test(name) ? cell.source : `${name}: ${cell.source}`,
      );
  });
  // Cells beyond the header are not shown by most programs, but they were written.
  details.push(
    ...row.cells
      .slice(cells.header.length)
      .flatMap(({ text: more, source }) => (hasWords(more) ? [source] : [])),
  );
  takeAbove(draft, place.above, words);
  const said = [title, ...details, ...Object.values(words).flat()];
  const nodes = row.cells.map(({ node }) => node);
  details.unshift(...addressLines(draft.definitions, nodes, said));
  if (applies.length > 0) details.push(`Applies to: ${applies.join(", ")}`);
  const level =
    (kind.level >= 0 ? levelOfWord(cellAt(row, kind.level).text) : null) ?? levelOfItem(text) ?? place.level;
  itemsOf(place.phase, place.section).push({
    key: draft.keys.claim(numbered?.key ?? null, title),
    title,
    details: clipped(draft, details.join("\n"), row.line),
    state: unneeded
      ? "NOT_APPLICABLE"
      : ((kind.state >= 0 ? stateOfCell(cellAt(row, kind.state).text) : null) ?? "OPEN"),
    level: draft.levels.ofItem(level),
    area: place.area,
    ...wordsAsFields(words, (said) => clipped(draft, said, row.line)),
    ...(due[0] && { dueOn: due[0] }),
    subItems: [],
  });
}

/** A row of a board: each cell is work in the state its column names. */
export function readBoardRow(
  draft: Draft,
  row: Row,
  states: readonly PlanItem["state"][],
  place: Place,
): void {
  states.forEach((state, column) => {
    for (const part of cellAt(row, column).source.split(/<br\s*\/?>/i)) {
      const text = part.replace(/[*`]|^\s*[-•]\s+/g, "").trim();
      if (isBlankCell(text)) continue;
      const { title, rest } = titleOf(draft, withoutLevel(text), row.line);
      itemsOf(place.phase, place.section).push({
        key: draft.keys.claim(null, title),
        title,
        details: rest,
        state,
        level: draft.levels.ofItem(levelOfItem(text) ?? place.level),
        area: place.area,
        acceptance: null,
        subItems: [],
      });
    }
  });
}

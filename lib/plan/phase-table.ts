import type { Table } from "mdast";
import { type Draft, emptyPhase, itemsOf, nameThatFits, type PhaseDraft } from "./draft";
import { explicitKey } from "./item-keys";
import { withoutTick } from "./list-entry";
import { phaseMark } from "./phase-words";
import { fitTitle, folded, plainText } from "./plain-text";
import { addCriteria, addSignOffRule } from "./read-statements";
import { isBlankCell, markHead, type Row, readCells } from "./table-cells";
import { type Role, roleOf } from "./vocabulary";

const PHASE_COLUMN =
  /^(?:\p{L}+ ){0,2}(?:phases?|stages?|milestones?|fases?|etapas?|etapes?|phasen?|tappe?|asama|fase|tappe|asama|evre|faz|阶段|階段|フェーズ|段階|단계|этап|фаза|فاز|مرحله)(?: (?:name|#|no\.?))?$/u;

function roleOfColumn(header: string): Role {
  const key = folded(header);
  if (/^(?:exit|entry|gate|success|criteria|criterion)$|criteri/.test(key)) return "criteria";
  if (/^(?:focus|goal|objective|purpose|outcome)s?$/.test(key)) return "goals";
  if (/audience|users|scope|cohort|traffic|population|who/.test(key)) return "scope";
  return roleOf(header);
}

/** Whether each row of a table is a phase: its first column says so, and the rows name at least two. */
export function isPhaseTable(table: Table): boolean {
  const [head, ...rows] = table.children;
  const header = head?.children.map((cell) => plainText(cell)) ?? [];
  const first = folded(header[0] ?? "");
  if (rows.length < 2 || (first !== "" && !PHASE_COLUMN.test(first))) return false;
  // "Phase | Requirement | Status": the phase is said of each row again. Left empty, a row goes on with the one above.
  const names = rows
    .map((row) => (row.children[0] ? folded(plainText(row.children[0])) : ""))
    .filter((name, index) => name !== "" || index === 0);
  if (new Set(names).size < names.length) return false;
  const named = rows.filter((row) => row.children[0] && phaseMark(plainText(row.children[0]))).length;
  if (first === "" && named < rows.length) return false;
  return (
    named >= 2 || header.slice(1).some((name) => /^(?:criteria|goals|scope|items)$/.test(roleOfColumn(name)))
  );
}

const partsOf = (source: string) =>
  source
    .split(/<br\s*\/?>|;\s+/i)
    .map((part) => part.replace(/[*`]|^\s*[-•]\s+/g, "").trim())
    .filter((part) => !isBlankCell(part));

function fill(
  draft: Draft,
  phase: PhaseDraft,
  role: Role,
  header: string,
  parts: string[],
  line: number,
): void {
  if (role === "criteria") for (const part of parts) addCriteria(draft, phase, part, line, false, null);
  else if (role === "goals") phase.goals.push(...parts);
  else if (role === "rollback") phase.rollback.push(...parts);
  else if (role === "triggers") phase.triggers.push(...parts);
  else if (role === "sign-off")
    for (const part of parts.flatMap((names) => names.split(/,\s*|\s+[+&]\s+/))) addSignOffRule(phase, part);
  else if (role === "items") {
    for (const part of parts) {
      const numbered = explicitKey(part);
      const { title, rest } = fitTitle(numbered?.title ?? part);
      const key = draft.keys.claim(numbered?.key ?? null, title);
      itemsOf(phase, header).push({
        key,
        title,
        details: rest,
        state: "OPEN",
        level: draft.levels.ofItem(null),
        area: null,
        acceptance: null,
        subItems: [],
      });
    }
  } else phase.scope.push(...parts.map((part) => (role === "scope" ? part : `${header}: ${part}`)));
}

/**
 * Makes a phase of every row, unless the reader says it is none: columns for goals, audience, tasks and criteria fill
 * it, others are kept as its scope.
 */
export function readPhaseTable(
  draft: Draft,
  table: Table,
  document: string,
  decided: Readonly<Record<number, boolean>>,
): PhaseDraft[] {
  const { header, rows } = readCells(table, document);
  draft.reading.markNode(table, "phase");
  markHead(draft, table, "label");
  const fillFrom = (from: number, phase: PhaseDraft, { line, cells }: Row) =>
    header.forEach((column, index) => {
      if (index < from || column === "") return;
      const parts = partsOf(cells[index]?.source ?? "");
      fill(draft, phase, roleOfColumn(column), column.slice(0, 200), parts, line);
    });
  let last: PhaseDraft | null = null;
  return rows.flatMap((row) => {
    const { line, endLine, cells } = row;
    const first = withoutTick(cells[0]?.text ?? "");
    if (isBlankCell(first)) {
      if (last) fillFrom(1, last, row);
      else draft.reading.mark(line, endLine, "text");
      return [];
    }
    // "0", "1", "2" only count; what the phase is called stands beside it.
    const counted = /^\d{1,2}$/.test(first);
    const called = counted ? (cells[1]?.text ?? "") : "";
    const name = counted
      ? `${header[0] || "Phase"} ${first}${isBlankCell(called) ? "" : `: ${called}`}`
      : first;
    if (decided[line] === false) {
      draft.reading.mark(line, endLine, "unplaced");
      return [];
    }
    const phase = emptyPhase(nameThatFits(draft, name, line), line);
    last = phase;
    fillFrom(isBlankCell(called) ? 1 : 2, phase, row);
    return [phase];
  });
}

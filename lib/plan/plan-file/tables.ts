import type { Table, TableRow } from "mdast";
import { isDay } from "@/lib/domain/days";
import { RISK_SCALE } from "@/lib/domain/risks";
import { RISK_SEVERITIES } from "@/lib/domain/words";
import type { Plan } from "@/lib/schemas/plan";
import { MUST_DIFFER, takeBadges } from "./badges";
import { cellMarkdown, codeMarkdown, titleMarkdown, wordsOf } from "./plain-markdown";

/** Environments, secrets and risks stand in tables. */

type Secret = Plan["secrets"][number];
type Risk = Plan["risks"][number];
type Environments = NonNullable<Plan["environments"]>;

const rowMarkdown = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** A table of cells that are Markdown. */
const tableLines = (header: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  rowMarkdown(header.map(cellMarkdown)),
  `| ${header.map(() => "---").join(" | ")} |`,
  ...rows.map(rowMarkdown),
];

export function environmentTable({ columns, rows }: Environments): string[] {
  const keys = rows.map(({ key, mustDiffer }) =>
    mustDiffer ? `${titleMarkdown(key)} ${codeMarkdown(MUST_DIFFER)}` : titleMarkdown(key),
  );
  return tableLines(
    ["Configuration", ...columns],
    rows.map(({ values }, index) => [keys[index] ?? "", ...values.map(cellMarkdown)]),
  );
}

export const secretTable = (secrets: readonly Secret[]): string[] =>
  tableLines(
    ["Secret", "Variable", "Owner", "Rotation", "Storage", "Last rotated"],
    secrets.map(({ name, variable, owner, rotationDays, storage, lastRotatedOn }) =>
      [
        name,
        variable ?? "",
        owner ?? "",
        rotationDays === null ? "" : `${rotationDays} days`,
        storage ?? "",
        lastRotatedOn ?? "",
      ].map(cellMarkdown),
    ),
  );

/** Risks; likelihood, impact and owner have columns where somebody said them. */
export function riskTable(risks: readonly Risk[]): string[] {
  const judged = risks.some(({ likelihood, impact }) => likelihood || impact);
  const owned = risks.some(({ owner }) => owner);
  const of = <T>(is: boolean, cells: T[]): T[] => (is ? cells : []);
  return tableLines(
    ["Risk", "Severity", ...of(judged, ["Likelihood", "Impact"]), ...of(owned, ["Owner"]), "Mitigation"],
    risks.map(({ title, severity, likelihood, impact, owner, mitigation }) =>
      [...[title, severity], ...of(judged, [likelihood, impact]), ...of(owned, [owner]), mitigation].map(
        (cell) => cellMarkdown(cell ?? ""),
      ),
    ),
  );
}

const cellsOf = (row: TableRow | undefined): string[] =>
  row?.children.map(({ children }) => wordsOf(children).trim()) ?? [];

/** The rows of a table, each cell found by the words of its column; rows without a first cell are empty ones. */
function recordsOf(table: Table): ((column: string) => string | null)[] {
  const [head, ...body] = table.children;
  const names = cellsOf(head).map((name) => name.toLowerCase());
  return body
    .map(cellsOf)
    .filter(([first]) => first)
    .map((cells) => (column) => cells[names.indexOf(column)] || null);
}

/** The matrix of a table; a second table adds its rows where the columns are the same. */
export function readEnvironments(table: Table): Environments {
  const [head, ...body] = table.children;
  const columns = cellsOf(head).slice(1);
  const rows = body.flatMap((row) => {
    const { rest, facts } = takeBadges(row.children[0]?.children ?? []);
    const key = wordsOf(rest).trim();
    const values = cellsOf(row).slice(1);
    return key === ""
      ? []
      : [{ key, values: columns.map((_, at) => values[at] ?? ""), mustDiffer: facts.has(MUST_DIFFER) }];
  });
  return { columns, rows };
}

function daysOf(text: string | null): number | null {
  const days = Number(/^\s*(\d{1,6})/.exec(text ?? "")?.[1] ?? 0);
  return days > 0 ? days : null;
}

export const readSecrets = (table: Table): Secret[] =>
  recordsOf(table).map((cell) => {
    const rotated = cell("last rotated") ?? "";
    return {
      name: cell("secret") ?? "",
      variable: cell("variable"),
      owner: cell("owner"),
      rotationDays: daysOf(cell("rotation")),
      storage: cell("storage"),
      lastRotatedOn: isDay(rotated) ? rotated : null,
    };
  });

const wordIn = <Word extends string>(words: readonly Word[], text: string | null): Word | null =>
  words.find((word) => word === text?.toUpperCase()) ?? null;

export const readRisks = (table: Table): Risk[] =>
  recordsOf(table).map((cell) => ({
    title: cell("risk") ?? "",
    severity: wordIn(RISK_SEVERITIES, cell("severity")),
    likelihood: wordIn(RISK_SCALE, cell("likelihood")),
    impact: wordIn(RISK_SCALE, cell("impact")),
    owner: cell("owner"),
    mitigation: cell("mitigation"),
  }));

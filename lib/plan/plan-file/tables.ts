import type { Table, TableRow } from "mdast";
import type { RiskSeverity } from "@/lib/domain/words";
import { RISK_SEVERITIES } from "@/lib/domain/words";
import type { Plan } from "@/lib/schemas/plan";
import { cellMarkdown, wordsOf } from "./plain-markdown";

/** Environments, secrets and risks stand in tables. */

type Secret = Plan["secrets"][number];
type Risk = Plan["risks"][number];
type Environments = NonNullable<Plan["environments"]>;

const rowMarkdown = (cells: readonly string[]): string => `| ${cells.map(cellMarkdown).join(" | ")} |`;

const tableLines = (header: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  rowMarkdown(header),
  `| ${header.map(() => "---").join(" | ")} |`,
  ...rows.map(rowMarkdown),
];

export const environmentTable = ({ columns, rows }: Environments): string[] =>
  tableLines(
    ["Configuration", ...columns],
    rows.map(({ key, values }) => [key, ...values]),
  );

export const secretTable = (secrets: readonly Secret[]): string[] =>
  tableLines(
    ["Secret", "Variable", "Owner", "Rotation", "Storage", "Last rotated"],
    secrets.map(({ name, variable, owner, rotationDays, storage, lastRotatedOn }) => [
      name,
      variable ?? "",
      owner ?? "",
      rotationDays === null ? "" : `${rotationDays} days`,
      storage ?? "",
      lastRotatedOn ?? "",
    ]),
  );

export const riskTable = (risks: readonly Risk[]): string[] =>
  tableLines(
    ["Risk", "Severity", "Mitigation"],
    risks.map(({ title, severity, mitigation }) => [title, severity ?? "", mitigation ?? ""]),
  );

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
  const rows = body
    .map(cellsOf)
    .flatMap(([key, ...values]) =>
      key ? [{ key, values: columns.map((_, column) => values[column] ?? "") }] : [],
    );
  return { columns, rows };
}

function daysOf(text: string | null): number | null {
  const days = Number(/^\s*(\d{1,6})/.exec(text ?? "")?.[1] ?? 0);
  return days > 0 ? days : null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export const readSecrets = (table: Table): Secret[] =>
  recordsOf(table).map((cell) => {
    const rotated = cell("last rotated") ?? "";
    return {
      name: cell("secret") ?? "",
      variable: cell("variable"),
      owner: cell("owner"),
      rotationDays: daysOf(cell("rotation")),
      storage: cell("storage"),
      lastRotatedOn: DAY.test(rotated) ? rotated : null,
    };
  });

const severityIn = (text: string | null): RiskSeverity | null =>
  RISK_SEVERITIES.find((severity) => severity === text?.toUpperCase()) ?? null;

export const readRisks = (table: Table): Risk[] =>
  recordsOf(table).map((cell) => ({
    title: cell("risk") ?? "",
    severity: severityIn(cell("severity")),
    mitigation: cell("mitigation"),
  }));

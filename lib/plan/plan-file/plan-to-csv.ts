import type { Plan, PlanCriterion, PlanItem } from "@/lib/schemas/plan";
import { csvOf } from "./csv";

const HEADER = [
  "kind",
  "phase",
  "section",
  "key",
  "parent",
  "title",
  "state",
  "level",
  "area",
  "due",
  "assigned",
  "how we know",
  "details",
  "why",
  "impact",
  "files",
  "comparator",
  "target",
  "unit",
  "window",
];

/** A criterion has no due day, people, test, details, why, impact and files. */
const EMPTY_WORDS = ["", "", "", "", "", "", ""];

type Row = Parameters<typeof csvOf>[0][number];

function itemRows(item: PlanItem, phase: string, section: string, parent: string | null): Row[] {
  const {
    key,
    title,
    state,
    level,
    area,
    dueOn,
    assignees,
    acceptance,
    details,
    why,
    impact,
    files,
    subItems,
  } = item;
  const kind = parent === null ? "item" : "sub-item";
  return [
    [
      kind,
      phase,
      section,
      key,
      parent,
      title,
      state,
      level,
      area,
      dueOn,
      (assignees ?? []).join("\n"),
      acceptance,
      details,
      why,
      impact,
      (files ?? []).join("\n"),
      "",
      "",
      "",
      "",
    ],
    ...subItems.flatMap((subItem) => itemRows(subItem, phase, section, key)),
  ];
}

const criterionRow = (criterion: PlanCriterion, phase: string): Row => {
  const { key, text, checked, level, area, comparator, target, unit, window } = criterion;
  const state = checked ? "MET" : "";
  return [
    "criterion",
    phase,
    "",
    key,
    "",
    text,
    state,
    level,
    area,
    ...EMPTY_WORDS,
    comparator,
    target,
    unit,
    window,
  ];
};

/** Items and criteria of a plan as CSV, a row for each, in the order of the plan. */
export const planToCsv = ({ phases, criteria }: Plan): string =>
  csvOf([
    HEADER,
    ...phases.flatMap(({ name, sections, criteria: own }) => [
      ...sections.flatMap(({ title, items }) => items.flatMap((item) => itemRows(item, name, title, null))),
      ...own.map((criterion) => criterionRow(criterion, name)),
    ]),
    ...criteria.map((criterion) => criterionRow(criterion, "")),
  ]);

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parsePlan } from "../lib/plan/parse-plan";
import { readSource } from "../lib/plan/read-source";
import { DEFAULT_PHASE, OUTSIDE_PHASE } from "../lib/plan/settle";
import {
  type Plan,
  type PlanCriterion,
  type PlanItem,
  type PlanPhase,
  planSchema,
} from "../lib/schemas/plan";

/**
 * Compares what the importer makes of real documents with what an excellent importer would.
 * `node --import tsx scripts/compare-plans.ts DIR`, where DIR holds expected.json and the documents it names.
 * Exit 0: all agree. 1: some do not. 2: there is nothing to compare.
 */

const range = z.tuple([z.number(), z.number()]);
const criterion = z.object({
  text: z.string(),
  comparator: z.string().nullable(),
  target: z.number().nullable(),
  unit: z.string().nullable(),
  alt: z.string().optional(),
  second: z.object({ comparator: z.string(), target: z.number(), unit: z.string() }).optional(),
});
const phase = z.object({
  name: z.string(),
  items: z.number(),
  checked: z.number(),
  items_range: range.optional(),
  criteria: z.number().optional(),
  criteria_range: range.optional(),
  goals: z.number().optional(),
  scope: z.number().optional(),
  optional: z.boolean().optional(),
});
const expectation = z.object({
  title: z.string(),
  phases: z.array(z.string()),
  phases_alt: z.array(z.array(z.string())).optional(),
  phase_details: z.array(phase),
  items: z.object({ total: z.number(), checked: z.number(), total_range: range, checked_range: range }),
  criteria: z.union([z.array(criterion), z.number()]),
  criteria_range: range,
  environments: z.object({
    columns: z.array(z.string()),
    rows_range: range,
    keys: z.array(z.string()).optional(),
  }),
  secrets: z.number(),
  secrets_range: range.optional(),
  secret_names: z.array(z.string()).optional(),
  risks: z.number(),
  risks_range: range.optional(),
  risk_levels: z.record(z.string(), z.number()).optional(),
});
type Expectation = z.infer<typeof expectation>;

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}\ufe0f?/gu, "")
    .replace(/^\s*phase\s+\S+?:\s*/, "")
    .replace(/\s*\([^()]*\)\s*$/, "")
    .replace(/[`*]/g, "")
    .replace(/\s+/g, " ")
    .trim();
const flat = (items: PlanItem[]): PlanItem[] => items.flatMap((item) => [item, ...flat(item.subItems)]);
const itemsIn = (found: PlanPhase) => found.sections.flatMap(({ items }) => flat(items));
const ticked = (items: PlanItem[]) => items.filter(({ state }) => state === "DONE").length;
const within = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;

function comparePhases(plan: Plan, want: Expectation, differ: (text: string) => void): void {
  const named = plan.phases.filter(({ name }) => name !== OUTSIDE_PHASE || want.phases.length === 0);
  const names = named.map(({ name }) => plain(name));
  if (want.phases.length === 0) {
    const alternatives = (want.phases_alt ?? []).map((list) => list.map(plain).join("|"));
    const alone = names.length === 1 && names[0] === plain(DEFAULT_PHASE);
    if (!alone && !alternatives.includes(names.join("|"))) differ(`phases: [${names.join("; ")}], want none`);
    return;
  }
  const needed = want.phase_details.filter(({ name, optional }) => !optional || names.includes(plain(name)));
  if (names.join("|") !== needed.map(({ name }) => plain(name)).join("|")) {
    differ(`phases: [${names.join("; ")}], want [${needed.map(({ name }) => plain(name)).join("; ")}]`);
    return;
  }
  const second = (text: string) =>
    Array.isArray(want.criteria) &&
    want.criteria.some((c) => c.second && text.startsWith(c.text.slice(0, 30)));
  needed.forEach((detail, index) => {
    const found = named[index];
    if (!found) return;
    const items = itemsIn(found);
    if (!within(items.length, detail.items_range ?? [detail.items, detail.items])) {
      differ(`${detail.name}: ${items.length} items, want ${detail.items}`);
    }
    if (ticked(items) !== detail.checked)
      differ(`${detail.name}: ${ticked(items)} ticked, want ${detail.checked}`);
    const extra = found.criteria.some(({ text }) => second(text)) ? 1 : 0;
    const criteria = detail.criteria_range ?? [detail.criteria ?? 0, (detail.criteria ?? 99) + extra];
    if (!within(found.criteria.length, [criteria[0] ?? 0, criteria[1] ?? 99])) {
      differ(`${detail.name}: ${found.criteria.length} criteria, want ${detail.criteria}`);
    }
    if (detail.goals !== undefined && found.goals.length !== detail.goals)
      differ(`${detail.name}: ${found.goals.length} goals`);
    if (detail.scope !== undefined && found.scope.length !== detail.scope)
      differ(`${detail.name}: ${found.scope.length} scope`);
  });
}

function compareCriteria(found: PlanCriterion[], want: Expectation, differ: (text: string) => void): void {
  if (!within(found.length, want.criteria_range))
    differ(`criteria: ${found.length}, want ${want.criteria_range.join("-")}`);
  if (typeof want.criteria === "number") return;
  const shown = (c: { comparator: string | null; target: number | null; unit: string | null }) =>
    `${c.comparator} ${c.target} ${c.unit}`;
  for (const wanted of want.criteria) {
    const close = found.filter(
      ({ text }) =>
        text === wanted.text ||
        (wanted.second !== undefined && wanted.text.startsWith(text.replace(/\.$/, ""))),
    );
    const agrees = close.some((c) => {
      if (shown(c) === shown(wanted)) return true;
      if (wanted.alt?.includes("null") && c.target === null) return true;
      return (wanted.alt ?? "").replace(" accepted", "") === "="
        ? c.target === wanted.target && c.comparator === "="
        : wanted.alt === `${c.comparator} ${c.target}`;
    });
    if (!agrees)
      differ(
        `criterion "${wanted.text}": ${close.map(shown).join(" / ") || "missing"}, want ${shown(wanted)}`,
      );
    const { second } = wanted;
    if (second && !found.some((c) => shown(c) === shown(second)))
      differ(`criterion "${wanted.text}": its second target is missing`);
  }
}

function compareTables(plan: Plan, want: Expectation, differ: (text: string) => void): void {
  const { environments, secrets, risks } = plan;
  if (!within(environments?.rows.length ?? 0, want.environments.rows_range))
    differ(`environments: ${environments?.rows.length ?? 0} rows`);
  if (
    want.environments.columns.length > 0 &&
    environments?.columns.join("|") !== want.environments.columns.join("|")
  ) {
    differ(`environments: columns ${environments?.columns.join(", ")}`);
  }
  for (const key of want.environments.keys ?? []) {
    if (!environments?.rows.some((row) => row.key === key)) differ(`environments: no row "${key}"`);
  }
  if (!within(secrets.length, want.secrets_range ?? [want.secrets, want.secrets]))
    differ(`secrets: ${secrets.length}, want ${want.secrets}`);
  for (const name of want.secret_names ?? []) {
    if (!secrets.some((secret) => secret.name === name)) differ(`secrets: no "${name}"`);
  }
  if (!within(risks.length, want.risks_range ?? [want.risks, want.risks]))
    differ(`risks: ${risks.length}, want ${want.risks}`);
  for (const [level, count] of Object.entries(want.risk_levels ?? {})) {
    const got = risks.filter(({ severity }) => severity === level.toUpperCase()).length;
    if (got !== count) differ(`risks: ${got} ${level}, want ${count}`);
  }
}

function compare(bytes: Uint8Array, want: Expectation): string[] {
  const differences: string[] = [];
  const differ = (text: string) => differences.push(text);
  const { plan, reading } = parsePlan(readSource(bytes).text);
  const valid = planSchema.safeParse(plan);
  if (!valid.success) differ(`not a valid plan: ${valid.error.message}`);
  const titles = want.title.split("  +  ").map(plain);
  if (plain(plan.title) !== titles.join(" + ") && !titles.includes(plain(plan.title)))
    differ(`title: "${plan.title}", want "${want.title}"`);
  const items = plan.phases.flatMap(itemsIn);
  if (!within(items.length, want.items.total_range))
    differ(`items: ${items.length}, want ${want.items.total}`);
  if (!within(ticked(items), want.items.checked_range))
    differ(`ticked: ${ticked(items)}, want ${want.items.checked}`);
  comparePhases(plan, want, differ);
  compareCriteria([...plan.phases.flatMap(({ criteria }) => criteria), ...plan.criteria], want, differ);
  compareTables(plan, want, differ);
  const lines = readSource(bytes)
    .text.split("\n")
    .filter((line) => line.trim() !== "").length;
  if (reading.length !== lines) differ(`reading: ${reading.length} of ${lines} lines`);
  return differences;
}

function main(folder: string | undefined): number {
  const list = folder ? join(folder, "expected.json") : "";
  if (!folder || !existsSync(list)) {
    console.error(
      folder
        ? `There is no expected.json in ${folder}.`
        : "Say which folder holds the documents and their expected.json.",
    );
    return 2;
  }
  const expected = z.record(z.string(), expectation).safeParse(JSON.parse(readFileSync(list, "utf8")));
  if (!expected.success) {
    console.error(`${list} is not in the form this comparison knows: ${expected.error.message}`);
    return 2;
  }
  let disagreeing = 0;
  for (const [name, want] of Object.entries(expected.data)) {
    const file = join(folder, name);
    const differences = existsSync(file) ? compare(readFileSync(file), want) : ["the document is missing"];
    if (differences.length > 0) disagreeing++;
    console.log(`${differences.length === 0 ? "agrees " : "differs"}  ${name}`);
    for (const text of differences) console.log(`           ${text}`);
  }
  const total = Object.keys(expected.data).length;
  console.log(`${total - disagreeing} of ${total} documents agree.`);
  return disagreeing === 0 ? 0 : 1;
}

process.exitCode = main(process.argv[2]);

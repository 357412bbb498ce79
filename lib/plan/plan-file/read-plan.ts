import type { Heading, List, RootContent, Table } from "mdast";
import { withoutDepth } from "@/lib/domain/tame-markdown";
import { type Plan, type PlanItem, type PlanPhase, planSchema } from "@/lib/schemas/plan";
import { refuseTooMany } from "../bounds";
import { EMPTY_PLAN, emptyPhase } from "../empty-plan";
import { entryOf } from "../list-entry";
import { parseMarkdown } from "../parse-markdown";
import { Reading, type ReadingKind } from "../reading";
import { canonicalPlan } from "./canonical-plan";
import { type Opening, openingOf, RECORD_PREFACE } from "./headings";
import { wordsOf } from "./plain-markdown";
import { readCriterion, readRule, readStatements } from "./read-entries";
import { markNode, type Page, readItem } from "./read-item";
import { readPhaseFact } from "./read-phase-facts";
import { readEnvironments, readRisks, readSecrets } from "./tables";

/** The section items belong to that stand under no heading of their own. */
const CHECKLIST = "Checklist";

const HEADING_KINDS: Readonly<Record<Opening["kind"], ReadingKind>> = {
  title: "title",
  phase: "phase",
  section: "section",
  "project part": "section",
  "phase part": "section",
};

/** Reads a plan file from top to bottom. What stands where it means nothing is marked as not understood. */
class PlanFile {
  readonly plan: Plan = {
    ...EMPTY_PLAN,
    title: "",
    description: "",
    phases: [],
    secrets: [],
    risks: [],
    criteria: [],
  };
  private open: Opening = { kind: "title", text: "" };

  constructor(
    private readonly page: Page,
    private readonly decided: Readonly<Record<number, boolean>>,
  ) {}

  take(node: RootContent): void {
    if (node.type === "heading") this.takeHeading(node);
    else if (node.type === "html") markNode(this.page, node, "comment");
    else if (node.type === "thematicBreak") markNode(this.page, node, "divider");
    else {
      markNode(this.page, node, "unplaced");
      if (node.type === "list") this.takeList(node);
      else if (node.type === "table") this.takeTable(node);
      else if (node.type === "paragraph" && this.takeParagraph(node)) markNode(this.page, node, "detail");
    }
  }

  private get phase(): PlanPhase | null {
    return this.plan.phases.at(-1) ?? null;
  }

  private takeHeading(node: Heading): void {
    const opening = openingOf(node, this.decided[node.position?.start.line ?? 0]);
    const again = opening.kind === "title" && this.plan.title !== "";
    markNode(this.page, node, again ? "unplaced" : HEADING_KINDS[opening.kind]);
    if (again) return;
    this.open = opening;
    if (opening.kind === "title") this.plan.title = opening.text.trim();
    else if (opening.kind === "phase")
      this.plan.phases.push({ ...emptyPhase(opening.text), key: opening.key });
    else if (opening.kind === "section") this.section(opening.text);
  }

  /** A section of the phase at hand; without a phase there is nowhere to put it. */
  private section(title: string): PlanItem[] | null {
    const items: PlanItem[] = [];
    this.phase?.sections.push({ title, items });
    return this.phase ? items : null;
  }

  private takeParagraph(node: Extract<RootContent, { type: "paragraph" }>): boolean {
    if (this.open.kind === "title" && this.plan.phases.length === 0) {
      this.plan.description = `${this.plan.description ?? ""}\n\n${wordsOf(node.children)}`.trim();
      return true;
    }
    if (this.open.kind === "project part" && this.open.part === "record") {
      const words = wordsOf(node.children);
      if (words.trim() !== RECORD_PREFACE) this.plan.record = [...(this.plan.record ?? []), words];
      return true;
    }
    return this.open.kind === "phase" && this.phase !== null && readPhaseFact(this.phase, node);
  }

  private takeList(list: List): void {
    const { open, phase, page } = this;
    if (open.kind === "project part" && open.part === "criteria")
      this.plan.criteria.push(...list.children.flatMap((node) => readCriterion(page, node)));
    if (open.kind === "project part" && open.part === "record")
      this.plan.record = [...(this.plan.record ?? []), ...readStatements(page, list, "record")];
    if (!phase) return;
    if (open.kind === "section" || open.kind === "phase") this.takeItems(list);
    if (open.kind !== "phase part") return;
    if (open.part === "criteria")
      phase.criteria.push(...list.children.flatMap((node) => readCriterion(page, node)));
    else if (open.part === "signOffRules")
      phase.signOffRules.push(...list.children.flatMap((node) => readRule(page, node)));
    else phase[open.part] = [...(phase[open.part] ?? []), ...readStatements(page, list, open.part)];
  }

  private takeItems(list: List): void {
    const found = list.children
      .filter((node) => entryOf(node).state !== null)
      .flatMap((node) => readItem(this.page, node, false) ?? []);
    if (found.length === 0) return;
    const known = this.open.kind === "section" ? this.phase?.sections.at(-1)?.items : this.section(CHECKLIST);
    if (this.open.kind === "phase") this.open = { kind: "section", text: CHECKLIST };
    known?.push(...found);
  }

  private takeTable(table: Table): void {
    const part = this.open.kind === "project part" ? this.open.part : null;
    if (part === "environments") {
      const { columns, rows } = readEnvironments(table);
      const known = this.plan.environments;
      this.plan.environments = known ? { ...known, rows: [...known.rows, ...rows] } : { columns, rows };
      markNode(this.page, table, "environment");
    } else if (part === "secrets") {
      this.plan.secrets.push(...readSecrets(table));
      markNode(this.page, table, "secret");
    } else if (part === "risks") {
      this.plan.risks.push(...readRisks(table));
      markNode(this.page, table, "risk");
    }
  }
}

/** What was longer than its field holds; a title's end went into the details already. */
function notesOnLength(plan: Plan): Plan["notes"] {
  const issues = planSchema.safeParse(plan).error?.issues ?? [];
  return issues
    .filter(({ code }) => code === "too_big")
    .map(({ path }) => ({ line: 0, text: `Too long, and shortened: ${path.join(" ")}.` }));
}

/** Keys that stand twice in a file: the first keeps it, and the other is a new thing. */
function notesOnKeys(lines: readonly string[], reading: Reading): Plan["notes"] {
  const first = new Map<string, number>();
  return lines.flatMap((text, index) => {
    const line = index + 1;
    const key = /<!-- key: (.{1,120}?) -->\s*$/.exec(text)?.[1];
    const kind = reading.kindAt(line);
    if (!key || (kind !== "item" && kind !== "sub-item")) return [];
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    return before === undefined
      ? []
      : [{ line, text: `The key “${key}” stands in line ${before} already; this item got one of its own.` }];
  });
}

/**
 * Reads a plan file (see isPlanFile): exactly what planToMarkdown wrote, with whatever people changed in it since.
 *
 * @param decided line of a heading -> the reader says it is a phase, or is not
 * @throws AppError INVALID for one that lists far more than a project can hold
 */
export function readPlanFile(
  text: string,
  decided: Readonly<Record<number, boolean>>,
): { plan: Plan; reading: Reading } {
  const lines = text.split("\n");
  refuseTooMany(lines);
  const reading = new Reading(lines);
  const page: Page = { lines, mark: (from, to, kind) => reading.mark(from, to, kind) };
  const file = new PlanFile(page, decided);
  for (const node of parseMarkdown(lines.map(withoutDepth), false).children) file.take(node);
  const unplaced = reading.toList().filter(({ kind }) => kind === "unplaced");
  return {
    plan: {
      ...canonicalPlan(file.plan),
      notes: [...notesOnLength(file.plan), ...notesOnKeys(lines, reading)],
      unplaced: unplaced.map(({ line, text: found }) => ({ line, text: found })),
    },
    reading,
  };
}

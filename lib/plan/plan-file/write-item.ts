import type { PlanItem } from "@/lib/schemas/plan";
import { parseMarkdown } from "../parse-markdown";
import { isTicked, itemBadges } from "./badges";
import { comment } from "./comment";
import { paragraphLines, titleMarkdown } from "./plain-markdown";
import { DETAILS, ITEM_LABELS, readItem } from "./read-item";

/** What details may hold that could be read as something else, or reach beyond them. Anything else stays where it is. */
const SUSPICIOUS =
  /`{3}|~{3}|<(?:[!?]|script|pre|style|textarea)|\[[^\]\n]{0,3}\]|^[ >]*(?:\*\*|__).*(?:why|impact|files|how we know|&)|\t/im;
/** A block of code that is closed is none of that. */
const CLOSED_CODE = /^(`{3,}|~{3,})[^`\n]*\n(?:[^\n]*\n)*?\1[ ]*$/gm;

/** A box behind a tab: how far the tab reaches depends on how deep the item stands. */
const TABBED_BOX = /\t[\s\S]*\[[^\]\n]{0,3}\]|\[[^\]\n]{0,3}\][\s\S]*\t/;

/** Items that hold the same details in every place they may stand: before a test, an item, a heading; ticked and not. */
function probesOf(details: string): PlanItem[] {
  const bare: PlanItem = {
    key: "probe",
    title: "probe",
    details,
    state: "OPEN",
    level: "SHOULD",
    area: null,
    acceptance: null,
    why: null,
    impact: null,
    subItems: [],
  };
  // A box behind an empty bullet is taken for the item's own, and overrides it.
  return [
    { ...bare, why: "probe", impact: "probe", files: ["probe"], acceptance: "probe", subItems: [bare] },
    { ...bare, state: "DONE" },
  ];
}

/** Details are Markdown, so they are written as they are wherever that reads back. Whether items with such details would be read as they are. */
function readsBack(details: string): boolean {
  if (!SUSPICIOUS.test(details.replace(CLOSED_CODE, ""))) return true;
  if (TABBED_BOX.test(details)) return false;
  const probes = probesOf(details);
  const lines = [...itemList(probes, "", true), "", "# probe"];
  const [list, heading] = parseMarkdown(lines).children;
  if (list?.type !== "list" || heading?.type !== "heading") return false;
  const page = { lines, mark: () => undefined };
  const read = list.children.map((entry) => readItem(page, entry, false));
  return sameItems(read, probes);
}

const sameItems = (read: readonly (PlanItem | null)[], items: readonly PlanItem[]): boolean =>
  read.length === items.length &&
  items.every((item, index) => {
    const found = read[index];
    return (
      found?.details === item.details &&
      found.state === item.state &&
      found.acceptance === item.acceptance &&
      found.why === item.why &&
      found.impact === item.impact &&
      found.files?.join("\n") === (item.files ?? [""]).join("\n") &&
      sameItems(found.subItems, item.subItems)
    );
  });

/** Details that would not be read back stand in a block of code. */
function fenced(details: string): string[] {
  const runs = details.match(/~{3,}/g)?.map(({ length }) => length + 1) ?? [];
  const fence = "~".repeat(Math.max(3, ...runs));
  return [comment(DETAILS), fence, ...details.split("\n"), fence];
}

const indented = (lines: readonly string[], margin: string): string[] =>
  lines.map((line) => (line === "" ? "" : margin + line));

function itemLines(item: PlanItem, margin: string, asWritten: boolean): string[] {
  const { key, title, details, state, acceptance, why, impact, files, subItems } = item;
  const box = isTicked(state) ? "[x]" : "[ ]";
  const head = `${margin}- ${box} ${titleMarkdown(title)}${itemBadges(item)} ${comment("key", key)}`;
  const blocks: string[][] = [];
  const label = (field: keyof typeof ITEM_LABELS, text: string | null | undefined): void => {
    if (!text) return;
    const [first = "", ...rest] = paragraphLines(text);
    blocks.push([`**${ITEM_LABELS[field]}:** ${first}`, ...rest]);
  };
  label("why", why);
  label("impact", impact);
  if (details !== "") blocks.push(asWritten || readsBack(details) ? details.split("\n") : fenced(details));
  label("files", files?.join("\n"));
  label("acceptance", acceptance);
  const inner = `${margin}  `;
  return [
    head,
    ...blocks.flatMap((block) => ["", ...indented(block, inner)]),
    ...(blocks.length > 0 && subItems.length > 0 ? [""] : []),
    ...itemList(subItems, inner, asWritten),
  ];
}

/**
 * Items with everything below them as the lines of a list.
 *
 * @param margin the spaces they are indented by
 * @param asWritten their details are known to read back
 */
export const itemList = (items: readonly PlanItem[], margin: string, asWritten = false): string[] =>
  items.flatMap((item, index) => {
    const lines = itemLines(item, margin, asWritten);
    return index < items.length - 1 && lines.includes("") ? [...lines, ""] : lines;
  });

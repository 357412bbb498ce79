import type { List, ListItem } from "mdast";
import type { PlanCriterion, PlanPhase } from "@/lib/schemas/plan";
import { entryOf } from "../list-entry";
import type { ReadingKind } from "../reading";
import { criterionFacts, takeBadges } from "./badges";
import { wordsOf } from "./plain-markdown";
import { headOf, markNode, type Page } from "./read-item";

/** Entries of lists that are not items. */

const STATEMENT_KINDS = {
  goals: "goal",
  scope: "scope",
  rollback: "rollback",
  rollbackTriggers: "rollback",
} as const satisfies Record<string, ReadingKind>;

const ownWords = (node: ListItem): string =>
  node.children
    .flatMap((child) => (child.type === "paragraph" ? wordsOf(child.children).trim() : []))
    .join("\n")
    .trim();

/** Goals, scope or rollback steps; nested ones follow the one they belong to. */
export function readStatements(page: Page, list: List, part: keyof typeof STATEMENT_KINDS): string[] {
  return list.children.flatMap((node) => {
    const words = ownWords(node);
    markNode(page, node, STATEMENT_KINDS[part]);
    const nested = node.children.flatMap((child) =>
      child.type === "list" ? readStatements(page, child, part) : [],
    );
    return words === "" ? nested : [words, ...nested];
  });
}

/** A criterion, or nothing where the entry has no words. */
export function readCriterion(page: Page, node: ListItem): PlanCriterion[] {
  const head = headOf(node);
  if (!head) return [];
  const { rest, facts } = takeBadges(head.title);
  markNode(page, node, "criterion");
  return [
    {
      text: wordsOf(rest).trim(),
      checked: entryOf(node).state === "DONE",
      ...criterionFacts(facts),
      key: head.key,
    },
  ];
}

/** "Security: 2 people"; without a number, one person. */
export function readRule(page: Page, node: ListItem): PlanPhase["signOffRules"] {
  const words = ownWords(node);
  const [, name = words, count = "1"] = /^(.*): (\d{1,2}) (?:person|people)$/s.exec(words) ?? [];
  if (name.trim() === "") return [];
  markNode(page, node, "sign-off rule");
  return [{ name: name.trim(), minimum: Math.min(20, Math.max(1, Number(count))) }];
}

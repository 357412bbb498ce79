import type { List, ListItem, RootContent } from "mdast";
import type { PlanCriterion, PlanPhase } from "@/lib/schemas/plan";
import { entryOf } from "../list-entry";
import type { ReadingKind } from "../reading";
import { criterionFacts, ruleFacts, takeBadges } from "./badges";
import { wordsOf } from "./plain-markdown";
import { headOf, markNode, type Page } from "./read-item";

/** Entries of lists that are not items. */

const STATEMENT_KINDS = {
  goals: "goal",
  scope: "scope",
  rollback: "rollback",
  rollbackTriggers: "rollback",
  record: "text",
} as const satisfies Record<string, ReadingKind>;

const ownWords = (nodes: readonly RootContent[]): string =>
  nodes
    .flatMap((child) => (child.type === "paragraph" ? wordsOf(child.children).trim() : []))
    .join("\n")
    .trim();

/** Goals, scope or rollback steps; nested ones follow the one they belong to. */
export function readStatements(page: Page, list: List, part: keyof typeof STATEMENT_KINDS): string[] {
  return list.children.flatMap((node) => {
    const words = ownWords(node.children);
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
  const [head, ...more] = node.children;
  const { rest, facts } = takeBadges(head?.type === "paragraph" ? head.children : [], ["people", "role"]);
  const words = [wordsOf(rest).trim(), ownWords(more)].filter(Boolean).join("\n");
  const [, name = words, count = "1"] = /^(.*): (\d{1,2}) (?:person|people)$/s.exec(words) ?? [];
  if (name.trim() === "") return [];
  markNode(page, node, "sign-off rule");
  return [{ name: name.trim(), minimum: Math.min(20, Math.max(1, Number(count))), ...ruleFacts(facts) }];
}

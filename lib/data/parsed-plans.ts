import "server-only";
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { type Corrections, NO_CORRECTIONS } from "@/lib/domain/plan-corrections";
import { parseMarkdown } from "@/lib/plan/parse-markdown";
import { type ParsedPlan, parsePlan } from "@/lib/plan/parse-plan";
import type { MarkdownParser } from "@/lib/plan/read-document";

/** In characters of text: one document of the largest size. A tree takes twenty times as much memory, a plan five times. */
const TREES_MAX = 2_500_000;
const PLANS_MAX = 6_000_000;

const trees = new LRUCache<string, ReturnType<MarkdownParser>>({ maxSize: TREES_MAX });
const plans = new LRUCache<string, ParsedPlan>({ maxSize: PLANS_MAX });

/** The value kept for a text, or a new one. */
function keptFor<Value extends object>(
  cache: LRUCache<string, Value>,
  text: string,
  make: () => Value,
): Value {
  const key = createHash("sha256").update(text).digest("base64");
  const known = cache.get(key);
  if (known) return known;
  const value = make();
  cache.set(key, value, { size: text.length + 1 });
  return value;
}

/** Nine tenths of the reading; a correction changes nothing of it. */
const parseOnce: MarkdownParser = (lines) => {
  const text = lines.join("\n");
  return keptFor(trees, text, () => parseMarkdown(lines));
};

/**
 * Reads a document once for each correction: the correction, the page and the creation ask for the same. Do not change
 * what is given. Several processes need not agree: what one of them does not keep it reads anew.
 *
 * @throws AppError INVALID, as parsePlan
 */
export function parsedPlan(source: string, corrections: Corrections = NO_CORRECTIONS): ParsedPlan {
  const text = JSON.stringify([source, corrections]);
  return keptFor(plans, text, () => parsePlan(source, corrections, parseOnce));
}

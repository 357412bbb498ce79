import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { type Corrections, NO_CORRECTIONS } from "@/lib/domain/plan-corrections";
import { parseMarkdown } from "@/lib/plan/parse-markdown";
import { type ParsedPlan, parsePlan } from "@/lib/plan/parse-plan";
import type { MarkdownParser } from "@/lib/plan/read-document";

/** In characters of text: one document of the largest size. A tree takes twenty times as much memory, a plan five times. */
const TREES_MAX = 2_500_000;
const PLANS_MAX = 6_000_000;

/** What plans are made of, so that what reads them is ready: the first reading of a process takes three times as long. */
const SAMPLE = `# Rollout plan

**Goal**: *prove* that it works. Owner: @mara, see [the runbook](https://example.com/run).

| Setting | Staging | Production |
| --- | --- | --- |
| \`DATABASE_URL\` | ✅ live | ⏳ mock |

## Phase 1: Alpha (Week 1)

### 1.1 Database

- [ ] **CRITICAL**: Restore a backup of \`orders\` in 30 minutes
  - [x] Written down by @ana, see [ticket 12](https://example.com/12)
- [x] Rotate the keys
1. Freeze the schema
2. Tell the *pilots*

### Success criteria

- p95 latency below 200 ms over 7 days
- 99.9% uptime for 30 days
- 95% of test cases passed

## Risks

- **High**: the import is too slow. Mitigation: run it at night
`;
const SAMPLES = 48;
const TOGETHER = 4;
const PAUSE_MS = 10;

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

let hasRead = false;
let isWarming = false;

/**
 * Gets this process ready to read a plan, once and a moment at a time, while somebody opens the page where one is pasted.
 * Ends where one comes to be read.
 */
export async function warmReading(): Promise<void> {
  if (isWarming) return;
  isWarming = true;
  for (let round = 0; round < SAMPLES && !hasRead; round++) {
    const text = Array.from({ length: TOGETHER }, (_, index) => SAMPLE.replaceAll("1", `${round}${index}`));
    parsePlan(text.join("\n"));
    await sleep(PAUSE_MS);
  }
}

/**
 * Reads a document once for each correction: the correction, the page and the creation ask for the same. Do not change
 * what is given. Several processes need not agree: what one of them does not keep it reads anew.
 *
 * @throws AppError INVALID, as parsePlan
 */
export function parsedPlan(source: string, corrections: Corrections = NO_CORRECTIONS): ParsedPlan {
  hasRead = true;
  const text = JSON.stringify([source, corrections]);
  return keptFor(plans, text, () => parsePlan(source, corrections, parseOnce));
}

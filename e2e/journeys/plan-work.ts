import type { Page } from "@playwright/test";
import { expect } from "../fixtures";

/** Calls the REST interface from a page, in the session of whoever sits at it. */
export async function callFrom(page: Page, method: string, path: string, body?: unknown) {
  const { status, text } = await page.evaluate(
    async ([method, path, body]) => {
      const response = await fetch(`/api/v1${path}`, {
        method,
        ...(body === null ? {} : { body, headers: { "content-type": "application/json" } }),
      });
      return { status: response.status, text: await response.text() };
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );
  expect(status, `${method} ${path}: ${text.slice(0, 300)}`).toBeLessThan(300);
  return text;
}

interface Item {
  id: string;
  title: string;
  state: string;
  subItems: Item[];
}

interface Criterion {
  id: string;
  text: string;
  comparator: string | null;
  target: number | null;
  result: string;
}

/** What of a phase as the REST interface tells it is worked with here. */
export interface Phase {
  key: string;
  name: string;
  sections: { items: Item[] }[];
  criteria: Criterion[];
  signOffRules: { name: string; fulfilled: boolean }[];
  gate: { status: string; blockers: { type: string; text: string; subjectId: string | null }[] };
}

const read = async <T>(page: Page, path: string): Promise<T> =>
  // What is read is what lib/schemas/api-project.ts says, which tests of its own hold against the answers.
  JSON.parse(await callFrom(page, "GET", path)) as T;

export const readPhase = (page: Page, slug: string, key: string) =>
  read<Phase>(page, `/projects/${slug}/phases/${key}`);

export const phaseKeys = async (page: Page, slug: string) =>
  (await read<{ phases: { key: string }[] }>(page, `/projects/${slug}`)).phases.map(({ key }) => key);

const unticked = (items: Item[]): Item[] =>
  items.flatMap((item) => [...unticked(item.subItems), ...(item.state === "DONE" ? [] : [item])]);

export const openItems = ({ sections }: Phase): Item[] => unticked(sections.flatMap(({ items }) => items));

/** A value that meets the target. */
export function meeting({ comparator, target }: Pick<Criterion, "comparator" | "target">): number {
  if (comparator === null || target === null) return 1;
  if (comparator === ">") return target + 1;
  return comparator === "<" ? target / 2 : target;
}

const HOUR_MS = 3_600_000;
/** As far back as a window of a month, in steps no criterion takes for a gap. */
const SAMPLES = Array.from({ length: 63 }, (_, index) => (62 - index) * 12);

/** Measures a criterion until it is met: with one value, or with a month of them where it asks for a window. */
export async function measure(page: Page, id: string, value: number): Promise<void> {
  const path = `/criteria/${id}/measurements`;
  const recorded: { criterion: Criterion } = JSON.parse(
    await callFrom(page, "POST", path, { value, sampleSize: 1_000 }),
  );
  if (recorded.criterion.result === "MET") return;
  const at = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();
  await Promise.all(
    SAMPLES.map((hours) => callFrom(page, "POST", path, { value, sampleSize: 1_000, measuredAt: at(hours) })),
  );
}

const today = () => new Date().toISOString().slice(0, 10);
const DAYS_30 = 30 * 24 * HOUR_MS;
const inThirtyDays = () => new Date(Date.now() + DAYS_30).toISOString().slice(0, 10);

/** Clears what holds up a gate besides items and signatures, each kind as its page would. */
export async function clearBlockers(page: Page, slug: string, phase: Phase): Promise<void> {
  for (const { type, subjectId } of phase.gate.blockers) {
    const own = phase.criteria.find(({ id }) => id === subjectId);
    if (type === "CRITERION_NOT_MET" && own) await measure(page, own.id, meeting(own));
    if (type === "RISK_NOT_ACCEPTED")
      await callFrom(page, "POST", `/projects/${slug}/risks/${subjectId}/acceptance`, {
        reason: "Seen, and watched every night.",
        until: inThirtyDays(),
      });
    // Only COULDs in it: nothing is scored, so its gate can ask for no score.
    if (type === "SCORE_UNDER_MINIMUM" && openItems(phase).length === 0)
      await callFrom(page, "PATCH", `/projects/${slug}/phases/${phase.key}`, { minimumScore: 0 });
    if (type === "SECRET_OVERDUE")
      await callFrom(page, "POST", `/projects/${slug}/secrets/${subjectId}/rotations`, {
        rotatedOn: today(),
      });
  }
}

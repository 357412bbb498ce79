import { gateChipOf } from "@/components/phases/gate-words";
import { projectHref } from "@/components/phases/hrefs";
import { smallRail } from "@/components/phases/small-rail";
import { type Markup, markup } from "@/components/ui/markup";
import { formatDay, formatMoment, type ReaderClock } from "@/components/ui/time-format";
import { activePhaseOf } from "@/lib/domain/active-phase";
import type { PortfolioLine } from "./portfolio-line";
import { sparkline } from "./sparkline";

const WAITS = {
  decision: "In review, yours to decide",
  "sign-off": "Waits for your signature",
  waiver: "A waiver waits for you",
} as const;

/** A project on one line of the portfolio: where it is, how ready, what its gate says. Placed by portfolio.css. */
export function projectLine(project: PortfolioLine, clock: ReaderClock): Markup {
  const { slug, name, phases, itemsDone, itemsTotal } = project;
  const active = activePhaseOf(phases);
  const phase = active ?? phases.find(({ status }) => status === "STOPPED") ?? phases.at(-1);
  return markup`<a href="${projectHref(slug)}" class="portfolio-link">${name}</a><span class="portfolio-where">${itemsDone} of ${itemsTotal} items done · ${phase?.name ?? "no phases yet"}</span>${smallRail(slug, phases)}<span class="portfolio-score">${scoreNumber(phase?.score ?? null)}${sparkline(project.trend)}</span>${gateChip(project, phase)}${nextGate(project, clock)}`;
}

/** A phase with nothing to score has none. */
const scoreNumber = (score: number | null): Markup =>
  score === null
    ? markup`<span class="num score"><span aria-hidden="true">—</span><span class="sr-only">no score yet</span></span>`
    : markup`<span class="num score">${score}</span>`;

function gateChip(
  { waitsForMe: [waits] }: PortfolioLine,
  phase: PortfolioLine["phases"][number] | undefined,
): Markup | null {
  if (waits) return markup`<span class="chip chip-brand">${WAITS[waits]}</span>`;
  if (!phase) return null;
  const { tone, word } = gateChipOf(phase);
  return markup`<span class="chip chip-${tone}">${word}</span>`;
}

function nextGate({ phases, updatedAt }: PortfolioLine, clock: ReaderClock): Markup {
  const active = activePhaseOf(phases);
  const launched = active ? null : phases.at(-1)?.passedAt;
  const planned = active?.plannedOn;
  const moment = launched ?? updatedAt;
  const next = planned
    ? markup`<time class="portfolio-next" datetime="${planned}">${formatDay(planned, clock)}</time>`
    : launched
      ? markup`<span class="portfolio-next">Launched</span>`
      : markup`<span class="portfolio-next portfolio-none">No date</span>`;
  return markup`${next}<time class="portfolio-moment" datetime="${moment}">${launched ? null : "changed "}${formatMoment(moment, clock)}</time>`;
}

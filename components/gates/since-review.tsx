import { decisionHref } from "@/components/phases/hrefs";
import { Chip, type Tone } from "@/components/ui/chip";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { SinceView } from "@/lib/domain/gate-room-views";
import { OUTCOME_WORDS } from "./gate-verdict";

const SHOWN = 8;

interface SinceReviewProps {
  slug: string;
  phaseKey: string;
  since: SinceView | null;
}

/** What became of the gate since it was decided last: fixed, new, still there, and the score then and now. */
export function SinceReview({ slug, phaseKey, since }: SinceReviewProps) {
  if (!since) return null;
  const { reviewNumber, outcome, fixed, added, remaining, score, decisionId } = since;
  const what = reviewNumber === null ? "the last decision" : `review ${reviewNumber}`;
  return (
    <Panel label="Since the last decision" className="px-4.5 py-3">
      <PanelHeading title={`Since ${what} (${OUTCOME_WORDS[outcome].toLowerCase()})`}>
        <a href={decisionHref(slug, phaseKey, decisionId)} className="link text-small">
          As it was
        </a>
      </PanelHeading>
      <ul className="grid gap-1.5 py-1">
        {rows(fixed, "fixed", "go")}
        {rows(added, "new", "stop")}
        {rows(remaining, "still", "plain")}
        <li className="flex items-baseline justify-between gap-3 text-small">
          <span className="font-medium">Score</span>
          <span className="num text-ink-2">
            {score.from ?? "—"} <span aria-hidden="true">→</span>
            <span className="sr-only">then, now</span> {score.to ?? "—"}
          </span>
        </li>
      </ul>
    </Panel>
  );
}

function rows(texts: string[], word: string, tone: Tone) {
  const more = texts.length - SHOWN;
  return (
    <>
      {texts.slice(0, SHOWN).map((text) => (
        <li key={`${word} ${text}`} className="flex items-baseline justify-between gap-3 text-small">
          <span className="min-w-0">{text}</span>
          <Chip tone={tone}>{word}</Chip>
        </li>
      ))}
      {more > 0 && (
        <li className="text-fine text-ink-3">
          and {more} more, {word}
        </li>
      )}
    </>
  );
}

import { criterionHref, itemHref } from "@/components/phases/hrefs";
import { signedPoints } from "@/components/readiness/points";
import type { AreaMove, AreaReason } from "@/lib/domain/area-reasons";
import type { AreasView } from "@/lib/domain/area-views";
import type { AreaGrade } from "@/lib/domain/readiness";

const MOVE_WORDS: Record<AreaMove, string> = {
  GAINED: "done",
  LOST: "no longer holds",
  ADDED: "added",
  TAKEN_OUT: "no longer counts",
  REWEIGHED: "has another level",
};

/** How many reasons of one area are told before the rest is counted. */
const REASONS_SHOWN = 6;

type AreaRow = AreasView["areas"][number];

/** Every area as a letter and a number, then and now, and what moved it. */
export function AreaChanges({ slug, areas }: { slug: string; areas: AreaRow[] }) {
  return (
    <ul>
      {areas.map((row) => (
        <li
          key={row.area}
          className="flex flex-wrap items-start gap-x-4 gap-y-1 border-t border-line px-4.5 py-3 first:border-t-0"
        >
          <div className="min-w-0 flex-1 basis-64">
            <h3 className="font-medium wrap-anywhere">{row.area}</h3>
            {reasonLines(row.because, slug)}
          </div>
          <p className="num flex items-baseline gap-2">
            <span className="text-ink-2">
              {gradeWords(row.previous)} <span aria-hidden="true">→</span>
              <span className="sr-only"> then, now </span>
            </span>
            <span className="font-semibold">{gradeWords(row.current)}</span>
            <span className={`min-w-10 text-right ${toneOf(row.change)}`}>
              {row.change === null ? "" : signedPoints(row.change)}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

const gradeWords = (grade: AreaGrade | null): string => (grade ? `${grade.grade} ${grade.score}` : "–");

const toneOf = (change: number | null): string =>
  change === null || change === 0 ? "text-ink-3" : change > 0 ? "text-go" : "text-stop";

function reasonLines(reasons: AreaReason[], slug: string) {
  if (reasons.length === 0) return null;
  const rest = reasons.length - REASONS_SHOWN;
  return (
    <ul className="text-small text-ink-2">
      {reasons.slice(0, REASONS_SHOWN).map(({ id, kind, title, move }) => (
        <li key={id} className="wrap-anywhere">
          <a
            href={kind === "item" ? itemHref(slug, id) : criterionHref(slug, id)}
            className="hover:underline"
          >
            {title}
          </a>{" "}
          <span className="text-ink-3">{MOVE_WORDS[move]}</span>
        </li>
      ))}
      {rest > 0 && <li className="text-ink-3">and {rest} more</li>}
    </ul>
  );
}

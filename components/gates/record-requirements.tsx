import { Chip, type Tone } from "@/components/ui/chip";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { DecisionRecord } from "@/lib/domain/decision-record";
import type { CriterionResult, ItemState } from "@/lib/domain/words";

const STATES: Record<ItemState, { word: string; tone: Tone }> = {
  OPEN: { word: "open", tone: "plain" },
  IN_PROGRESS: { word: "in progress", tone: "plain" },
  DONE: { word: "done", tone: "go" },
  VERIFIED: { word: "verified", tone: "go" },
  WAIVED: { word: "waived", tone: "warn" },
  NOT_APPLICABLE: { word: "not applicable", tone: "plain" },
};

const RESULTS: Record<CriterionResult, { word: string; tone: Tone }> = {
  MET: { word: "met", tone: "go" },
  NOT_MET: { word: "not met", tone: "stop" },
  INCONCLUSIVE: { word: "inconclusive", tone: "warn" },
  NO_DATA: { word: "no data", tone: "warn" },
  STALE: { word: "stale", tone: "warn" },
};

const levelWord = (level: string) => level.charAt(0) + level.slice(1).toLowerCase();

/** Every item and criterion as a decision judged it. */
export function RecordRequirements({ record }: { record: DecisionRecord }) {
  return (
    <>
      {record.items.length > 0 && (
        <Panel label="Items" className="pb-1.5">
          <div className="px-4.5 py-2.5">
            <PanelHeading title="Items" count={record.items.length} />
          </div>
          <ul>
            {record.items.map(({ id, title, level, state, subItems }) => (
              <li key={id} className="flex items-baseline gap-3 border-t border-line px-4.5 py-2">
                <span className="min-w-0 flex-1">
                  {title}
                  {subItems.length > 0 && (
                    <span className="num text-fine text-ink-3">
                      {" "}
                      {subItems.filter((each) => each.state === "DONE" || each.state === "VERIFIED").length}{" "}
                      of {subItems.length} sub-items
                    </span>
                  )}
                </span>
                <span className="text-fine text-ink-3">{levelWord(level)}</span>
                <Chip tone={STATES[state].tone}>{STATES[state].word}</Chip>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {record.criteria.length > 0 && (
        <Panel label="Criteria" className="pb-1.5">
          <div className="px-4.5 py-2.5">
            <PanelHeading title="Criteria" count={record.criteria.length} />
          </div>
          <ul>
            {record.criteria.map(({ id, text, level, result, reason }) => (
              <li key={id} className="flex items-baseline gap-3 border-t border-line px-4.5 py-2">
                <span className="min-w-0 flex-1">
                  {text}
                  <span className="block text-fine text-ink-3">{reason}</span>
                </span>
                <span className="text-fine text-ink-3">{levelWord(level)}</span>
                <Chip tone={RESULTS[result].tone}>{RESULTS[result].word}</Chip>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

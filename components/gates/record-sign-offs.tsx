import { SIGN_OFF_WORDS } from "@/components/sign-offs/sign-off-words";
import { Avatar } from "@/components/ui/avatar";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { DecisionRecord } from "@/lib/domain/decision-record";

interface RecordSignOffsProps {
  record: DecisionRecord;
  /** member id -> name */
  names: Record<string, string>;
  clock: ReaderClock;
}

/** The rules a decision was judged by, and who had signed under them. */
export function RecordSignOffs({ record, names, clock }: RecordSignOffsProps) {
  return (
    <Panel label="Sign-offs then" className="px-4.5 py-3">
      <PanelHeading title="Sign-offs" />
      {record.policy.signOffRules.map(({ id, name, minimum }) => {
        const signed = record.signOffs.filter(({ ruleId }) => ruleId === id);
        return (
          <section key={id} aria-label={name} className="py-1">
            <h3 className="text-small font-medium">
              {name} <span className="font-normal text-ink-3">{minimum} asked for</span>
            </h3>
            {signed.length === 0 && <p className="text-small text-ink-3">Nobody had signed.</p>}
            <ul>
              {signed.map(({ id: signOffId, memberId, state, at }) => (
                <li key={signOffId} className="signature">
                  <Avatar name={names[memberId] ?? "A former member"} />
                  <div className="min-w-0 flex-1">
                    <p>{names[memberId] ?? "A former member"}</p>
                    <small>
                      <Moment at={at} clock={clock} />
                    </small>
                  </div>
                  <span className={`chip chip-${SIGN_OFF_WORDS[state].tone}`}>
                    {SIGN_OFF_WORDS[state].word}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Panel>
  );
}

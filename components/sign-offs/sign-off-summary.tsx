import { Avatar, NoAvatar } from "@/components/ui/avatar";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { ReaderClock } from "@/components/ui/time-format";
import type { ReviewView, SignOffRuleView } from "@/lib/domain/gate-views";
import { SignButton } from "./sign-buttons";
import type { Sign } from "./sign-dialog";
import { frozenSentence, ruleChip, signatureSentence, standing, waitingSentence } from "./sign-off-words";

interface SignOffSummaryProps {
  projectId: string;
  phaseKey: string;
  rules: SignOffRuleView[];
  /** the running one, which froze the rules */
  review: ReviewView | null;
  sign: Sign;
  /** where rules, comments and history stand */
  moreHref: string;
  clock: ReaderClock;
}

/** Who signed, who has to sign again, who is missing; beside the work. */
export function SignOffSummary(props: SignOffSummaryProps) {
  const { projectId, phaseKey, rules, review, sign, moreHref, clock } = props;
  return (
    <Panel id="sign-offs" label="Sign-offs" className="px-4.5 py-3">
      <PanelHeading title="Sign-offs">
        <a href={moreHref} className="link text-small">
          All
        </a>
      </PanelHeading>
      {review && <p className="mb-1 text-fine text-ink-2">{frozenSentence(review, clock)}</p>}
      {rules.length === 0 && <p className="text-small text-ink-2">Nobody has to sign here.</p>}
      <ul>{rules.map((rule) => ruleRow(rule, { projectId, phaseKey, sign, clock }))}</ul>
    </Panel>
  );
}

function ruleRow(
  rule: SignOffRuleView,
  { clock, ...signing }: { projectId: string; phaseKey: string; sign: Sign; clock: ReaderClock },
) {
  const [newest] = standing(rule).filter(({ state }) => state !== "WITHDRAWN");
  const { word, tone } = ruleChip(rule);
  const sentence = [newest && signatureSentence(newest, clock), waitingSentence(rule)]
    .filter(Boolean)
    .join("; ");
  return (
    <li key={rule.id} className="signature">
      {newest ? <Avatar name={newest.by} /> : <NoAvatar label="nobody signed yet" />}
      <div className="min-w-0 flex-1">
        <p>{rule.name}</p>
        <small>{sentence}</small>
      </div>
      {rule.maySign && !rule.fulfilled ? (
        <SignButton
          trigger={{
            label: newest?.state === "STALE" ? "Sign again" : "Sign",
            name: `Sign: ${rule.name}`,
            small: true,
          }}
          dialog={{ ...signing, rule }}
        />
      ) : (
        <span className={`chip chip-${tone}`}>{word}</span>
      )}
    </li>
  );
}

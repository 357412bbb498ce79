import { Avatar } from "@/components/ui/avatar";
import { EmptyState } from "@/components/ui/empty-state";
import type { ReaderClock } from "@/components/ui/time-format";
import type {
  ReviewView,
  SignOffRuleDefinition,
  SignOffRuleView,
  SignOffView,
} from "@/lib/domain/gate-views";
import type { MayView, PersonView } from "@/lib/domain/project-views";
import { ArchiveRuleButton } from "./archive-rule-button";
import type { SaveRule } from "./rule-form";
import { RuleFormButton, SignButton, WithdrawButton } from "./sign-buttons";
import type { Sign } from "./sign-dialog";
import {
  frozenSentence,
  peopleSentence,
  ruleChip,
  SIGN_OFF_WORDS,
  signatureSentence,
  waitingSentence,
} from "./sign-off-words";
import { StaleChanges } from "./stale-changes";
import type { Withdraw } from "./withdraw-dialog";

export interface SignOffListProps {
  projectId: string;
  phase: { id: string; key: string };
  /** in force */
  rules: SignOffRuleView[];
  /** as they can be edited */
  definitions: SignOffRuleDefinition[];
  /** the running one, which froze the rules in force */
  review: ReviewView | null;
  reader: PersonView;
  people: PersonView[];
  may: Pick<MayView, "edit">;
  sign: Sign;
  withdraw: Withdraw;
  save: SaveRule;
  editing: boolean;
  clock: ReaderClock;
}

/** The rules of a phase with every signature under them: what they saw, what changed since, what they said. */
export function SignOffList(props: SignOffListProps) {
  const { projectId, phase, rules, definitions, review, people, may, save, editing, clock } = props;
  const canEdit = editing && may.edit;
  return (
    <section aria-label="Sign-off rules">
      <div className="section-head">
        <h2>Sign-offs</h2>
        <span className="num">
          {rules.filter(({ fulfilled }) => fulfilled).length} of {rules.length} rules fulfilled
        </span>
        {canEdit && (
          <span className="ml-auto">
            <RuleFormButton
              trigger={{ label: "Add a rule", icon: "plus", small: true }}
              dialog={{ projectId, phaseId: phase.id, people, save }}
            />
          </span>
        )}
      </div>
      {review && <p className="px-4.5 pb-2 text-small text-ink-2">{frozenSentence(review, clock)}</p>}
      {rules.length === 0 && (
        <EmptyState title="No sign-off rules">Nobody has to sign before this gate.</EmptyState>
      )}
      <ul>{rules.map((rule) => ruleBlock(rule, props, canEdit && !review))}</ul>
      {review && canEdit && (
        <section aria-label="Rules from the next review on">
          <div className="section-head">
            <h2>From the next review on</h2>
          </div>
          <ul>
            {definitions.map((rule) => (
              <li
                key={rule.id}
                className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-4.5 py-3 first:border-t-0"
              >
                <div className="min-w-0 flex-1 basis-40">
                  <h3 className="font-semibold">{rule.name}</h3>
                  <p className="text-fine text-ink-3">{peopleSentence(rule)}</p>
                </div>
                {editButtons(rule, props)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

function ruleBlock(rule: SignOffRuleView, props: SignOffListProps, canEdit: boolean) {
  const { projectId, phase, definitions, sign } = props;
  const definition = definitions.find(({ id }) => id === rule.id);
  const { word, tone } = ruleChip(rule);
  const history = [...rule.signOffs].sort((a, b) => (a.at < b.at ? 1 : -1));
  const again = history.some(
    ({ state, memberId }) => state === "STALE" && memberId === props.reader.memberId,
  );
  return (
    <li key={rule.id} className="border-t border-line px-4.5 py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-40">
          <h3 className="font-semibold">{rule.name}</h3>
          <p className="text-fine text-ink-3">
            {[peopleSentence(rule), waitingSentence(rule)].filter(Boolean).join("; ")}
          </p>
        </div>
        <span className={`chip chip-${tone}`}>{word}</span>
        {canEdit && definition && editButtons(definition, props)}
        {rule.maySign && (
          <SignButton
            trigger={{
              label: again ? "Sign again" : "Sign or refuse",
              name: `Sign: ${rule.name}`,
              look: "primary",
              small: true,
            }}
            dialog={{ projectId, phaseKey: phase.key, rule, sign }}
          />
        )}
      </div>
      {history.length > 0 && (
        <ul className="mt-2">{history.map((signOff) => signatureRow(signOff, props))}</ul>
      )}
    </li>
  );
}

/** The last rule stays: a gate has at least one. */
function editButtons(
  rule: SignOffRuleDefinition,
  { projectId, phase, definitions, people, save }: SignOffListProps,
) {
  return (
    <>
      <RuleFormButton
        trigger={{ label: "Edit", name: `Edit the rule ${rule.name}`, small: true }}
        dialog={{ projectId, phaseId: phase.id, rule, people, save }}
      />
      {definitions.length > 1 && (
        <ArchiveRuleButton projectId={projectId} rule={rule} archive={save.archive} />
      )}
    </>
  );
}

function signatureRow(signOff: SignOffView, { projectId, reader, withdraw, clock }: SignOffListProps) {
  const { word, tone } = SIGN_OFF_WORDS[signOff.state];
  const mayWithdraw =
    signOff.memberId === reader.memberId && (signOff.state === "VALID" || signOff.state === "STALE");
  return (
    <li key={signOff.id} className="signature items-start">
      <Avatar name={signOff.by} />
      <div className="grid min-w-0 flex-1 gap-1.5">
        <p>{signatureSentence(signOff, clock)}</p>
        {signOff.comment && <p className="whitespace-pre-wrap text-ink-2">“{signOff.comment}”</p>}
        {signOff.state === "STALE" && <StaleChanges changes={signOff.changes} />}
      </div>
      <span className={`chip chip-${tone}`}>{word}</span>
      {mayWithdraw && (
        <WithdrawButton
          trigger={{
            label: "Withdraw",
            name: `Withdraw your signature: ${signOff.rule}`,
            look: "quiet",
            small: true,
          }}
          dialog={{ projectId, signOffId: signOff.id, rule: signOff.rule, withdraw }}
        />
      )}
    </li>
  );
}

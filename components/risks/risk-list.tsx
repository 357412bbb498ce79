import { ThingButtons } from "@/components/things/thing-buttons";
import { Chip } from "@/components/ui/chip";
import { Day, Moment } from "@/components/ui/time";
import { dayOf, type ReaderClock } from "@/components/ui/time-format";
import type { MayView, PersonView } from "@/lib/domain/project-views";
import type { RiskView } from "@/lib/domain/risk-views";
import { AcceptRiskButton, RiskFormButton } from "./risk-buttons";
import type { RiskEdits } from "./risk-edits";
import { RISK_STATE_WORDS, SCALE_WORDS, SEVERITY_WORDS } from "./risk-words";

interface RiskListProps {
  projectId: string;
  risks: RiskView[];
  people: PersonView[];
  may: Pick<MayView, "decide">;
  edits: RiskEdits;
  /** shows what changes the list */
  editing: boolean;
  clock: ReaderClock;
}

/** Every risk with what is done about it; the number is its place in the severity matrix. */
export function RiskList(props: RiskListProps) {
  const { risks } = props;
  const blocking = risks.filter(({ blocks }) => blocks).length;
  return (
    <section aria-label="Risks">
      <div className="section-head">
        <h2>Risks</h2>
        <span className="num">
          {risks.filter(({ state }) => state === "OPEN").length} open
          {blocking > 0 && `, ${blocking} ${blocking === 1 ? "blocks" : "block"} the gates`}
        </span>
      </div>
      <ol>{risks.map((risk, index) => riskRow(risk, index + 1, props))}</ol>
    </section>
  );
}

function riskRow(risk: RiskView, number: number, props: RiskListProps) {
  const { id, title, mitigation, owner, likelihood, impact } = risk;
  return (
    <li
      key={id}
      id={`risk-${id}`}
      className="flex flex-wrap items-start gap-x-3 gap-y-2 border-t border-line px-4.5 py-3 first:border-t-0 target:bg-brand-soft"
    >
      <span className="num w-6 shrink-0 text-ink-3">{number}</span>
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium wrap-anywhere">{title}</p>
        {mitigation && (
          <p className="text-small wrap-anywhere whitespace-pre-wrap text-ink-2">{mitigation}</p>
        )}
        <p className="text-fine text-ink-3">
          {[
            // Words of the plan above may name somebody who is no member: "no owner" would deny it.
            owner && `Owner ${owner}`,
            likelihood && `likelihood ${SCALE_WORDS[likelihood].toLowerCase()}`,
            impact && `impact ${SCALE_WORDS[impact].toLowerCase()}`,
          ]
            .filter(Boolean)
            .join(", ")}
        </p>
        {acceptanceLine(risk, props.clock)}
      </div>
      {riskControls(risk, props)}
    </li>
  );
}

function acceptanceLine({ acceptance }: RiskView, clock: ReaderClock) {
  if (!acceptance) return null;
  const { by, why, at, until, over } = acceptance;
  return (
    <p className="mt-1 text-small wrap-anywhere whitespace-pre-wrap text-ink-2">
      Accepted by {by ?? "somebody who left"}
      {at && (
        <>
          , <Moment at={at} clock={clock} />
        </>
      )}
      {until && (
        <>
          , until <Day day={until} clock={clock} />
        </>
      )}
      {why && `: “${why}”`}
      {over && <span className="font-medium text-stop"> This acceptance is over.</span>}
    </p>
  );
}

function riskControls(risk: RiskView, props: RiskListProps) {
  const { projectId, risks, people, may, edits, editing, clock } = props;
  const { acceptance, blocks, owner: _, ...definition } = risk;
  const { id, title, severity, state, version } = definition;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Chip tone={blocks ? "stop" : SEVERITY_WORDS[severity].tone}>
        {SEVERITY_WORDS[severity].word}
        {blocks && ", blocks the gates"}
      </Chip>
      <Chip tone={RISK_STATE_WORDS[state].tone}>{RISK_STATE_WORDS[state].word}</Chip>
      {may.decide && (state === "OPEN" || acceptance) && (
        <AcceptRiskButton
          trigger={{
            label: acceptance ? "Accept anew" : "Accept",
            name: `Accept the risk: ${title}`,
            small: true,
          }}
          dialog={{
            projectId,
            risk: { id, title, version, acceptance },
            today: dayOf(clock.now, clock.zone),
            accept: edits.accept,
          }}
        />
      )}
      {editing && (
        <span className="flex items-center">
          <ThingButtons
            projectId={projectId}
            thing={risk}
            name={title}
            ids={risks.map((each) => each.id)}
            edits={edits}
          />
          <RiskFormButton
            trigger={{ label: "Edit", name: `Edit the risk: ${title}`, small: true, look: "quiet" }}
            dialog={{ projectId, risk: definition, people, edits }}
          />
        </span>
      )}
    </div>
  );
}

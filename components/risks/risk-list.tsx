import { ActionButton } from "@/components/ui/action-button";
import type { PlanExtrasView } from "@/lib/domain/plan-extras-views";
import type { MayView } from "@/lib/domain/project-views";
import { AcceptRiskButton, RiskFormButton } from "./risk-buttons";
import type { RiskActions } from "./risk-form";
import { RISK_STATE_WORDS, SEVERITY_WORDS } from "./risk-words";

type RiskView = PlanExtrasView["risks"][number];

/** An open high or critical risk holds up the gate (lib/domain/gates.ts). */
const blocks = ({ severity, state }: RiskView) =>
  state === "OPEN" && (severity === "HIGH" || severity === "CRITICAL");

interface RiskListProps {
  projectId: string;
  risks: RiskView[];
  may: Pick<MayView, "edit" | "decide">;
  actions: RiskActions;
}

export function RiskList({ projectId, risks, may, actions }: RiskListProps) {
  return (
    <section aria-label="Risks">
      <div className="section-head">
        <h2>Risks</h2>
        <span className="num">{risks.filter(({ state }) => state === "OPEN").length} open</span>
        {may.edit && (
          <span className="ml-auto">
            <RiskFormButton
              trigger={{ label: "Add a risk", icon: "plus", small: true }}
              dialog={{ projectId, actions }}
            />
          </span>
        )}
      </div>
      {risks.length === 0 && (
        <p className="px-4.5 pt-1 pb-3 text-small text-ink-2">
          No risks listed: what could go wrong, how bad, and what is done about it.
        </p>
      )}
      <ul>
        {risks.map((risk) => (
          <li
            key={risk.id}
            id={`risk-${risk.id}`}
            className="flex flex-wrap items-start gap-x-3 gap-y-2 border-t border-line px-4.5 py-3 first:border-t-0 target:bg-brand-soft"
          >
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-[570]">{risk.title}</p>
              {risk.mitigation && (
                <p className="text-small whitespace-pre-wrap text-ink-2">{risk.mitigation}</p>
              )}
              {risk.acceptedWhy && (
                <p className="text-small whitespace-pre-wrap text-ink-2">
                  Accepted by {risk.acceptedBy}: “{risk.acceptedWhy}”
                </p>
              )}
            </div>
            <div className="flex flex-wrap items-center gap-2">
              <span className={`chip ${blocks(risk) ? "chip-stop" : ""}`}>
                {SEVERITY_WORDS[risk.severity]}
                {blocks(risk) && ", blocks the gate"}
              </span>
              <span className={`chip chip-${RISK_STATE_WORDS[risk.state].tone}`}>
                {RISK_STATE_WORDS[risk.state].word}
              </span>
              {may.decide && risk.state === "OPEN" && (
                <AcceptRiskButton
                  trigger={{ label: "Accept", name: `Accept the risk: ${risk.title}`, small: true }}
                  dialog={{ projectId, risk, actions }}
                />
              )}
              {may.edit && (
                <RiskFormButton
                  trigger={{
                    label: "Edit",
                    name: `Edit the risk: ${risk.title}`,
                    small: true,
                    look: "quiet",
                  }}
                  dialog={{ projectId, risk, actions }}
                />
              )}
              {may.edit && (
                <ActionButton
                  action={actions.archive}
                  input={{ projectId, riskId: risk.id }}
                  label={`Archive the risk: ${risk.title}`}
                  look="quiet"
                  small
                >
                  Archive
                </ActionButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

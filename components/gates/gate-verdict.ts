import { type GateMark, gateMarkOf } from "@/components/phases/gate-diamond";
import { countOf } from "@/components/phases/gate-words";
import type { DecisionView, GateView } from "@/lib/domain/gate-views";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { Outcome } from "@/lib/domain/words";

type JudgedPhase = Pick<PhaseView, "status" | "gate">;

/** The one sentence a gate says, and the diamond beside it. */
export function verdictOf({ status, gate }: JudgedPhase): { mark: GateMark; text: string } {
  const mark = gateMarkOf({
    status,
    gateStatus: gate.status,
    conditional: gate.decision?.outcome === "CONDITIONAL_GO",
    override: gate.decision?.override ?? false,
  });
  switch (gate.status) {
    case "PASSED":
      return { mark, text: passedText(gate.decision) };
    case "AT_RISK":
      return { mark, text: "Passed, now at risk" };
    case "REVIEW_REQUIRED":
      return { mark, text: "Passed, to be reviewed again" };
    case "STOPPED":
      return { mark, text: "Stopped" };
    case "READY":
      return { mark: "ready", text: "Ready: nothing stands in the way" };
    case "IN_REVIEW":
      return { mark, text: gate.ready ? "In review, and ready" : `In review: ${blockersText(gate)}` };
    case "BLOCKED":
      return { mark: "blocked", text: `Not ready: ${blockersText(gate)}` };
  }
}

const blockersText = (gate: GateView) => countOf(gate.blockers.length, "blocker");

function passedText(decision: DecisionView | null): string {
  if (decision?.override) return "Passed by override";
  return decision?.outcome === "CONDITIONAL_GO" ? "Passed with conditions" : "Passed";
}

export const OUTCOME_WORDS: Record<Outcome, string> = {
  GO: "Go",
  CONDITIONAL_GO: "Go, with conditions",
  HOLD: "Hold",
  RECYCLE: "Send back",
  STOP: "Stop",
};

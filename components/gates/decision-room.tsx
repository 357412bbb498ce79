import { Panel } from "@/components/ui/panel";
import type { ReaderClock } from "@/components/ui/time-format";
import { OVERRIDE_REASON_MIN } from "@/lib/domain/decisions";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { ProjectView } from "@/lib/domain/project-views";
import type { Outcome } from "@/lib/domain/words";
import { DecisionDesk } from "./decision-desk";
import type { DecideGate } from "./decision-form";
import { passageOf } from "./passage";
import { RequestReviewButton } from "./request-review-button";
import type { RequestReview } from "./request-review-dialog";

interface DecisionRoomProps {
  project: ProjectView;
  phase: PhaseView;
  /** outcomes that make sense on this gate now */
  outcomes: readonly Outcome[];
  decide: DecideGate;
  requestReview: RequestReview;
  clock: ReaderClock;
}

/** Below the requirements: the decision for whom may take it, and for everybody else why not. */
export function DecisionRoom({ project, phase, outcomes, decide, requestReview, clock }: DecisionRoomProps) {
  const { may, phases } = project;
  const { gate } = phase;
  const at = phases.findIndex(({ key }) => key === phase.key);
  const form =
    may.decide && !may.whyNotDecide && outcomes.length > 0
      ? {
          projectId: project.id,
          phase: { key: phase.key, name: phase.name },
          earlierPhases: phases.slice(0, at + 1).map(({ key, name }) => ({ key, name })),
          isLastPhase: at === phases.length - 1,
          offered: outcomes,
          passage: passageOf(phase, may),
          basedOn: gate.decision?.id ?? null,
          people: project.people,
          overrideReasonMin: OVERRIDE_REASON_MIN,
          clock,
        }
      : null;
  // With no review to decide, the way out is not what people come for: it is there, folded.
  const onlyLeaving = outcomes.every((outcome) => outcome === "RECYCLE" || outcome === "STOP");
  return (
    <Panel label="Decision" className="px-4.5 py-4">
      <h2 className="text-title font-semibold">{may.decide ? "Your decision" : "The decision"}</h2>
      <p className="mb-3 text-ink-2">{sentence(project, phase, outcomes)}</p>
      {may.requestReview && gate.isReviewable && (
        <div className="mb-3">
          <RequestReviewButton
            trigger={{ label: "Request review", look: gate.ready ? "primary" : "plain" }}
            dialog={{
              projectId: project.id,
              phaseKey: phase.key,
              blockers: gate.blockers.length,
              requestReview,
            }}
          />
        </div>
      )}
      {may.decide && (
        <DecisionDesk
          stand={`${gate.history[0]?.id} ${gate.review?.id}`}
          newest={gate.history[0] ?? null}
          form={form}
          foldedAs={onlyLeaving ? (outcomes.includes("STOP") ? "Send back or stop" : "Send back") : null}
          decide={decide}
        />
      )}
    </Panel>
  );
}

function sentence(
  { may, reader, archivedAt }: ProjectView,
  { gate }: PhaseView,
  outcomes: readonly Outcome[],
): string {
  if (archivedAt) return "This project is archived. Its gates are decided again once it is restored.";
  if (outcomes.length === 0) return "The gate before this one is decided first.";
  if (may.whyNotDecide) return may.whyNotDecide;
  if (!may.decide) return "Somebody with the role Manager decides this gate.";
  if (!gate.review)
    return outcomes.includes("GO")
      ? "You are alone here, so no review is needed. Your decision is stamped self-approved."
      : "No review is running. To pass a gate needs one; it can be sent back or stopped at any time.";
  return gate.review.requestedById === reader.memberId
    ? "You requested this review. You are alone here, so you decide it yourself, and it is stamped self-approved."
    : "You did not request this review, so you may decide.";
}

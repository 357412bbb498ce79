import { gateHref } from "@/components/phases/hrefs";
import { ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Panel } from "@/components/ui/panel";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { MayView, RailPhase } from "@/lib/domain/project-views";
import { BlockerList } from "./blocker-list";
import { RequestReviewButton } from "./request-review-button";
import type { RequestReview } from "./request-review-dialog";
import { VerdictLine } from "./verdict-line";

interface GatePanelProps {
  projectId: string;
  slug: string;
  phase: Pick<PhaseView, "id" | "key" | "name" | "status" | "gate">;
  /** every phase of the project, in order */
  phases: RailPhase[];
  may: Pick<MayView, "requestReview" | "decide">;
  requestReview: RequestReview;
  clock: ReaderClock;
}

/** The gate beside the work: may we pass, and if not, what is in the way. */
export function GatePanel({ projectId, slug, phase, phases, may, requestReview, clock }: GatePanelProps) {
  const { gate } = phase;
  const mayRequest = may.requestReview && gate.isReviewable;
  const nextPhase = phases[phases.findIndex(({ id }) => id === phase.id) + 1]?.name;
  return (
    <Panel label={`Gate of ${phase.name}`} className="px-4.5 py-4">
      <VerdictLine phase={phase}>{nextPhase ? `Gate to ${nextPhase}` : "The last gate"}</VerdictLine>
      {gate.decision?.override && (
        <div className="mt-2">
          <Chip tone="warn">GO by override</Chip>
        </div>
      )}
      {gate.review && (
        <p className="mt-2 text-small text-ink-2">
          Review {gate.review.number}, asked for by {gate.review.requestedBy}, ends{" "}
          <Moment at={gate.review.expiresAt} clock={clock} />
        </p>
      )}
      {gate.blockers.length > 0 && (
        <div className="mt-3">
          <BlockerList blockers={gate.blockers} shown={4} />
        </div>
      )}
      <div className="mt-3.5 grid grid-cols-[repeat(auto-fit,minmax(120px,1fr))] gap-2">
        <ButtonLink href={gateHref(slug, phase.key)} look={gate.review && may.decide ? "primary" : "plain"}>
          {gate.review && may.decide ? "Decide" : "Gate room"}
        </ButtonLink>
        {mayRequest && (
          <RequestReviewButton
            trigger={{ label: "Request review", look: gate.ready ? "primary" : "plain" }}
            dialog={{ projectId, phaseKey: phase.key, blockers: gate.blockers.length, requestReview }}
          />
        )}
      </div>
    </Panel>
  );
}

import { waiverActions } from "@/app/(app)/waiver-actions";
import { DecisionHistory } from "@/components/gates/decision-history";
import { DecisionRoom } from "@/components/gates/decision-room";
import { IntegrityNotes } from "@/components/gates/integrity-notes";
import { RequirementList } from "@/components/gates/requirement-list";
import { SinceReview } from "@/components/gates/since-review";
import { WithdrawReviewButton } from "@/components/gates/withdraw-review-button";
import { LiveUpdates } from "@/components/live/live-updates";
import { GATE_WORDS } from "@/components/phases/gate-words";
import { phaseHref, projectHref, reportHref } from "@/components/phases/hrefs";
import { Columns } from "@/components/shell/columns";
import { PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { TabTitle } from "@/components/shell/tab-title";
import { SignOffSummary } from "@/components/sign-offs/sign-off-summary";
import { ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Moment } from "@/components/ui/time";
import { PhaseWaivers } from "@/components/waivers/waiver-list";
import { decideGateAction, requestReviewAction, withdrawReviewAction } from "@/lib/actions/gates";
import { signOffAction } from "@/lib/actions/sign-offs";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getGateRoom } from "@/lib/data/gate-room";

interface GatePageProps {
  params: Promise<{ slug: string; phase: string }>;
}

const read = async (slug: string, phaseKey: string) => {
  const access = await projectPage(slug, "project:read");
  const [clock, room] = await Promise.all([
    readerClock(access.actor.timeZone),
    orNotFound(getGateRoom(access, phaseKey, new Date())),
  ]);
  return { clock, ...room };
};

/** The room in which a gate is reviewed and decided: may we pass, who signed, what changed, and the decision. */
export default async function GatePage({ params }: GatePageProps) {
  const { slug, phase: phaseKey } = await params;
  const { clock, project, phase, notes, waivers, since, outcomes } = await read(slug, phaseKey);
  const { review, status } = phase.gate;
  const mayWithdraw = review && (project.may.decide || review.requestedById === project.reader.memberId);
  return (
    <>
      <TabTitle>{`Gate of ${phase.name} · ${project.name}`}</TabTitle>
      <PageHead
        title={review ? `Gate review ${review.number}` : `Gate of ${phase.name}`}
        crumbs={[
          { href: "/", label: "Projects" },
          { href: projectHref(slug), label: project.name },
          { href: phaseHref(slug, phase.key), label: phase.name },
        ]}
        lead={review?.note ?? undefined}
      >
        <LiveUpdates slug={slug} after={project.version} />
        <ButtonLink href={reportHref(slug, phase.key)}>Report</ButtonLink>
        {review ? (
          <Chip tone="brand">
            In review, ends <Moment at={review.expiresAt} clock={clock} />
          </Chip>
        ) : (
          <Chip tone={GATE_WORDS[status].tone}>{GATE_WORDS[status].word}</Chip>
        )}
        {mayWithdraw && (
          <WithdrawReviewButton projectId={project.id} reviewId={review.id} withdraw={withdrawReviewAction} />
        )}
      </PageHead>
      <Columns
        label="Sign-offs and what changed"
        aside={
          <>
            <SignOffSummary
              projectId={project.id}
              phaseKey={phase.key}
              rules={phase.rules}
              review={phase.gate.review}
              sign={signOffAction}
              moreHref={phaseHref(slug, phase.key, "sign-offs")}
              clock={clock}
            />
            <SinceReview slug={slug} phaseKey={phase.key} since={since} />
          </>
        }
      >
        <RequirementList slug={slug} phase={phase} clock={clock} />
        <PhaseWaivers
          projectId={project.id}
          slug={slug}
          waivers={waivers}
          actions={waiverActions}
          clock={clock}
        />
        <IntegrityNotes notes={notes} clock={clock} />
        <DecisionRoom
          project={project}
          phase={phase}
          outcomes={outcomes}
          decide={decideGateAction}
          requestReview={requestReviewAction}
          clock={clock}
        />
        <DecisionHistory slug={slug} phaseKey={phase.key} history={phase.gate.history} clock={clock} />
      </Columns>
    </>
  );
}

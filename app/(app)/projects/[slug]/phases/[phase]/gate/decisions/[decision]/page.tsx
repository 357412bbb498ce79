import { DecisionCard } from "@/components/gates/decision-card";
import { OUTCOME_WORDS } from "@/components/gates/gate-verdict";
import { RecordRequirements } from "@/components/gates/record-requirements";
import { RecordScore } from "@/components/gates/record-score";
import { RecordSignOffs } from "@/components/gates/record-sign-offs";
import { gateHref, phaseHref, projectHref } from "@/components/phases/hrefs";
import { PageHead } from "@/components/shell/page-head";
import { readerClock } from "@/components/shell/reader-clock";
import { TabTitle } from "@/components/shell/tab-title";
import { Chip } from "@/components/ui/chip";
import { Panel } from "@/components/ui/panel";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getDecision } from "@/lib/data/decision-detail";

interface DecisionPageProps {
  params: Promise<{ slug: string; phase: string; decision: string }>;
}

const read = async (slug: string, decisionId: string) => {
  const access = await projectPage(slug, "project:read");
  const [clock, detail] = await Promise.all([
    readerClock(access.actor.timeZone),
    orNotFound(getDecision(access, decisionId)),
  ]);
  return { clock, ...detail };
};

/** A decision with the gate exactly as it was judged then, whatever has become of the plan since. */
export default async function DecisionPage({ params }: DecisionPageProps) {
  const { slug, decision: decisionId } = await params;
  const { clock, decision, project, phase, reviewNumber, record, intact, names } = await read(
    slug,
    decisionId,
  );
  return (
    <>
      <TabTitle>{`${OUTCOME_WORDS[decision.outcome]}: ${record.phase.name} · ${project.name}`}</TabTitle>
      <PageHead
        title={`${OUTCOME_WORDS[decision.outcome]}: ${record.phase.name}`}
        crumbs={[
          { href: "/", label: "Projects" },
          { href: projectHref(slug), label: project.name },
          { href: phaseHref(slug, phase.key), label: phase.name },
          { href: gateHref(slug, phase.key), label: "Gate" },
        ]}
        lead={`The gate as it was judged${reviewNumber === null ? "" : `, at the end of review ${reviewNumber}`}. Nothing here changes any more.`}
      >
        {intact ? (
          <Chip tone="go" title="The stored record has the hash it was sealed with.">
            Seal intact
          </Chip>
        ) : (
          <Chip tone="stop" title="The stored record was changed after the decision.">
            Seal broken
          </Chip>
        )}
      </PageHead>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_344px]">
        <div className="grid min-w-0 gap-4">
          <Panel label="The decision" className="overflow-hidden">
            <h2 className="sr-only">The decision</h2>
            <DecisionCard decision={decision} clock={clock} />
          </Panel>
          <RecordRequirements record={record} />
        </div>
        <aside className="grid gap-3.5" aria-label="Score and sign-offs then">
          <RecordScore record={record} />
          <RecordSignOffs record={record} names={names} clock={clock} />
        </aside>
      </div>
    </>
  );
}

import { editHref, PHASE_TABS, type PhaseTab, phaseHref } from "@/components/phases/hrefs";
import { PhaseEditBar } from "@/components/phases/phase-edit-bar";
import { sendPhase } from "@/components/phases/sent-phase";
import { readerClock } from "@/components/shell/reader-clock";
import { singleParam } from "@/components/shell/single-param";
import { pack } from "@/components/ui/packed";
import { changeItemsAction, undoItemsAction } from "@/lib/actions/items";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getPhasePage } from "@/lib/data/phase-page";
import { getPlanTargets } from "@/lib/data/plan-targets";
import { listSavedViews } from "@/lib/data/saved-views";
import { PhaseScreen } from "./phase-screen";
import { PhaseTabPanel } from "./phase-tab-panel";
import { phaseEdits, planEdits } from "./plan-edits";

interface PhasePageProps {
  searchParams: Promise<Partial<Record<"slug" | "phase" | "tab" | "edit" | "select", string | string[]>>>;
}

const read = async (slug: string, phaseKey: string) => {
  const access = await projectPage(slug, "project:read");
  const [clock, page] = await Promise.all([
    readerClock(access.actor.timeZone),
    orNotFound(getPhasePage(access, phaseKey, new Date())),
  ]);
  return { access, clock, page };
};

const tabOf = (tab: string | string[] | undefined): PhaseTab =>
  PHASE_TABS.find((name) => name === tab) ?? "checklist";

/**
 * Where are we, may we pass, what is in the way, what do I do next: one phase of a project. People know it as
 * `/projects/[slug]/phases/[phase]`; next.config.js says why it is not kept there.
 */
export default async function PhasePage({ searchParams }: PhasePageProps) {
  const { slug: asked, phase: phaseKey, tab, edit, select } = await searchParams;
  const slug = singleParam(asked) ?? "";
  const { access, clock, page } = await read(slug, singleParam(phaseKey) ?? "");
  const { project, phase } = page;
  const current = tabOf(tab);
  const editing = project.may.edit && edit === "1";
  const selecting = project.may.edit && select === "1";
  const here = phaseHref(slug, phase.key, current);
  const hasChecklist = current === "checklist" && (editing || phase.sections.length > 0);
  const [views, targets] = await Promise.all([
    hasChecklist ? listSavedViews(access, new Date()) : null,
    hasChecklist && (editing || selecting) ? getPlanTargets(access) : null,
  ]);
  const projectId = project.id;
  return (
    <PhaseScreen
      sent={sendPhase(page, hasChecklist)}
      visit={pack({ tab: current, editing, editHref: editHref(here, editing), clock, views })}
      plan={targets && editing ? { projectId, phaseId: phase.id, edits: planEdits, ...targets } : null}
      selecting={
        targets && selecting
          ? { projectId, change: changeItemsAction, undo: undoItemsAction, ...targets }
          : null
      }
      editBar={
        editing && (
          <PhaseEditBar
            projectId={projectId}
            slug={slug}
            phase={phase}
            phases={project.phases}
            edits={phaseEdits}
          />
        )
      }
    >
      {!hasChecklist && (
        <PhaseTabPanel
          access={access}
          project={project}
          phase={phase}
          tab={current}
          editing={editing}
          clock={clock}
        />
      )}
    </PhaseScreen>
  );
}

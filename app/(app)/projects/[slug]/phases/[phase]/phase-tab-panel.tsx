import { ActivityList } from "@/components/activity/activity-list";
import { HistoryPanel } from "@/components/activity/history-panel";
import { EditableChecklist } from "@/components/checklists/editable-checklist";
import { NoChecklist } from "@/components/checklists/no-checklist";
import { CriteriaList } from "@/components/criteria/criteria-list";
import { type PhaseTab, projectHref } from "@/components/phases/hrefs";
import { RollbackPlan } from "@/components/rollback/rollback-plan";
import { SignOffList } from "@/components/sign-offs/sign-off-list";
import { pack } from "@/components/ui/packed";
import type { ReaderClock } from "@/components/ui/time-format";
import {
  addCriterionAction,
  editCriterionAction,
  moveCriterionAction,
  recordMeasurementAction,
} from "@/lib/actions/criteria";
import { changeItemsAction, undoItemsAction } from "@/lib/actions/items";
import { editRollbackAction, recordRehearsalAction } from "@/lib/actions/rollback";
import {
  addSignOffRuleAction,
  archiveSignOffRuleAction,
  editSignOffRuleAction,
  signOffAction,
  withdrawSignOffAction,
} from "@/lib/actions/sign-offs";
import type { ProjectAccess } from "@/lib/data/access";
import { getActivity } from "@/lib/data/activity";
import { getPlanTargets } from "@/lib/data/plan-targets";
import { getRollback } from "@/lib/data/rollback";
import { listSavedViews } from "@/lib/data/saved-views";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { ProjectView } from "@/lib/domain/project-views";
import { planEdits } from "./plan-edits";

interface PhaseTabPanelProps {
  access: ProjectAccess;
  project: ProjectView;
  phase: PhaseView;
  tab: PhaseTab;
  editing: boolean;
  /** items of the checklist are selected, to change many at once */
  selecting: boolean;
  clock: ReaderClock;
}

const ROLLBACK_EDITS = { edit: editRollbackAction, rehearsed: recordRehearsalAction };
const ROLLBACK_HISTORY = ["rollback.edited", "rollback.rehearsed"];

/** What stands under the tabs of a phase. */
export async function PhaseTabPanel(props: PhaseTabPanelProps) {
  const { access, project, phase, tab, editing, selecting, clock } = props;
  const { id: projectId, slug, may, reader, people } = project;
  switch (tab) {
    case "checklist": {
      if (!editing && phase.sections.length === 0)
        return (
          <NoChecklist slug={slug} phaseKey={phase.key} criteria={phase.criteria.length} mayEdit={may.edit} />
        );
      const [views, targets] = await Promise.all([
        listSavedViews(access, new Date()),
        editing || selecting ? getPlanTargets(access) : null,
      ]);
      return (
        <EditableChecklist
          editing={targets && editing ? { projectId, phaseId: phase.id, edits: planEdits, ...targets } : null}
          selecting={
            targets && selecting
              ? { projectId, change: changeItemsAction, undo: undoItemsAction, ...targets }
              : null
          }
          list={pack({
            slug,
            sections: phase.sections,
            views,
            may,
            reader,
            people,
            asksVerification: project.asksVerification,
            clock,
          })}
        />
      );
    }
    case "criteria":
      return (
        <CriteriaList
          projectId={projectId}
          slug={slug}
          phaseId={phase.id}
          criteria={phase.criteria}
          may={may}
          record={recordMeasurementAction}
          save={{ add: addCriterionAction, edit: editCriterionAction }}
          move={moveCriterionAction}
          editing={editing}
          clock={clock}
        />
      );
    case "sign-offs":
      return (
        <SignOffList
          projectId={projectId}
          phase={phase}
          rules={phase.rules}
          definitions={phase.ruleDefinitions}
          review={phase.gate.review}
          reader={reader}
          people={people}
          may={may}
          sign={signOffAction}
          withdraw={withdrawSignOffAction}
          save={{ add: addSignOffRuleAction, edit: editSignOffRuleAction, archive: archiveSignOffRuleAction }}
          editing={editing}
          clock={clock}
        />
      );
    case "rollback": {
      const [rollback, history] = await Promise.all([
        getRollback(access, phase.id),
        getActivity(access, null, { phaseId: phase.id, actions: ROLLBACK_HISTORY, size: 10 }),
      ]);
      return (
        <>
          <RollbackPlan
            projectId={projectId}
            phaseName={phase.name}
            rollback={rollback}
            may={may}
            edits={ROLLBACK_EDITS}
            clock={clock}
          />
          <div className="px-4.5 pb-4 empty:hidden">
            <HistoryPanel slug={slug} history={history} clock={clock} />
          </div>
        </>
      );
    }
    case "activity": {
      const { entries } = await getActivity(access, null, { phaseId: phase.id });
      return (
        <ActivityList
          entries={entries}
          clock={clock}
          olderHref={`${projectHref(slug)}/activity`}
          olderLabel="All activity"
        />
      );
    }
  }
}

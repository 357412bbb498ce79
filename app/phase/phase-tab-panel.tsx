import { ActivityList } from "@/components/activity/activity-list";
import { HistoryPanel } from "@/components/activity/history-panel";
import { NoChecklist } from "@/components/checklists/no-checklist";
import { CriteriaList } from "@/components/criteria/criteria-list";
import { type PhaseTab, projectHref } from "@/components/phases/hrefs";
import { RollbackPlan } from "@/components/rollback/rollback-plan";
import { SignOffList } from "@/components/sign-offs/sign-off-list";
import type { ReaderClock } from "@/components/ui/time-format";
import {
  addCriterionAction,
  editCriterionAction,
  moveCriterionAction,
  recordMeasurementAction,
} from "@/lib/actions/criteria";
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
import { getRollback } from "@/lib/data/rollback";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { ProjectView } from "@/lib/domain/project-views";

interface PhaseTabPanelProps {
  access: ProjectAccess;
  project: ProjectView;
  phase: PhaseView;
  tab: PhaseTab;
  editing: boolean;
  clock: ReaderClock;
}

const ROLLBACK_EDITS = { edit: editRollbackAction, rehearsed: recordRehearsalAction };
const ROLLBACK_HISTORY = ["rollback.edited", "rollback.rehearsed"];

/** What stands under the tabs of a phase, a checklist apart: it is drawn by the screen itself. */
export async function PhaseTabPanel(props: PhaseTabPanelProps) {
  const { access, project, phase, tab, editing, clock } = props;
  const { id: projectId, slug, may, reader, people } = project;
  switch (tab) {
    case "checklist":
      return (
        <NoChecklist slug={slug} phaseKey={phase.key} criteria={phase.criteria.length} mayEdit={may.edit} />
      );
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

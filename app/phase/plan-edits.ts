import type { PlanEdits } from "@/components/checklists/plan-edits";
import type { PhaseEdits } from "@/components/phases/phase-edits";
import {
  addItemAction,
  archiveItemAction,
  editItemAction,
  moveItemAction,
  restoreItemAction,
} from "@/lib/actions/items";
import {
  addPhaseAction,
  archivePhaseAction,
  editPhaseAction,
  movePhaseAction,
  restorePhaseAction,
} from "@/lib/actions/phases";
import {
  addSectionAction,
  archiveSectionAction,
  editSectionAction,
  moveSectionAction,
  restoreSectionAction,
} from "@/lib/actions/sections";

/** The actions behind "Edit plan". */
export const planEdits: PlanEdits = {
  addItem: addItemAction,
  editItem: editItemAction,
  moveItem: moveItemAction,
  archiveItem: archiveItemAction,
  restoreItem: restoreItemAction,
  addSection: addSectionAction,
  editSection: editSectionAction,
  moveSection: moveSectionAction,
  archiveSection: archiveSectionAction,
  restoreSection: restoreSectionAction,
};

export const phaseEdits: PhaseEdits = {
  add: addPhaseAction,
  edit: editPhaseAction,
  move: movePhaseAction,
  archive: archivePhaseAction,
  restore: restorePhaseAction,
};

import type { ActionOf } from "@/components/ui/action-of";
import type { addPhaseSchema, editPhaseSchema, movePhaseSchema, phaseOnlySchema } from "@/lib/schemas/phases";

/** The actions that change a project's phases, as lib/actions/phases.ts has them. */
export interface PhaseEdits {
  add: ActionOf<typeof addPhaseSchema>;
  edit: ActionOf<typeof editPhaseSchema>;
  move: ActionOf<typeof movePhaseSchema>;
  archive: ActionOf<typeof phaseOnlySchema>;
  restore: ActionOf<typeof phaseOnlySchema>;
}

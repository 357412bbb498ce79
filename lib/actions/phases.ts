"use server";
import { archivePhase, movePhase, restorePhase } from "@/lib/data/phase-order";
import { addPhase, editPhase } from "@/lib/data/phases";
import { addPhaseSchema, editPhaseSchema, movePhaseSchema, phaseOnlySchema } from "@/lib/schemas/phases";
import { projectAction } from "./define";

export const addPhaseAction = projectAction("plan:edit", addPhaseSchema, addPhase);
export const editPhaseAction = projectAction("plan:edit", editPhaseSchema, editPhase);
export const movePhaseAction = projectAction("plan:edit", movePhaseSchema, movePhase);
export const archivePhaseAction = projectAction("plan:edit", phaseOnlySchema, (access, { phaseId }) =>
  archivePhase(access, phaseId),
);
export const restorePhaseAction = projectAction("plan:edit", phaseOnlySchema, (access, { phaseId }) =>
  restorePhase(access, phaseId),
);

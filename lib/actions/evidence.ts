"use server";
import { addLinkEvidence, addNoteEvidence, removeEvidence, restoreEvidence } from "@/lib/data/evidence";
import { addLinkEvidenceSchema, addNoteEvidenceSchema, evidenceOnlySchema } from "@/lib/schemas/evidence";
import { projectAction } from "./define";

export const addLinkEvidenceAction = projectAction("item:work", addLinkEvidenceSchema, addLinkEvidence);
export const addNoteEvidenceAction = projectAction("item:work", addNoteEvidenceSchema, addNoteEvidence);
export const removeEvidenceAction = projectAction("item:work", evidenceOnlySchema, (access, input) =>
  removeEvidence(access, input.evidenceId),
);
export const restoreEvidenceAction = projectAction("item:work", evidenceOnlySchema, (access, input) =>
  restoreEvidence(access, input.evidenceId),
);

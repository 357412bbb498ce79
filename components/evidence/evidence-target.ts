import type { ActionOf } from "@/components/ui/action-of";
import type {
  addLinkEvidenceSchema,
  addNoteEvidenceSchema,
  evidenceOnlySchema,
} from "@/lib/schemas/evidence";

/** What the evidence is about, and the project it stands in. */
export interface EvidencePlace {
  projectId: string;
  slug: string;
  target: { itemId: string } | { criterionId: string };
}

/** As lib/actions/evidence.ts has them; a file goes to the REST interface, being too large for an action. */
export interface EvidenceActions {
  addLink: ActionOf<typeof addLinkEvidenceSchema>;
  addNote: ActionOf<typeof addNoteEvidenceSchema>;
  remove: ActionOf<typeof evidenceOnlySchema>;
  restore: ActionOf<typeof evidenceOnlySchema>;
}

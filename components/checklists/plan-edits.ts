import type { ActionOf } from "@/components/ui/action-of";
import type { ReaderClock } from "@/components/ui/time-format";
import type { SectionView } from "@/lib/domain/item-views";
import type { PersonView } from "@/lib/domain/project-views";
import type { addItemSchema, editItemSchema, itemOnlySchema, moveItemSchema } from "@/lib/schemas/items";
import type {
  addSectionSchema,
  editSectionSchema,
  moveSectionSchema,
  sectionOnlySchema,
} from "@/lib/schemas/sections";

/** The actions that change a checklist, as lib/actions/items.ts and lib/actions/sections.ts have them. */
export interface PlanEdits {
  addItem: ActionOf<typeof addItemSchema>;
  editItem: ActionOf<typeof editItemSchema>;
  moveItem: ActionOf<typeof moveItemSchema>;
  archiveItem: ActionOf<typeof itemOnlySchema>;
  restoreItem: ActionOf<typeof itemOnlySchema>;
  addSection: ActionOf<typeof addSectionSchema>;
  editSection: ActionOf<typeof editSectionSchema>;
  moveSection: ActionOf<typeof moveSectionSchema>;
  archiveSection: ActionOf<typeof sectionOnlySchema>;
  restoreSection: ActionOf<typeof sectionOnlySchema>;
}

/** Where an item or a section can be moved to. */
export interface MoveTarget {
  phaseId: string;
  phaseName: string;
  sections: { id: string; title: string }[];
}

export interface PlanEditorProps {
  projectId: string;
  phaseId: string;
  sections: SectionView[];
  people: PersonView[];
  clock: ReaderClock;
  /** the workspace's areas, offered while one is typed */
  areas: string[];
  targets: MoveTarget[];
  edits: PlanEdits;
}

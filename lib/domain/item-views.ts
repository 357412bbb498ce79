import type { PersonView } from "./project-views";
import type { WaiverView } from "./waiver-views";
import type { Freshness, ItemState, Level } from "./words";

export interface SubItemView {
  id: string;
  title: string;
  state: ItemState;
  version: number;
}

/** A row of the checklist; details, evidence, comments and history are on the item's own page. */
export interface ItemRow {
  id: string;
  title: string;
  state: ItemState;
  level: Level;
  area: string | null;
  dueOn: string | null;
  overdue: boolean;
  assignees: PersonView[];
  /** who set the state, and when */
  stateBy: string | null;
  stateAt: string | null;
  waiverExpiresAt: string | null;
  /** the reader set DONE, so another person verifies it; left out where not, for there are many rows */
  doneByReader?: true;
  /** a waiver of it is asked for and not answered; left out where not */
  waiverAsked?: true;
  evidence: number;
  comments: number;
  subItems: SubItemView[];
  version: number;
}

/** With the name that the plan knows it by. */
export interface KeyedItemRow extends ItemRow {
  key: string;
}

export interface SectionView<Row extends ItemRow = ItemRow> {
  id: string;
  title: string;
  version: number;
  items: Row[];
}

export interface ItemView extends KeyedItemRow {
  phaseKey: string;
  phaseName: string;
  sectionId: string;
  sectionTitle: string;
  parent: { id: string; title: string } | null;
  details: string;
  acceptance: string | null;
  why: string | null;
  impact: string | null;
  /** paths and links */
  files: string[];
  archivedAt: string | null;
  records: {
    id: string;
    state: ItemState;
    by: string;
    at: string;
    reason: string | null;
    approver: string | null;
    expiresAt: string | null;
    selfApproved: boolean;
  }[];
  /** the last requests to waive it, newest first */
  waivers: WaiverView[];
  evidenceList: EvidenceView[];
  commentList: CommentView[];
}

export interface EvidenceView {
  id: string;
  kind: "LINK" | "NOTE" | "FILE";
  title: string;
  url: string | null;
  note: string | null;
  fileName: string | null;
  sizeBytes: number | null;
  sha256: string | null;
  effectiveOn: string;
  expiresOn: string | null;
  freshness: Freshness;
  by: string;
  createdAt: string;
}

export interface CommentView {
  id: string;
  body: string;
  by: string;
  memberId: string;
  createdAt: string;
  mine: boolean;
}

/** An open item assigned to the reader, wherever it is. */
export interface MyItemView {
  id: string;
  title: string;
  state: ItemState;
  level: Level;
  dueOn: string | null;
  overdue: boolean;
  /** the item it belongs to, for a sub-item */
  parentTitle: string | null;
  projectSlug: string;
  projectName: string;
  phaseKey: string;
  phaseName: string;
  version: number;
}

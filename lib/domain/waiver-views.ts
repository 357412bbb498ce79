import type { WaiverState } from "./words";

/** A request to waive an item, and what became of it. */
export interface WaiverView {
  id: string;
  itemId: string;
  itemTitle: string;
  state: WaiverState;
  /** nobody answered yet, and an answer still makes sense */
  isWaiting: boolean;
  requestedBy: string;
  requestedAt: string;
  reason: string;
  expiresAt: string;
  /** who approved, refused or withdrew it */
  closedBy: string | null;
  closedAt: string | null;
  refusedWhy: string | null;
  selfApproved: boolean;
  /** what the reader may do about it now */
  may: { answer: boolean; withdraw: boolean };
}

/** A request that waits for the reader, wherever it is. */
export interface MyWaiverView extends WaiverView {
  projectId: string;
  projectSlug: string;
  projectName: string;
  phaseKey: string;
  phaseName: string;
}

import type { ChainHead } from "./audit";

export interface ActivityEntry {
  seq: number;
  at: string;
  by: string;
  via: string;
  action: string;
  targetType: string;
  targetId: string;
  /** one plain sentence made from the event's data */
  text: string;
  href: string | null;
}

/** A row of the audit page: an event of any chain of the workspace. */
export interface AuditEntry extends ActivityEntry {
  /** id of the project or workspace whose chain it stands in */
  chain: string;
  /** member id, so that a list can be filtered by the person; null for the system */
  byId: string | null;
  /** null for an event of the workspace itself */
  project: { slug: string; name: string } | null;
  /** first digits of the event's hash, to compare with an exported file */
  hash: string;
}

export interface AuditPage {
  entries: AuditEntry[];
  /** null on the last page */
  nextCursor: string | null;
}

export interface ActivityPage {
  entries: ActivityEntry[];
  nextCursor: string | null;
}

/** What the filters of the audit page offer. */
export interface AuditFilterChoices {
  projects: { slug: string; name: string }[];
  people: { memberId: string; name: string }[];
}

/** The first event of a chain that does not hold, as an auditor would look it up. */
export interface BrokenEvent {
  chain: string;
  /** name of the project or workspace the chain belongs to; null when that row is gone */
  project: string | null;
  seq: number;
  /** null when the event is missing */
  at: string | null;
  action: string | null;
  why: string;
}

export type AuditVerdict =
  | { ok: true; chains: number; events: number; heads: ({ chain: string } & ChainHead)[] }
  | { ok: false; chains: number; events: number; broken: BrokenEvent };

import { type AuditEventInput, type ChainedEvent, canonicalEvent } from "@/lib/domain/audit";

/** The columns of an audit event that say again what its canonical text says. */
export interface AuditRow {
  chain: string;
  seq: number;
  workspaceId: string;
  projectId: string | null;
  at: Date;
  memberId: string | null;
  via: string;
  action: string;
  targetType: string;
  targetId: string;
  phaseId: string | null;
  canonical: string;
  previousHash: string;
  hash: string;
}

/** Every column verification and export read; a new column never joins an exported file by itself. */
export const AUDIT_ROW_SELECT = {
  chain: true,
  seq: true,
  workspaceId: true,
  projectId: true,
  at: true,
  memberId: true,
  via: true,
  action: true,
  targetType: true,
  targetId: true,
  phaseId: true,
  canonical: true,
  previousHash: true,
  hash: true,
} as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An event out of parsed JSON; null when a field is missing or of another type. Fields it does not know are dropped. */
export function eventOf(value: unknown): AuditEventInput | null {
  if (!isRecord(value)) return null;
  const { chain, seq, at, actor, via, action, targetType, targetId, phaseId, data } = value;
  if (typeof chain !== "string" || typeof seq !== "number" || typeof at !== "string") return null;
  if (typeof via !== "string" || typeof action !== "string") return null;
  if (typeof targetType !== "string" || typeof targetId !== "string" || !isRecord(data)) return null;
  if (actor !== null && typeof actor !== "string") return null;
  const event = { chain, seq, at, actor, via, action, targetType, targetId, data };
  if (phaseId === undefined) return event;
  return phaseId === null || typeof phaseId === "string" ? { ...event, phaseId } : null;
}

/** Parsed JSON, or null for a text that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What an event was about, out of its canonical text; empty where the text cannot be read. */
export const dataOf = (canonical: string): Record<string, unknown> =>
  eventOf(parseJson(canonical))?.data ?? {};

/** A row as the chain's rules judge it; null when its canonical text is not an event. */
export function chainedEventOf(row: AuditRow): ChainedEvent | null {
  const event = eventOf(parseJson(row.canonical));
  return event && { ...event, hash: row.hash };
}

/**
 * Why a row's columns do not say what its canonical text says; null when they do. The hash covers only the text, while
 * lists and filters read the columns, so each column is held against it.
 */
export function columnDifference(row: AuditRow, event: ChainedEvent): string | null {
  const differs = (column: string) => `Its column "${column}" does not say what the hashed text says.`;
  if (canonicalEvent(event) !== row.canonical) return "Its text is not in canonical form.";
  if (row.chain !== event.chain) return differs("chain");
  if (row.seq !== event.seq) return differs("seq");
  if (row.at.toISOString() !== event.at) return differs("at");
  if (row.memberId !== event.actor) return differs("memberId");
  if (row.via !== event.via) return differs("via");
  if (row.action !== event.action) return differs("action");
  if (row.targetType !== event.targetType) return differs("targetType");
  if (row.targetId !== event.targetId) return differs("targetId");
  if (event.phaseId !== undefined && row.phaseId !== event.phaseId) return differs("phaseId");
  if (row.projectId !== (row.chain === row.workspaceId ? null : row.chain)) return differs("projectId");
  return null;
}

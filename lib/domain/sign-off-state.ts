import { requirementHash } from "./requirement-hash";
import { type Requirement, requirementsOf } from "./requirements";
import type { PhaseSnapshot, SeenRequirement, SignOffSnapshot } from "./snapshot";
import type { SignOffState } from "./words";

/** One difference between what a signer saw and what stands now; only these ask for a new signature (design 2.3). */
export interface SignOffChange {
  /** id of the item or criterion */
  id: string;
  title: string;
  change: "added" | "removed" | "redefined" | "waived" | "no longer satisfied";
}

export interface SignOffStanding {
  state: SignOffState;
  /** what changed since it was signed; empty unless the state is STALE */
  changes: SignOffChange[];
}

/** A requirement as it stands now, in the terms of what a signer saw. */
interface CurrentRequirement extends SeenRequirement {
  /** MUST or SHOULD, and applicable: what a signer answers for */
  inScope: boolean;
}

function currentRequirements(snapshot: PhaseSnapshot, requirements: Requirement[]): CurrentRequirement[] {
  const hashes = new Map([...snapshot.items, ...snapshot.criteria].map((r) => [r.id, requirementHash(r)]));
  return requirements.map(({ id, title, satisfied, itemState, level, credit }) => ({
    id,
    hash: hashes.get(id) ?? "",
    satisfied,
    waived: itemState === "WAIVED",
    title,
    inScope: level !== "COULD" && credit !== null,
  }));
}

/**
 * What a signer sees now, to be stored with the sign-off (design 2.3): every applicable MUST and SHOULD. A COULD is
 * never scored and never blocks, so nobody signs for it.
 */
export function seenOf(snapshot: PhaseSnapshot, now: Date): SeenRequirement[] {
  return currentRequirements(snapshot, requirementsOf(snapshot, now))
    .filter((requirement) => requirement.inScope)
    .map(({ id, hash, satisfied, waived, title }) => ({ id, hash, satisfied, waived, title }));
}

function changeOf(
  seen: SeenRequirement,
  current: CurrentRequirement | undefined,
): SignOffChange["change"] | null {
  if (current === undefined) return "removed";
  if (current.hash !== seen.hash) return "redefined";
  if (!current.inScope) return "removed";
  if (current.waived && !seen.waived) return "waived";
  return seen.satisfied && !current.satisfied ? "no longer satisfied" : null;
}

function changesSince(seen: SeenRequirement[], current: CurrentRequirement[]): SignOffChange[] {
  const currentById = new Map(current.map((requirement) => [requirement.id, requirement]));
  const seenIds = new Set(seen.map(({ id }) => id));
  const changed = seen.flatMap((requirement): SignOffChange[] => {
    const now = currentById.get(requirement.id);
    const change = changeOf(requirement, now);
    return change === null ? [] : [{ id: requirement.id, title: now?.title ?? requirement.title, change }];
  });
  const added = current.filter(({ id, inScope }) => inScope && !seenIds.has(id));
  return [...changed, ...added.map(({ id, title }): SignOffChange => ({ id, title, change: "added" }))];
}

function standingOf(signOff: SignOffSnapshot, current: CurrentRequirement[]): SignOffStanding {
  if (signOff.withdrawnAt !== null) return { state: "WITHDRAWN", changes: [] };
  if (signOff.decision === "REFUSED") return { state: "REFUSED", changes: [] };
  const changes = changesSince(signOff.seen, current);
  return { state: changes.length > 0 ? "STALE" : "VALID", changes };
}

/**
 * The state of a sign-off, computed against what stands now (design 2.3). An approval is STALE once a requirement was
 * added, removed (also by becoming not applicable), redefined, waived, or went from satisfied to not. What only got
 * better never makes it stale, and when the difference is gone again it is VALID again.
 */
export function stateOfSignOff(
  signOff: SignOffSnapshot,
  snapshot: PhaseSnapshot,
  now: Date,
): SignOffStanding {
  return standingOf(signOff, currentRequirements(snapshot, requirementsOf(snapshot, now)));
}

/** A sign-off with its state now. */
export interface JudgedSignOff extends SignOffStanding {
  signOff: SignOffSnapshot;
}

/**
 * The sign-offs that speak now, oldest first: of each person under each rule only the newest, so that signing again
 * replaces what was signed before, and withdrawing does not bring an older one back.
 *
 * @param requirements of the same snapshot and time, from a caller who has them
 */
export function judgeSignOffs(
  snapshot: PhaseSnapshot,
  now: Date,
  requirements: Requirement[] = requirementsOf(snapshot, now),
): JudgedSignOff[] {
  const newest = newestSignOffs(snapshot.signOffs);
  if (newest.length === 0) return [];
  const current = currentRequirements(snapshot, requirements);
  return newest.map((signOff) => ({ signOff, ...standingOf(signOff, current) }));
}

/** Of each person under each rule the newest sign-off, oldest first. */
export function newestSignOffs(signOffs: SignOffSnapshot[]): SignOffSnapshot[] {
  const newest = new Map<string, SignOffSnapshot>();
  const ordered = [...signOffs].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  for (const signOff of ordered) newest.set(`${signOff.ruleId} ${signOff.memberId}`, signOff);
  return ordered.filter((signOff) => newest.get(`${signOff.ruleId} ${signOff.memberId}`) === signOff);
}

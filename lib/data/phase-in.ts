import { notFound } from "@/lib/domain/errors";
import type { PhaseSnapshot } from "@/lib/domain/snapshot";

/** One phase among its project's, by key or id. @throws AppError NOT_FOUND */
export function phaseIn(snapshots: PhaseSnapshot[], phase: string): PhaseSnapshot {
  const found = snapshots.find(({ key }) => key === phase) ?? snapshots.find(({ id }) => id === phase);
  if (!found) throw notFound("The phase");
  return found;
}

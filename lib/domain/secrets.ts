import type { Blocker } from "./blockers";
import { addDays, endOfDay, startOfDay } from "./days";
import { freshnessOf } from "./freshness";
import type { GatePolicy, SecretSnapshot } from "./snapshot";

/**
 * How a secret stands to its rotation: none is asked for, none was ever recorded, it is in time, due within the last
 * fifth of its days, or overdue.
 */
export const ROTATION_STATES = ["NONE", "NEVER", "IN_TIME", "DUE_SOON", "OVERDUE"] as const;
export type RotationState = (typeof ROTATION_STATES)[number];

export interface Rotation {
  state: RotationState;
  /** the last day in time, "YYYY-MM-DD"; null where it cannot be said */
  dueOn: string | null;
}

const STATE_OF = { FRESH: "IN_TIME", AGING: "DUE_SOON", STALE: "OVERDUE" } as const;

/** When a secret is due for rotation. It is in time to the end of that day, in UTC. */
export function rotationOf(
  { rotationDays, lastRotatedOn }: Pick<SecretSnapshot, "rotationDays" | "lastRotatedOn">,
  now: Date,
): Rotation {
  if (rotationDays === null) return { state: "NONE", dueOn: null };
  if (lastRotatedOn === null) return { state: "NEVER", dueOn: null };
  const dueOn = addDays(lastRotatedOn, rotationDays);
  return { state: STATE_OF[freshnessOf(startOfDay(lastRotatedOn), endOfDay(dueOn), now)], dueOn };
}

/**
 * What holds up a gate among the secrets, where its policy asks for that: overdue ones, and ones of which no rotation
 * was ever recorded, because unknown is never good news.
 */
export function secretBlockers(
  secrets: readonly SecretSnapshot[],
  { overdueSecretsBlock }: Pick<GatePolicy, "overdueSecretsBlock">,
  now: Date,
): Blocker[] {
  if (!overdueSecretsBlock) return [];
  return secrets.flatMap((secret): Blocker[] => {
    const { state, dueOn } = rotationOf(secret, now);
    const detail = "Rotate it, and record the rotation.";
    const blocker = (text: string): Blocker[] => [
      { type: "SECRET_OVERDUE", text, subjectId: secret.id, detail },
    ];
    if (state === "OVERDUE") return blocker(`The secret "${secret.name}" was due for rotation on ${dueOn}.`);
    return state === "NEVER" ? blocker(`No rotation of the secret "${secret.name}" was ever recorded.`) : [];
  });
}

/** First moments at which a secret is overdue, where the policy asks for rotation. */
export const secretDeadlines = (
  secrets: readonly SecretSnapshot[],
  { overdueSecretsBlock }: Pick<GatePolicy, "overdueSecretsBlock">,
  now: Date,
): Date[] =>
  overdueSecretsBlock
    ? secrets.flatMap((secret) => {
        const { dueOn } = rotationOf(secret, now);
        return dueOn === null ? [] : [endOfDay(dueOn)];
      })
    : [];

import "server-only";
import { addDays, dayOf } from "@/lib/domain/days";
import { AppError, notFound } from "@/lib/domain/errors";
import type { SecretView } from "@/lib/domain/secret-views";
import { rotationOf } from "@/lib/domain/secrets";
import type { AddSecretInput, EditSecretInput, RecordRotationInput } from "@/lib/schemas/secrets";
import { isId, type ProjectAccess } from "./access";
import { db, type Transaction } from "./client";
import { changeData, differences, refuseStale } from "./differences";
import { dateOrNull, dayOrNull } from "./items";
import { loadPeople } from "./people";
import { nameOf } from "./present-checklist";
import { writeProject } from "./write";

const SECRETS_MAX = 1_000;

const FIELDS = {
  id: true,
  version: true,
  name: true,
  variable: true,
  owner: true,
  storage: true,
  rotationDays: true,
} as const;

/** The inventory in its order, each secret with what its rotation is at `now`. */
export async function listSecrets(access: ProjectAccess, now: Date): Promise<SecretView[]> {
  const rows = await db().secretRecord.findMany({
    where: { projectId: access.projectId, archivedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: SECRETS_MAX,
    select: { ...FIELDS, lastRotatedOn: true, lastRotatedById: true },
  });
  const people = await loadPeople(
    access,
    rows.map(({ lastRotatedById }) => lastRotatedById),
  );
  return rows.map(({ lastRotatedById, ...row }) => {
    const secret = { ...row, lastRotatedOn: dayOrNull(row.lastRotatedOn) };
    return { ...secret, lastRotatedBy: nameOf(people, lastRotatedById), rotation: rotationOf(secret, now) };
  });
}

/** @throws AppError INVALID for a day that has not come, anywhere on earth */
function refuseFuture(day: string, now: Date, field: string): void {
  if (day <= addDays(dayOf(now), 1)) return;
  const message = "This day has not come yet.";
  throw new AppError("INVALID", `${field}: ${message}`, { fields: { [field]: [message] } });
}

/**
 * Adds a secret at the end of the inventory.
 * @throws AppError INVALID for a last rotation in the future; RULE beyond what an inventory holds
 */
export function addSecret(
  access: ProjectAccess<"plan:edit">,
  { lastRotatedOn = null, ...input }: AddSecretInput,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, now, actor, record }) => {
    const { projectId } = access;
    if (lastRotatedOn) refuseFuture(lastRotatedOn, now, "lastRotatedOn");
    if ((await tx.secretRecord.count({ where: { projectId, archivedAt: null } })) >= SECRETS_MAX)
      throw new AppError("RULE", "An inventory holds 1,000 secrets at most. Archive one first.");
    const last = await tx.secretRecord.aggregate({ where: { projectId }, _max: { position: true } });
    const { name, variable = null, owner = null, storage = null, rotationDays = null } = input;
    const secret = await tx.secretRecord.create({
      data: {
        projectId,
        name,
        variable,
        owner,
        storage,
        rotationDays,
        lastRotatedOn: dateOrNull(lastRotatedOn),
        lastRotatedById: lastRotatedOn ? actor.memberId : null,
        position: (last._max.position ?? 0) + 1,
      },
      select: { id: true, version: true },
    });
    const data = { name, rotationDays, lastRotatedOn };
    // A gate may ask that no secret is overdue (lib/domain/gates.ts).
    record({ action: "secret.added", targetType: "secret", targetId: secret.id, phase: "all", data });
    return secret;
  });
}

async function getSecret(access: ProjectAccess, tx: Transaction, id: string) {
  const row = isId(id)
    ? await tx.secretRecord.findFirst({
        where: { id, projectId: access.projectId, archivedAt: null },
        select: { ...FIELDS, lastRotatedOn: true },
      })
    : null;
  if (!row) throw notFound("The secret");
  const { id: secretId, version, lastRotatedOn, ...editable } = row;
  return { id: secretId, version, lastRotatedOn: dayOrNull(lastRotatedOn), editable };
}

/**
 * Changes the named fields of a secret. Its owner and where it lies are people's own words, so the event does not
 * repeat them.
 * @throws AppError NOT_FOUND; CONFLICT with the secret as it stands
 */
export function editSecret(
  access: ProjectAccess<"plan:edit">,
  input: EditSecretInput,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, record }) => {
    const { id, version, editable } = await getSecret(access, tx, input.id);
    const changed = differences(editable, input);
    if (Object.keys(changed).length === 0) return { id, version };
    refuseStale("secret", input.version ?? version, { ...editable, version });
    const updated = await tx.secretRecord.update({
      where: { id },
      data: { ...changed, version: { increment: 1 } },
      select: { id: true, version: true },
    });
    record({
      action: "secret.edited",
      targetType: "secret",
      targetId: id,
      phase: "name" in changed || "rotationDays" in changed ? "all" : null,
      data: changeData(editable, changed, ["name", "rotationDays"]),
    });
    return updated;
  });
}

/**
 * Records on which day a secret was rotated, by whoever did it. The same day again changes nothing; an earlier day than
 * the one recorded corrects it, and the audit keeps both.
 * @throws AppError NOT_FOUND; INVALID for a day in the future
 */
export function recordRotation(
  access: ProjectAccess<"item:work">,
  { id: secretId, rotatedOn }: RecordRotationInput,
): Promise<{ id: string; version: number }> {
  return writeProject(access, async ({ tx, now, actor, record }) => {
    const { id, version, lastRotatedOn } = await getSecret(access, tx, secretId);
    refuseFuture(rotatedOn, now, "rotatedOn");
    if (lastRotatedOn === rotatedOn) return { id, version };
    const updated = await tx.secretRecord.update({
      where: { id },
      data: {
        lastRotatedOn: dateOrNull(rotatedOn),
        lastRotatedById: actor.memberId,
        version: { increment: 1 },
      },
      select: { id: true, version: true },
    });
    const data = { rotatedOn, before: lastRotatedOn };
    record({ action: "secret.rotated", targetType: "secret", targetId: id, phase: "all", data });
    return updated;
  });
}

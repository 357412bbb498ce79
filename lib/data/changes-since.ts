import "server-only";
import type { ProjectAccess } from "./access";
import { EVENT_SELECT, tell } from "./audit";
import { db } from "./client";

const SHOWN = 3;

/** ": Dora ticked “Backups”, …": what happened in a project since one of its versions; empty where nothing is known. */
export async function changesSince(access: ProjectAccess, version: number): Promise<string> {
  if (!Number.isSafeInteger(version)) return "";
  const where = { chain: access.projectId, seq: { gt: version } };
  const count = await db().auditEvent.count({ where });
  const rows = await db().auditEvent.findMany({
    where,
    orderBy: { seq: "asc" },
    take: SHOWN,
    select: EVENT_SELECT,
  });
  const { told } = await tell(access, rows);
  const texts = told.map(({ by, text }) => `${by} ${text}`);
  if (count > SHOWN) texts.push(`${count - SHOWN} more`);
  return texts.length > 0 ? `: ${texts.join(", ")}` : "";
}

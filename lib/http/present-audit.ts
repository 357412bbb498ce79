import type { z } from "zod";
import type { AuditEntry } from "@/lib/domain/audit-views";
import type { auditEntrySchema } from "@/lib/schemas/api-audit";

/** An audit event as `GET /audit` lists it. */
export const presentAuditEntry = (entry: AuditEntry): z.input<typeof auditEntrySchema> => ({
  seq: entry.seq,
  chain: entry.chain,
  at: entry.at,
  by: entry.by,
  memberId: entry.byId,
  via: entry.via,
  action: entry.action,
  targetType: entry.targetType,
  targetId: entry.targetId,
  text: entry.text,
  project: entry.project && { slug: entry.project.slug, name: entry.project.name },
  hash: entry.hash,
});

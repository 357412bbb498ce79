import { listAudit } from "@/lib/data/audit";
import { readQuery } from "@/lib/http/body";
import { workspaceRoute } from "@/lib/http/define";
import { presentAuditEntry } from "@/lib/http/present-audit";
import { resource } from "@/lib/http/resource";
import { answerRead } from "@/lib/http/respond";
import { auditQuerySchema } from "@/lib/schemas/api-audit";

const NAME = "/api/v1/audit";

const list = workspaceRoute(NAME, "workspace:read", async ({ access, request }) => {
  const { limit, ...filter } = readQuery(request, auditQuerySchema);
  const { entries, nextCursor } = await listAudit(access, filter, limit);
  return answerRead(request, { data: entries.map(presentAuditEntry), nextCursor });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: list });

import { importMarkdown } from "@/lib/data/import-drafts";
import { PLAN_MAX_BYTES } from "@/lib/domain/plan-size";
import { readBytes, readQuery } from "@/lib/http/body";
import { workspaceRoute } from "@/lib/http/define";
import { presentImported } from "@/lib/http/present-project";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { importQuerySchema } from "@/lib/schemas/api-write";

const NAME = "/api/v1/projects/import";

const importPlan = workspaceRoute(NAME, "project:create", async ({ access, request }) => {
  const { name, fold } = readQuery(request, importQuerySchema);
  const content = await readBytes(request, PLAN_MAX_BYTES);
  const imported = await importMarkdown(access, { name: name ?? null, content, fold });
  return answerJson(presentImported(imported), 201, { location: `/api/v1/projects/${imported.slug}` });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: importPlan });

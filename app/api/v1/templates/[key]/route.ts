import { archiveTemplate, restoreTemplate } from "@/lib/data/template-writes";
import { getTemplate } from "@/lib/data/templates";
import { readJson } from "@/lib/http/body";
import { workspaceRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson, answerRead } from "@/lib/http/respond";
import { templatePatchSchema } from "@/lib/schemas/api-templates";

const NAME = "/api/v1/templates/{key}";

const read = workspaceRoute(NAME, "workspace:read", async ({ access, request, params: { key = "" } }) => {
  const { holds: _, ...template } = await getTemplate(access, key);
  return answerRead(request, template);
});

const patch = workspaceRoute(
  NAME,
  "project:create",
  async ({ access, request, params: { key: templateId = "" } }) => {
    const { archived } = await readJson(request, templatePatchSchema);
    await (archived ? archiveTemplate : restoreTemplate)(access, { templateId });
    return answerJson({ archived });
  },
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read, PATCH: patch });

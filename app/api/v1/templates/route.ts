import { saveTemplate } from "@/lib/data/template-writes";
import { listTemplates } from "@/lib/data/templates";
import { readJson } from "@/lib/http/body";
import { workspaceRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson, answerRead } from "@/lib/http/respond";
import { saveTemplateBodySchema } from "@/lib/schemas/api-templates";

const NAME = "/api/v1/templates";

const list = workspaceRoute(NAME, "workspace:read", async ({ access, request }) =>
  answerRead(request, { data: await listTemplates(access), nextCursor: null }),
);

const save = workspaceRoute(NAME, "project:create", async ({ access, request }) => {
  const { project, ...words } = await readJson(request, saveTemplateBodySchema);
  const saved = await saveTemplate(access, { slug: project }, words, new Date());
  return answerJson(saved, 201, { location: `/api/v1/templates/${saved.key}` });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: list, POST: save });

import { followTemplate, getTemplateNews, getTemplateOrigin } from "@/lib/data/template-origin";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { followTemplateBodySchema } from "@/lib/schemas/api-templates";

const NAME = "/api/v1/projects/{slug}/template";

const read = projectRoute(NAME, "project:read", bySlug, async ({ access }) => {
  const origin = await getTemplateOrigin(access);
  return answerJson(
    (await getTemplateNews(access, new Date())) ?? { origin, changes: [], conflicts: [], kept: [] },
  );
});

const follow = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request }) => {
  const input = await readJson(request, followTemplateBodySchema);
  await followTemplate(access, input);
  return answerJson(input);
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read, PATCH: follow });

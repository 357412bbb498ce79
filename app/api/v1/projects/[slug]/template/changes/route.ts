import { takeOverChange } from "@/lib/data/template-take-over";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { takeOverBodySchema } from "@/lib/schemas/api-templates";

const NAME = "/api/v1/projects/{slug}/template/changes";

const takeOver = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request }) => {
  const wish = await readJson(request, takeOverBodySchema);
  await takeOverChange(access, wish);
  return answerJson(wish);
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: takeOver });

import { removeSavedView, renameSavedView } from "@/lib/data/saved-views";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { savedViewNameSchema } from "@/lib/schemas/saved-views";

const NAME = "/api/v1/projects/{slug}/views/{id}";

const rename = projectRoute(NAME, "project:read", bySlug, async ({ access, request, params }) => {
  const { name } = await readJson(request, savedViewNameSchema);
  return answerJson(await renameSavedView(access, params.id ?? "", name));
});

const remove = projectRoute(NAME, "project:read", bySlug, async ({ access, params }) => {
  await removeSavedView(access, params.id ?? "");
  return new Response(null, { status: 204 });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, {
  PATCH: rename,
  DELETE: remove,
});

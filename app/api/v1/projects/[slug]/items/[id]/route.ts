import { getItemPage } from "@/lib/data/item-page";
import { editItem } from "@/lib/data/item-plan-edits";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { ifMatchOf } from "@/lib/http/if-match";
import { presentItemWords } from "@/lib/http/present-phase";
import { resource } from "@/lib/http/resource";
import { answerJson, answerRead, versionTag } from "@/lib/http/respond";
import { itemPatchSchema } from "@/lib/schemas/items";

const NAME = "/api/v1/projects/{slug}/items/{id}";

const read = projectRoute(NAME, "project:read", bySlug, async ({ access, request, params: { id = "" } }) => {
  const { item } = await getItemPage(access, id, new Date());
  return answerRead(request, presentItemWords(item));
});

const patch = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request, params: { id = "" } }) => {
  const wish = await readJson(request, itemPatchSchema);
  const { version } = await editItem(access, { ...wish, itemId: id, version: ifMatchOf(request) });
  return answerJson({ id, version }, 200, { etag: versionTag(version) });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read, PATCH: patch });

import { addSavedView, listSavedViews } from "@/lib/data/saved-views";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson, answerRead } from "@/lib/http/respond";
import { savedViewSchema } from "@/lib/schemas/saved-views";

const NAME = "/api/v1/projects/{slug}/views";

const read = projectRoute(NAME, "project:read", bySlug, async ({ access, request }) =>
  answerRead(request, { data: await listSavedViews(access, new Date()), nextCursor: null }),
);

const add = projectRoute(NAME, "project:read", bySlug, async ({ access, request }) =>
  answerJson(await addSavedView(access, await readJson(request, savedViewSchema)), 201),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read, POST: add });

import { changeItems } from "@/lib/data/bulk-items";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { bulkItemsBodySchema } from "@/lib/schemas/bulk-items";

const NAME = "/api/v1/projects/{slug}/items/bulk";

const change = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request }) =>
  answerJson(await changeItems(access, await readJson(request, bulkItemsBodySchema))),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: change });

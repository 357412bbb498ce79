import { undoItems } from "@/lib/data/bulk-undo";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { undoItemsBodySchema } from "@/lib/schemas/bulk-items";

const NAME = "/api/v1/projects/{slug}/items/bulk/undo";

const undo = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request }) =>
  answerJson(await undoItems(access, await readJson(request, undoItemsBodySchema))),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: undo });

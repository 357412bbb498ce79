import { undoMerge } from "@/lib/data/merge-undo";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { undoMergeBodySchema } from "@/lib/schemas/api-merges";

const NAME = "/api/v1/projects/{slug}/merges/{id}/undo";

const undo = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request, params: { id = "" } }) => {
  const { rest } = await readJson(request, undoMergeBodySchema);
  return answerJson(await undoMerge(access, { mergeId: id, rest }));
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: undo });

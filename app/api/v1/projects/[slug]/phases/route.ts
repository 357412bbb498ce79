import { addPhase } from "@/lib/data/phases";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson, versionTag } from "@/lib/http/respond";
import { phaseBodySchema } from "@/lib/schemas/phases";

const NAME = "/api/v1/projects/{slug}/phases";

const add = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request }) => {
  const { id, key } = await addPhase(access, await readJson(request, phaseBodySchema));
  const version = 1;
  return answerJson({ id, key, version }, 201, { etag: versionTag(version) });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: add });

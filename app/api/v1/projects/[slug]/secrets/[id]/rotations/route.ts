import { recordRotation } from "@/lib/data/secrets";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson, versionTag } from "@/lib/http/respond";
import { rotationBodySchema } from "@/lib/schemas/secrets";

const NAME = "/api/v1/projects/{slug}/secrets/{id}/rotations";

const record = projectRoute(NAME, "item:work", bySlug, async ({ access, request, params: { id = "" } }) => {
  const { rotatedOn } = await readJson(request, rotationBodySchema);
  const secret = await recordRotation(access, { id, rotatedOn });
  return answerJson(secret, 201, { etag: versionTag(secret.version) });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: record });

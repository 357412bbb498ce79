import { acceptRisk } from "@/lib/data/risks";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { ifMatchOf } from "@/lib/http/if-match";
import { resource } from "@/lib/http/resource";
import { answerJson, versionTag } from "@/lib/http/respond";
import { acceptanceBodySchema } from "@/lib/schemas/risks";

const NAME = "/api/v1/projects/{slug}/risks/{id}/acceptance";

const accept = projectRoute(NAME, "gate:decide", bySlug, async ({ access, request, params: { id = "" } }) => {
  const input = await readJson(request, acceptanceBodySchema);
  const risk = await acceptRisk(access, { ...input, id, version: ifMatchOf(request) });
  return answerJson(risk, 201, { etag: versionTag(risk.version) });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: accept });

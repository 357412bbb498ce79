import { refuseWaiver } from "@/lib/data/waivers";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { refusalBodySchema } from "@/lib/schemas/waivers";

const NAME = "/api/v1/projects/{slug}/waivers/{id}/refusal";

const refuse = projectRoute(NAME, "item:waive", bySlug, async ({ access, request, params }) => {
  const { reason } = await readJson(request, refusalBodySchema);
  const { id, changed } = await refuseWaiver(access, params.id ?? "", reason);
  return answerJson({ id, state: "REFUSED", changed });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: refuse });

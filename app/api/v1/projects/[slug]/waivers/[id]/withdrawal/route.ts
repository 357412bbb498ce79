import { withdrawWaiver } from "@/lib/data/waivers";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { withdrawalBodySchema } from "@/lib/schemas/waivers";

const NAME = "/api/v1/projects/{slug}/waivers/{id}/withdrawal";

const withdraw = projectRoute(NAME, "item:work", bySlug, async ({ access, request, params }) => {
  await readJson(request, withdrawalBodySchema);
  const { id, changed } = await withdrawWaiver(access, params.id ?? "");
  return answerJson({ id, state: "WITHDRAWN", changed });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: withdraw });

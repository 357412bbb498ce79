import { requestReview } from "@/lib/data/reviews";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { presentReview } from "@/lib/http/present-phase";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { reviewBodySchema } from "@/lib/schemas/reviews";

const NAME = "/api/v1/projects/{slug}/phases/{phase}/reviews";

const ask = projectRoute(NAME, "review:request", bySlug, async ({ access, request, params }) => {
  const input = await readJson(request, reviewBodySchema);
  return answerJson(presentReview(await requestReview(access, { ...input, phase: params.phase ?? "" })), 201);
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: ask });

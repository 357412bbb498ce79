import { signOff } from "@/lib/data/sign-offs";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { presentSignOff } from "@/lib/http/present-phase";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { signOffBodySchema } from "@/lib/schemas/sign-offs";

const NAME = "/api/v1/projects/{slug}/phases/{phase}/sign-offs";

const sign = projectRoute(NAME, "gate:sign", bySlug, async ({ access, request, params }) => {
  const input = await readJson(request, signOffBodySchema);
  const signed = await signOff(access, { ...input, phase: params.phase ?? "" });
  return answerJson(presentSignOff(signed), signed.changed ? 201 : 200);
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: sign });

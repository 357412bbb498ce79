import { checkGate } from "@/lib/data/gate-check";
import { bySlug } from "@/lib/http/address";
import { readQuery } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { presentCheck } from "@/lib/http/present-check";
import { resource } from "@/lib/http/resource";
import { answerRead } from "@/lib/http/respond";
import { checkQuerySchema } from "@/lib/schemas/api-write";

const NAME = "/api/v1/projects/{slug}/phases/{phase}/check";

const check = projectRoute(NAME, "project:read", bySlug, async ({ access, request, params }) => {
  const { sha } = readQuery(request, checkQuerySchema);
  return answerRead(
    request,
    presentCheck(await checkGate(access, params.phase ?? "", sha ?? null, new Date())),
  );
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: check });

import { getPhaseId } from "@/lib/data/phases";
import { listPhaseWaivers } from "@/lib/data/waiver-list";
import { bySlug } from "@/lib/http/address";
import { projectRoute } from "@/lib/http/define";
import { presentWaivers } from "@/lib/http/present-waivers";
import { resource } from "@/lib/http/resource";
import { answerRead } from "@/lib/http/respond";

const NAME = "/api/v1/projects/{slug}/phases/{phase}/waivers";

const list = projectRoute(NAME, "project:read", bySlug, async ({ access, request, params }) => {
  const phaseId = await getPhaseId(access, params.phase ?? "");
  return answerRead(request, presentWaivers(await listPhaseWaivers(access, phaseId, new Date())));
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: list });

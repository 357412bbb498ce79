import { findPhase } from "@/lib/data/phase-reference";
import { listPhaseWaivers } from "@/lib/data/waiver-list";
import { bySlug } from "@/lib/http/address";
import { projectRoute } from "@/lib/http/define";
import { presentWaivers } from "@/lib/http/present-waivers";
import { resource } from "@/lib/http/resource";
import { answerRead } from "@/lib/http/respond";

const NAME = "/api/v1/projects/{slug}/phases/{phase}/waivers";

const list = projectRoute(NAME, "project:read", bySlug, async ({ access, request, params }) => {
  const { id } = await findPhase(access, params.phase ?? "");
  return answerRead(request, presentWaivers(await listPhaseWaivers(access, id, new Date())));
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: list });

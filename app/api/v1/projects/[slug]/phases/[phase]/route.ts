import { getPhasePage } from "@/lib/data/phase-page";
import { bySlug } from "@/lib/http/address";
import { projectRoute } from "@/lib/http/define";
import { patchPhase } from "@/lib/http/patch-phase";
import { presentPhase } from "@/lib/http/present-phase";
import { resource } from "@/lib/http/resource";
import { answerRead } from "@/lib/http/respond";

const NAME = "/api/v1/projects/{slug}/phases/{phase}";

const read = projectRoute(NAME, "project:read", bySlug, async ({ access, request, params }) => {
  const { phase } = await getPhasePage(access, params.phase ?? "", new Date());
  return answerRead(request, presentPhase(phase));
});

const patch = projectRoute(NAME, "plan:edit", bySlug, ({ access, request, params }) =>
  patchPhase(access, request, params.phase ?? ""),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read, PATCH: patch });

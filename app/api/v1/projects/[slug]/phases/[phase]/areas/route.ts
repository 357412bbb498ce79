import { getAreas } from "@/lib/data/area-history";
import { addDays, dayOf } from "@/lib/domain/days";
import { bySlug } from "@/lib/http/address";
import { readQuery } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { presentAreas } from "@/lib/http/present-areas";
import { resource } from "@/lib/http/resource";
import { answerRead } from "@/lib/http/respond";
import { areasQuerySchema } from "@/lib/schemas/api-areas";

const NAME = "/api/v1/projects/{slug}/phases/{phase}/areas";

const read = projectRoute(NAME, "project:read", bySlug, async ({ access, request, params }) => {
  const now = new Date();
  const { since = addDays(dayOf(now), -7) } = readQuery(request, areasQuerySchema);
  return answerRead(request, presentAreas(await getAreas(access, params.phase ?? "", since, now)));
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read });

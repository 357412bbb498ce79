import { getProjectPage } from "@/lib/data/project-page";
import { judgeProject } from "@/lib/data/standings";
import { bySlug } from "@/lib/http/address";
import { projectRoute } from "@/lib/http/define";
import { presentProject } from "@/lib/http/present-project";
import { resource } from "@/lib/http/resource";
import { answerRead } from "@/lib/http/respond";

const NAME = "/api/v1/projects/{slug}";

const read = projectRoute(NAME, "project:read", bySlug, async ({ access, request }) => {
  const now = new Date();
  const [project, judged] = await Promise.all([getProjectPage(access, now), judgeProject(access, now)]);
  const gates = new Map(
    judged.phases.map(({ snapshot, status, gate }) => [snapshot.id, { status, ...gate }]),
  );
  return answerRead(request, presentProject(project, gates));
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read });

import { getPortfolio } from "@/lib/data/portfolio";
import { createProjectFromStart } from "@/lib/data/template-writes";
import { readJson, readQuery } from "@/lib/http/body";
import { workspaceRoute } from "@/lib/http/define";
import { presentProjectEntry } from "@/lib/http/present-project";
import { resource } from "@/lib/http/resource";
import { answerJson, answerRead } from "@/lib/http/respond";
import { pageQuerySchema } from "@/lib/schemas/api-paging";
import { newProjectBodySchema } from "@/lib/schemas/api-templates";

const NAME = "/api/v1/projects";

const list = workspaceRoute(NAME, "workspace:read", async ({ access, request }) => {
  const { limit, cursor } = readQuery(request, pageQuerySchema);
  const { projects, nextCursor } = await getPortfolio(access, new Date(), { limit, cursor: cursor ?? null });
  return answerRead(request, { data: projects.map(presentProjectEntry), nextCursor });
});

const create = workspaceRoute(NAME, "project:create", async ({ access, request }) => {
  const { name, template = "empty" } = await readJson(request, newProjectBodySchema);
  const { projectId: id, slug } = await createProjectFromStart(access, { name, start: template });
  return answerJson({ id, slug }, 201, { location: `/api/v1/projects/${slug}` });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: list, POST: create });

import { getPortfolio } from "@/lib/data/portfolio";
import { readQuery } from "@/lib/http/body";
import { workspaceRoute } from "@/lib/http/define";
import { presentProjectEntry } from "@/lib/http/present-project";
import { resource } from "@/lib/http/resource";
import { answerRead } from "@/lib/http/respond";
import { pageQuerySchema } from "@/lib/schemas/api-paging";

const NAME = "/api/v1/projects";

const list = workspaceRoute(NAME, "workspace:read", async ({ access, request }) => {
  const { limit, cursor } = readQuery(request, pageQuerySchema);
  const { projects, nextCursor } = await getPortfolio(access, new Date(), { limit, cursor: cursor ?? null });
  return answerRead(request, { data: projects.map(presentProjectEntry), nextCursor });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: list });

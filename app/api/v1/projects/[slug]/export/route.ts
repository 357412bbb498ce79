import { exportPlanFile } from "@/lib/data/plan-export";
import { bySlug } from "@/lib/http/address";
import { attachment } from "@/lib/http/attachment";
import { readQuery } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerFile } from "@/lib/http/respond";
import { exportQuerySchema } from "@/lib/schemas/api-export";

const NAME = "/api/v1/projects/{slug}/export";

const download = projectRoute(NAME, "project:read", bySlug, async ({ access, request }) => {
  const { format } = readQuery(request, exportQuerySchema);
  const { content, mediaType, fileName } = await exportPlanFile(access, format, new Date());
  return answerFile(request, content, {
    "content-type": mediaType,
    "content-disposition": attachment(fileName),
  });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: download });

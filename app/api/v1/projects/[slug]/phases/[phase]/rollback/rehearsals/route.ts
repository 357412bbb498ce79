import { recordRehearsal } from "@/lib/data/rollback";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { rehearsalBodySchema } from "@/lib/schemas/rollback";

const NAME = "/api/v1/projects/{slug}/phases/{phase}/rollback/rehearsals";

const record = projectRoute(NAME, "item:work", bySlug, async ({ access, request, params }) => {
  const input = await readJson(request, rehearsalBodySchema);
  return answerJson(await recordRehearsal(access, params.phase ?? "", input), 201);
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: record });

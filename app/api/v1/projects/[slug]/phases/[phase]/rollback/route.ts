import { editRollback, getRollback } from "@/lib/data/rollback";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { ifMatchOf } from "@/lib/http/if-match";
import { resource } from "@/lib/http/resource";
import { answerJson, answerRead, versionTag } from "@/lib/http/respond";
import { rollbackPatchSchema } from "@/lib/schemas/rollback";

const NAME = "/api/v1/projects/{slug}/phases/{phase}/rollback";

const read = projectRoute(NAME, "project:read", bySlug, async ({ access, request, params }) => {
  const { phaseId: _, ...rollback } = await getRollback(access, params.phase ?? "");
  return answerRead(request, rollback);
});

const patch = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request, params }) => {
  const input = await readJson(request, rollbackPatchSchema);
  const edited = await editRollback(access, params.phase ?? "", { ...input, version: ifMatchOf(request) });
  return answerJson(edited, 200, { etag: versionTag(edited.version) });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read, PATCH: patch });

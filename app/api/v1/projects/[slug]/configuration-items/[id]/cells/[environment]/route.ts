import { editCell, verifyCell } from "@/lib/data/configuration-cells";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { ifMatchOf } from "@/lib/http/if-match";
import { resource } from "@/lib/http/resource";
import { answerJson, versionTag } from "@/lib/http/respond";
import { cellPatchSchema } from "@/lib/schemas/environments";

const NAME = "/api/v1/projects/{slug}/configuration-items/{id}/cells/{environment}";

const patch = projectRoute(NAME, "item:work", bySlug, async ({ access, request, params }) => {
  const { verified, ...fields } = await readJson(request, cellPatchSchema);
  const place = {
    configurationItemId: params.id ?? "",
    environmentId: params.environment ?? "",
    version: ifMatchOf(request),
  };
  const cell = await (verified === undefined
    ? editCell(access, { ...place, ...fields })
    : verifyCell(access, { ...place, verified }));
  return answerJson(cell, 200, { etag: versionTag(cell.version) });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { PATCH: patch });

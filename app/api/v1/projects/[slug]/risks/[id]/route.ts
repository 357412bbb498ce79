import { editRisk } from "@/lib/data/risks";
import { bySlug } from "@/lib/http/address";
import { projectRoute } from "@/lib/http/define";
import { patchThing } from "@/lib/http/patch-thing";
import { resource } from "@/lib/http/resource";
import { riskPatchSchema } from "@/lib/schemas/risks";

const NAME = "/api/v1/projects/{slug}/risks/{id}";

const patch = projectRoute(NAME, "plan:edit", bySlug, ({ access, request, params: { id = "" } }) =>
  patchThing({ access, request, id }, "risk", riskPatchSchema, (input) => editRisk(access, input)),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { PATCH: patch });

import { editEnvironment } from "@/lib/data/environments";
import { bySlug } from "@/lib/http/address";
import { projectRoute } from "@/lib/http/define";
import { patchThing } from "@/lib/http/patch-thing";
import { resource } from "@/lib/http/resource";
import { environmentPatchSchema } from "@/lib/schemas/environments";

const NAME = "/api/v1/projects/{slug}/environments/{id}";

const patch = projectRoute(NAME, "plan:edit", bySlug, ({ access, request, params: { id = "" } }) =>
  patchThing({ access, request, id }, "environment", environmentPatchSchema, (input) =>
    editEnvironment(access, input),
  ),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { PATCH: patch });

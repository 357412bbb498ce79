import { editSecret } from "@/lib/data/secrets";
import { bySlug } from "@/lib/http/address";
import { projectRoute } from "@/lib/http/define";
import { patchThing } from "@/lib/http/patch-thing";
import { resource } from "@/lib/http/resource";
import { secretPatchSchema } from "@/lib/schemas/secrets";

const NAME = "/api/v1/projects/{slug}/secrets/{id}";

const patch = projectRoute(NAME, "plan:edit", bySlug, ({ access, request, params: { id = "" } }) =>
  patchThing({ access, request, id }, "secret", secretPatchSchema, (input) => editSecret(access, input)),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { PATCH: patch });

import { editConfigurationItem } from "@/lib/data/configuration-items";
import { bySlug } from "@/lib/http/address";
import { projectRoute } from "@/lib/http/define";
import { patchThing } from "@/lib/http/patch-thing";
import { resource } from "@/lib/http/resource";
import { configurationItemPatchSchema } from "@/lib/schemas/environments";

const NAME = "/api/v1/projects/{slug}/configuration-items/{id}";

const patch = projectRoute(NAME, "plan:edit", bySlug, ({ access, request, params: { id = "" } }) =>
  patchThing({ access, request, id }, "configuration-item", configurationItemPatchSchema, (input) =>
    editConfigurationItem(access, input),
  ),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { PATCH: patch });

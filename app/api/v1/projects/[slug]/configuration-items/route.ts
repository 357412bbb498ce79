import { addConfigurationItem } from "@/lib/data/configuration-items";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { configurationItemBodySchema } from "@/lib/schemas/environments";

const NAME = "/api/v1/projects/{slug}/configuration-items";

const add = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request }) =>
  answerJson(await addConfigurationItem(access, await readJson(request, configurationItemBodySchema)), 201),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: add });

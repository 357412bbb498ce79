import { addEnvironment, getMatrix } from "@/lib/data/environments";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { presentMatrix } from "@/lib/http/present-environments";
import { resource } from "@/lib/http/resource";
import { answerJson, answerRead } from "@/lib/http/respond";
import { environmentBodySchema } from "@/lib/schemas/environments";

const NAME = "/api/v1/projects/{slug}/environments";

const read = projectRoute(NAME, "project:read", bySlug, async ({ access, request }) =>
  answerRead(request, presentMatrix(await getMatrix(access))),
);

const add = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request }) =>
  answerJson(await addEnvironment(access, await readJson(request, environmentBodySchema)), 201),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read, POST: add });

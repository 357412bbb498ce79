import { addSecret, listSecrets } from "@/lib/data/secrets";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { presentSecrets } from "@/lib/http/present-secrets";
import { resource } from "@/lib/http/resource";
import { answerJson, answerRead } from "@/lib/http/respond";
import { secretBodySchema } from "@/lib/schemas/secrets";

const NAME = "/api/v1/projects/{slug}/secrets";

const read = projectRoute(NAME, "project:read", bySlug, async ({ access, request }) =>
  answerRead(request, presentSecrets(await listSecrets(access, new Date()))),
);

const add = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request }) =>
  answerJson(await addSecret(access, await readJson(request, secretBodySchema)), 201),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read, POST: add });

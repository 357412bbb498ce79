import { addRisk, listRisks } from "@/lib/data/risks";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { presentRisks } from "@/lib/http/present-risks";
import { resource } from "@/lib/http/resource";
import { answerJson, answerRead } from "@/lib/http/respond";
import { riskBodySchema } from "@/lib/schemas/risks";

const NAME = "/api/v1/projects/{slug}/risks";

const read = projectRoute(NAME, "project:read", bySlug, async ({ access, request }) =>
  answerRead(request, presentRisks(await listRisks(access, new Date()))),
);

const add = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request }) =>
  answerJson(await addRisk(access, await readJson(request, riskBodySchema)), 201),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read, POST: add });

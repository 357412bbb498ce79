import { comparePlan } from "@/lib/data/plan-differences";
import { PLAN_MAX_BYTES } from "@/lib/domain/plan-size";
import { bySlug } from "@/lib/http/address";
import { readBytes } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";

const NAME = "/api/v1/projects/{slug}/differences";

const compare = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request }) =>
  answerJson(await comparePlan(access, await readBytes(request, PLAN_MAX_BYTES), new Date())),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: compare });

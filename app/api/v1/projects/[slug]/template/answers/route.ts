import { answerTemplate } from "@/lib/data/template-take-over";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { templateAnswersSchema } from "@/lib/schemas/api-templates";

const NAME = "/api/v1/projects/{slug}/template/answers";

const answer = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request }) => {
  const input = await readJson(request, templateAnswersSchema);
  await answerTemplate(access, input);
  return answerJson(input);
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: answer });

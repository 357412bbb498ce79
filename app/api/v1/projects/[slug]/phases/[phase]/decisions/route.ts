import { decideGate } from "@/lib/data/decisions";
import { memberIdOf } from "@/lib/data/member-reference";
import { bySlug } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { inWordsOfBody } from "@/lib/http/body-words";
import { projectRoute } from "@/lib/http/define";
import { presentDecision } from "@/lib/http/present-phase";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { decisionRequestSchema } from "@/lib/schemas/api-decide";

const NAME = "/api/v1/projects/{slug}/phases/{phase}/decisions";

/** `true` takes the decision's own reason. */
function overrideOf(override: boolean | { reason: string | null } | null | undefined, reason: string | null) {
  if (!override) return null;
  return { reason: (override === true ? reason : override.reason) ?? "" };
}

const decide = projectRoute(NAME, "gate:decide", bySlug, async ({ access, request, params }) => {
  const { override, conditions, ...input } = await readJson(request, decisionRequestSchema);
  const decided = {
    ...input,
    phase: params.phase ?? "",
    override: overrideOf(override, input.reason),
    conditions: await Promise.all(
      conditions.map(async ({ owner, ...condition }, index) => ({
        ...condition,
        ownerId: await memberIdOf(access, owner, `conditions.${index}.owner`),
      })),
    ),
  };
  const wordOf = (field: string) =>
    field === "override.reason" && override === true ? "reason" : field.replace(/\.ownerId$/, ".owner");
  const decision = await inWordsOfBody(wordOf, () => decideGate(access, decided));
  return answerJson(presentDecision(decision), 201);
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: decide });

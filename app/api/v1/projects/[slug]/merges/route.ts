import { listMerges } from "@/lib/data/merge-list";
import { type MergeInput, mergePlanFile } from "@/lib/data/plan-merges";
import { PLAN_MAX_BYTES } from "@/lib/domain/plan-size";
import { bySlug } from "@/lib/http/address";
import { parseJson, readBytes, readQuery } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { mergeBodySchema, mergeQuerySchema } from "@/lib/schemas/api-merges";
import { pageQuerySchema } from "@/lib/schemas/api-paging";

const NAME = "/api/v1/projects/{slug}/merges";

/** A file of the most a plan may have, with every character escaped and its answers. */
const BODY_MAX = 2 * PLAN_MAX_BYTES;

const sideOf = (onConflict: "stop" | "file" | "project") => (onConflict === "stop" ? null : onConflict);

/** As JSON the body says the file and the answers; as anything else it is the file itself. */
async function inputOf(request: Request): Promise<MergeInput> {
  const isJson = request.headers.get("content-type")?.startsWith("application/json") ?? false;
  if (!isJson) {
    const { onConflict, preview = null } = readQuery(request, mergeQuerySchema);
    const content = await readBytes(request, PLAN_MAX_BYTES);
    return { content, answers: { each: {}, otherwise: sideOf(onConflict) }, preview };
  }
  const body = parseJson(await readBytes(request, BODY_MAX), mergeBodySchema);
  return {
    content: new TextEncoder().encode(body.source),
    answers: { each: body.answers, otherwise: sideOf(body.onConflict) },
    preview: body.preview ?? null,
  };
}

const merge = projectRoute(NAME, "plan:edit", bySlug, async ({ access, request }) => {
  const merged = await mergePlanFile(access, await inputOf(request));
  return answerJson(merged, merged.id === null ? 200 : 201);
});

const list = projectRoute(NAME, "project:read", bySlug, async ({ access, request }) =>
  answerJson(await listMerges(access, readQuery(request, pageQuerySchema))),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: list, POST: merge });

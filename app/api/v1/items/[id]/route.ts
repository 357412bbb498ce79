import { setItemState } from "@/lib/data/item-state";
import { tickItemUnscoped } from "@/lib/data/item-tick";
import { parseJson, readBytes, readJson } from "@/lib/http/body";
import { bearerOf, projectRoute, refuseForeignPage, route, sessionSecretOf } from "@/lib/http/define";
import { ifMatchOf } from "@/lib/http/if-match";
import { resource } from "@/lib/http/resource";
import { answerJson, versionTag } from "@/lib/http/respond";
import { type ItemStateInput, itemStateSchema } from "@/lib/schemas/item-state";

const NAME = "item state";

const patchByRules = projectRoute(
  NAME,
  "item:work",
  (params) => ({ itemId: params.id ?? "" }),
  async ({ access, request, params }) => {
    const input = await readJson(request, itemStateSchema);
    const item = await setItemState(access, params.id ?? "", input, ifMatchOf(request));
    const isAsked = item.waiver?.state === "PENDING";
    return answerJson(item, isAsked ? 202 : 200, { etag: versionTag(item.version) });
  },
);

/** A tick is some twenty bytes. */
const TICK_MAX = 1_000;

/** Only a plain wish: one that must be compared or remembered, or is long, takes the ordinary way. */
const isPlain = ({ headers }: Request) =>
  !headers.has("if-match") &&
  !headers.has("idempotency-key") &&
  Number(headers.get("content-length") ?? Number.NaN) <= TICK_MAX;

function wishOf(bytes: Uint8Array): ItemStateInput | null {
  try {
    return parseJson(bytes, itemStateSchema);
  } catch {
    return null;
  }
}

const patchByTick = route(NAME, async (request, context) => {
  const { id = "" } = await context.params;
  const bytes = await readBytes(request, TICK_MAX);
  const wish = wishOf(bytes);
  const bearer = bearerOf(request);
  const secret = bearer ?? sessionSecretOf(request);
  if (secret && !bearer) refuseForeignPage(request);
  const item =
    secret && wish && !wish.reason
      ? await tickItemUnscoped(bearer ? "token" : "session", secret, id, wish.state, new Date())
      : null;
  if (item) return answerJson(item, 200, { etag: versionTag(item.version) });
  // A body that is refused takes the ordinary way too: who may not come in is told that, and not what was wrong with it.
  const { url, method, headers } = request;
  return patchByRules(new Request(url, { method, headers, body: Buffer.from(bytes) }), context);
});

const patch = route(NAME, (request, context) =>
  (isPlain(request) ? patchByTick : patchByRules)(request, context),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { PATCH: patch });

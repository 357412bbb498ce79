import { setItemState } from "@/lib/data/item-state";
import { tickItemUnscoped } from "@/lib/data/item-tick";
import { readJson } from "@/lib/http/body";
import { bearerOf, projectRoute, refuseForeignPage, route, sessionSecretOf } from "@/lib/http/define";
import { ifMatchOf } from "@/lib/http/if-match";
import { resource } from "@/lib/http/resource";
import { answerJson, versionTag } from "@/lib/http/respond";
import { itemStateSchema } from "@/lib/schemas/item-state";

const NAME = "item state";

const patchByRules = projectRoute(
  NAME,
  "item:work",
  (params) => ({ itemId: params.id ?? "" }),
  async ({ access, request, params }) => {
    const input = await readJson(request, itemStateSchema);
    const item = await setItemState(access, params.id ?? "", input, ifMatchOf(request));
    return answerJson(item, 200, { etag: versionTag(item.version) });
  },
);

/** Only a plain wish: one that must be compared or remembered takes the ordinary way. */
const isPlain = (request: Request) =>
  !request.headers.has("if-match") && !request.headers.has("idempotency-key");

const patchByTick = route(NAME, async (request, context) => {
  const again = request.clone();
  const { id = "" } = await context.params;
  // A body that is refused takes the ordinary way too: who may not come in is told that, and not what was wrong with it.
  const wish = await readJson(request, itemStateSchema).catch(() => null);
  const bearer = bearerOf(request);
  const secret = bearer ?? sessionSecretOf(request);
  if (secret && !bearer) refuseForeignPage(request);
  const item =
    secret && wish && !wish.reason
      ? await tickItemUnscoped(bearer ? "token" : "session", secret, id, wish.state, new Date())
      : null;
  return item ? answerJson(item, 200, { etag: versionTag(item.version) }) : patchByRules(again, context);
});

const patch = route(NAME, (request, context) =>
  (isPlain(request) ? patchByTick : patchByRules)(request, context),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { PATCH: patch });

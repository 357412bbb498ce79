import { openWorkspace } from "@/lib/data/access";
import { watchMembers, watchWorkspace } from "@/lib/data/live-workspace";
import { actorOf, workspaceRoute } from "@/lib/http/define";
import { eventStream } from "@/lib/http/event-stream";
import { resource } from "@/lib/http/resource";

export const dynamic = "force-dynamic";

const NAME = "/api/v1/events";

/** Server-sent events that say that something in the workspace changed. A token for one project hears its own stream. */
const listen = workspaceRoute(NAME, "workspace:read", async ({ access, request }) =>
  eventStream(request, {
    watch: async (tell) => watchWorkspace(access, () => tell({ data: {} })),
    isStillAllowed: async () => void openWorkspace(await actorOf(request), "workspace:read"),
    doubt: (ask) => watchMembers(access, ask),
  }),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: listen });

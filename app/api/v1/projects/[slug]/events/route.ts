import { openProject } from "@/lib/data/access";
import { watchProject } from "@/lib/data/live";
import { watchMembers } from "@/lib/data/live-workspace";
import { bySlug } from "@/lib/http/address";
import { actorOf, projectRoute } from "@/lib/http/define";
import { eventStream } from "@/lib/http/event-stream";
import { resource } from "@/lib/http/resource";

export const dynamic = "force-dynamic";

const NAME = "project events";

/** Server-sent events of one project, resumable: `Last-Event-ID` or `?after=` is the last one seen. */
const listen = projectRoute(NAME, "project:read", bySlug, async ({ access, request }) => {
  const url = new URL(request.url);
  const after = Number(request.headers.get("last-event-id") ?? url.searchParams.get("after") ?? 0);
  return eventStream(request, {
    watch: (tell) =>
      watchProject(access, Number.isInteger(after) && after >= 0 ? after : 0, (events) => {
        for (const event of events) tell({ id: event.seq, data: event });
      }),
    // Somebody signed out or taken off the project stops hearing of it.
    isStillAllowed: async () => {
      await openProject(await actorOf(request), { projectId: access.projectId }, "project:read");
    },
    doubt: (ask) => watchMembers(access, ask),
  });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: listen });

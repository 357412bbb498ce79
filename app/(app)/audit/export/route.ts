import { exportAudit } from "@/lib/data/audit-export";
import { workspaceRoute } from "@/lib/http/define";

/** The workspace's audit as a file that `audit verify FILE` checks anywhere; sent as it is read. */
export const GET = workspaceRoute("/audit/export", "workspace:administer", async ({ access }) => {
  const lines = exportAudit(access);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${value}\n`));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": 'attachment; filename="audit.ndjson"',
      "cache-control": "no-store",
    },
  });
});

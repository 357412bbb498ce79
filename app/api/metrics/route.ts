import { publicRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { renderMetrics } from "@/lib/ops/metrics";

/** Counts and times of this process; no name, address or id of anybody is in them. */
const read = publicRoute("/api/metrics", async () => {
  const { contentType, body } = await renderMetrics();
  return new Response(body, { headers: { "content-type": contentType } });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource("/api/metrics", { GET: read });

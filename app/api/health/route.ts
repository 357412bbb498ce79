import { publicRoute } from "@/lib/http/define";
import { checkHealth } from "@/lib/http/health";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";

const read = publicRoute("/api/health", async () => {
  const health = await checkHealth();
  return answerJson(health, health.status === "ok" ? 200 : 503);
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource("/api/health", { GET: read });

import { publicRoute } from "@/lib/http/define";
import { openApiDocument } from "@/lib/http/openapi";
import { resource } from "@/lib/http/resource";
import { answerRead } from "@/lib/http/respond";

/** The description of this interface; open to everybody, because it says nothing about anybody. */
const read = publicRoute("/api/v1/openapi.json", async (request) => answerRead(request, openApiDocument()));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource("/api/v1/openapi.json", {
  GET: read,
});

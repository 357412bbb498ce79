import { bySlug } from "@/lib/http/address";
import { answerAreas } from "@/lib/http/answer-areas";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";

const NAME = "/api/v1/projects/{slug}/phases/{phase}/areas";

const read = projectRoute(NAME, "project:read", bySlug, ({ access, request, params }) =>
  answerAreas(access, request, params.phase ?? ""),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read });

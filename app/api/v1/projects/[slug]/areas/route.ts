import { bySlug } from "@/lib/http/address";
import { answerAreas } from "@/lib/http/answer-areas";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";

const NAME = "/api/v1/projects/{slug}/areas";

const read = projectRoute(NAME, "project:read", bySlug, ({ access, request }) =>
  answerAreas(access, request, null),
);

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: read });

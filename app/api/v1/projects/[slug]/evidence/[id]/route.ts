import { getEvidenceFile } from "@/lib/data/evidence-files";
import { bySlug } from "@/lib/http/address";
import { attachment } from "@/lib/http/attachment";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";

const NAME = "/api/v1/projects/{slug}/evidence/{id}";

/** Whatever is in the file, a browser saves it and never shows it inside this site. */
const download = projectRoute(NAME, "project:read", bySlug, async ({ access, params }) => {
  const { content, fileName, mediaType, sha256 } = await getEvidenceFile(access, params.id ?? "");
  return new Response(content, {
    headers: {
      "content-type": mediaType,
      "content-length": String(content.byteLength),
      "content-disposition": attachment(fileName),
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
      etag: `"${sha256}"`,
    },
  });
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { GET: download });

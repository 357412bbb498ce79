import { addFileEvidence } from "@/lib/data/evidence-files";
import { bySlug } from "@/lib/http/address";
import { projectRoute } from "@/lib/http/define";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { readUpload } from "@/lib/http/upload";
import { fileEvidenceSchema } from "@/lib/schemas/evidence";
import { parseInput } from "@/lib/schemas/parse-input";

const NAME = "/api/v1/projects/{slug}/evidence";

const upload = projectRoute(NAME, "item:work", bySlug, async ({ access, request }) => {
  const { fields, file } = await readUpload(request);
  const added = await addFileEvidence(access, parseInput(fileEvidenceSchema, fields), file);
  return answerJson(added, added.already ? 200 : 201);
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: upload });

import { recordMeasurement } from "@/lib/data/measurements";
import { byCriterion } from "@/lib/http/address";
import { readJson } from "@/lib/http/body";
import { projectRoute } from "@/lib/http/define";
import { presentRecorded } from "@/lib/http/present-phase";
import { resource } from "@/lib/http/resource";
import { answerJson } from "@/lib/http/respond";
import { measurementSchema } from "@/lib/schemas/measurements";

const NAME = "/api/v1/criteria/{id}/measurements";

const record = projectRoute(NAME, "item:work", byCriterion, async ({ access, request, params }) => {
  const input = await readJson(request, measurementSchema);
  return answerJson(presentRecorded(await recordMeasurement(access, params.id ?? "", input)), 201);
});

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource(NAME, { POST: record });

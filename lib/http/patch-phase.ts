import "server-only";
import type { ProjectAccess } from "@/lib/data/access";
import { archivePhase, movePhase, restorePhase } from "@/lib/data/phase-order";
import { editPhase, getPhaseId } from "@/lib/data/phases";
import { phasePatchSchema } from "@/lib/schemas/phases";
import { readJson } from "./body";
import { ifMatchOf } from "./if-match";
import { answerJson, versionTag } from "./respond";

/** Carries out the one kind of change that the body of a PATCH of a phase asks for. @throws AppError */
export async function patchPhase(
  access: ProjectAccess<"plan:edit">,
  request: Request,
  key: string,
): Promise<Response> {
  const { archived, beforeId, ...fields } = await readJson(request, phasePatchSchema);
  const version = ifMatchOf(request);
  const phaseId = await getPhaseId(access, key);
  const changed =
    archived !== undefined
      ? await (archived ? archivePhase : restorePhase)(access, phaseId, version)
      : beforeId !== undefined
        ? await movePhase(access, { phaseId, beforePhaseId: beforeId, version })
        : await editPhase(access, { phaseId, version, ...fields });
  return answerJson({ id: phaseId, key, version: changed.version }, 200, {
    etag: versionTag(changed.version),
  });
}

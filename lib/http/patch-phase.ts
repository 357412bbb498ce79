import "server-only";
import type { ProjectAccess } from "@/lib/data/access";
import { archivePhase, movePhase, restorePhase } from "@/lib/data/phase-order";
import { findPhase } from "@/lib/data/phase-reference";
import { editPhase } from "@/lib/data/phases";
import { phasePatchSchema } from "@/lib/schemas/phases";
import { readJson } from "./body";
import { ifMatchOf } from "./if-match";
import { answerJson, versionTag } from "./respond";

/**
 * Carries out the one kind of change that the body of a PATCH of a phase asks for.
 * @param phase its key or id
 * @throws AppError
 */
export async function patchPhase(
  access: ProjectAccess<"plan:edit">,
  request: Request,
  phase: string,
): Promise<Response> {
  const { archived, beforeId, ...fields } = await readJson(request, phasePatchSchema);
  const version = ifMatchOf(request);
  const { id: phaseId, key } = await findPhase(access, phase);
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

import "server-only";
import type { ProjectAccess } from "@/lib/data/access";
import { getAreas } from "@/lib/data/area-history";
import { addDays, dayOf } from "@/lib/domain/days";
import { areasQuerySchema } from "@/lib/schemas/api-areas";
import { readQuery } from "./body";
import { presentAreas } from "./present-areas";
import { answerRead } from "./respond";

/** How many days back grades are compared where nobody says since when. */
const DAYS_BACK = 7;

/** Answers with the grades of a phase, or of the whole project where `phase` is null. @throws AppError */
export async function answerAreas(
  access: ProjectAccess,
  request: Request,
  phase: string | null,
): Promise<Response> {
  const now = new Date();
  const { since = addDays(dayOf(now), -DAYS_BACK) } = readQuery(request, areasQuerySchema);
  return answerRead(request, presentAreas(await getAreas(access, phase, since, now)));
}

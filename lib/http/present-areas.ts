import type { z } from "zod";
import type { AreasView } from "@/lib/domain/area-views";
import type { AreaGrade } from "@/lib/domain/readiness";
import type { areasSchema } from "@/lib/schemas/api-areas";

const presentGrade = (grade: AreaGrade | null) => grade && { score: grade.score, grade: grade.grade };

/** The areas of a phase, as `GET …/areas` answers them. */
export const presentAreas = ({ comparedWith, areas }: AreasView): z.input<typeof areasSchema> => ({
  comparedWith,
  areas: areas.map(({ area, previous, current, change, because }) => ({
    area,
    previous: presentGrade(previous),
    current: presentGrade(current),
    change,
    because,
  })),
});

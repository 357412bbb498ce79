import type { z } from "zod";
import type { MatrixView } from "@/lib/domain/environment-views";
import { cellProblems, problemText } from "@/lib/domain/environments";
import type { matrixSchema } from "@/lib/schemas/api-environments";

/** The environment matrix with its problems, as `GET …/environments` answers it. */
export const presentMatrix = (matrix: MatrixView): z.input<typeof matrixSchema> => ({
  environments: matrix.environments,
  items: matrix.items,
  problems: cellProblems(matrix).map((problem) => {
    const { type, itemId, environmentId } = problem;
    return { type, itemId, environmentId, text: problemText(problem) };
  }),
});

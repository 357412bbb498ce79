import type { z } from "zod";
import type { RiskView } from "@/lib/domain/risk-views";
import type { risksSchema } from "@/lib/schemas/api-risks";

/** The risks as `GET …/risks` answers them: all of them, for the list is bounded. */
export const presentRisks = (risks: RiskView[]): z.input<typeof risksSchema> => ({
  data: risks.map(({ ownerId: _, ...risk }) => risk),
  nextCursor: null,
});

"use server";
import { acceptRisk, addRisk, archiveRisk, editRisk, restoreRisk } from "@/lib/data/risks";
import { acceptRiskSchema, addRiskSchema, editRiskSchema, riskOnlySchema } from "@/lib/schemas/risks";
import { projectAction } from "./define";

export const addRiskAction = projectAction("plan:edit", addRiskSchema, addRisk);
export const editRiskAction = projectAction("plan:edit", editRiskSchema, editRisk);
export const acceptRiskAction = projectAction("gate:decide", acceptRiskSchema, acceptRisk);
export const archiveRiskAction = projectAction("plan:edit", riskOnlySchema, (access, { riskId }) =>
  archiveRisk(access, riskId),
);
export const restoreRiskAction = projectAction("plan:edit", riskOnlySchema, (access, { riskId }) =>
  restoreRisk(access, riskId),
);

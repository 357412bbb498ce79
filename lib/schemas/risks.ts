import { z } from "zod";
import { RISK_SEVERITIES } from "@/lib/domain/words";
import { idSchema, inProject, versionSchema } from "./fields";
import { textSchema, titleSchema } from "./text";

/** A risk is accepted by `acceptRisk`, which asks for a manager and a reason. */
export const RISK_STATES_TO_SET = ["OPEN", "MITIGATED", "CLOSED"] as const;

const editable = {
  title: titleSchema,
  severity: z.enum(RISK_SEVERITIES, { error: `One of ${RISK_SEVERITIES.join(", ")}.` }),
  state: z.enum(RISK_STATES_TO_SET, { error: `One of ${RISK_STATES_TO_SET.join(", ")}.` }),
  mitigation: textSchema.nullable().transform((text) => text || null),
  ownerId: idSchema.nullable(),
};

const optional = z.object(editable).partial().shape;

export const addRiskSchema = z.object({ ...inProject, ...optional, title: editable.title });
export type AddRiskInput = Omit<z.output<typeof addRiskSchema>, "projectId">;

/** Only the fields that are there are changed. */
export const editRiskSchema = z.object({
  ...inProject,
  riskId: idSchema,
  version: versionSchema,
  ...optional,
});
export type EditRiskInput = Omit<z.output<typeof editRiskSchema>, "projectId">;

export const acceptRiskSchema = z.object({
  ...inProject,
  riskId: idSchema,
  version: versionSchema,
  reason: textSchema.pipe(
    z.string().min(1, "Say why this risk is accepted.").max(2_000, "At most 2,000 characters."),
  ),
});
export type AcceptRiskInput = Omit<z.output<typeof acceptRiskSchema>, "projectId">;

export const riskOnlySchema = z.object({ ...inProject, riskId: idSchema });

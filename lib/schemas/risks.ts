import { z } from "zod";
import { RISK_SCALE } from "@/lib/domain/risks";
import { RISK_SEVERITIES } from "@/lib/domain/words";
import { daySchema, idSchema, inProject, versionSchema } from "./fields";
import { textSchema, titleSchema } from "./text";
import { thingPatch } from "./thing-patch";

/** A risk is accepted by `acceptRisk`, which asks for a manager and a reason. */
export const RISK_STATES_TO_SET = ["OPEN", "MITIGATED", "CLOSED"] as const;

const scale = z.enum(RISK_SCALE, { error: `One of ${RISK_SCALE.join(", ")}, or null.` }).nullable();

const risk = {
  title: titleSchema,
  /** follows from likelihood and impact where both are said */
  severity: z.enum(RISK_SEVERITIES, { error: `One of ${RISK_SEVERITIES.join(", ")}.` }),
  likelihood: scale,
  impact: scale,
  state: z.enum(RISK_STATES_TO_SET, { error: `One of ${RISK_STATES_TO_SET.join(", ")}.` }),
  mitigation: textSchema.nullable().transform((text) => text || null),
  ownerId: idSchema.nullable(),
};

const optional = z.object(risk).partial().shape;

export const riskBodySchema = z.object({ ...optional, title: risk.title });
export const addRiskSchema = riskBodySchema.extend(inProject);
export type AddRiskInput = z.output<typeof riskBodySchema>;

/** null: whatever stands there now */
const based = { id: idSchema, version: versionSchema.nullable() };

/** Only the fields that are there are changed. */
export const editRiskSchema = z.object({ ...inProject, ...based, ...optional });
export type EditRiskInput = Omit<z.output<typeof editRiskSchema>, "projectId">;

export const riskPatchSchema = thingPatch(risk);

export const acceptanceBodySchema = z.object({
  reason: textSchema.pipe(
    z.string().min(1, "Say why this risk is accepted.").max(2_000, "At most 2,000 characters."),
  ),
  /** the last day of the acceptance; null: until somebody changes it */
  until: daySchema.nullable().optional(),
});
export const acceptRiskSchema = acceptanceBodySchema.extend({ ...inProject, ...based });
export type AcceptRiskInput = Omit<z.output<typeof acceptRiskSchema>, "projectId">;

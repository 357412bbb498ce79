import { z } from "zod";
import { OUTCOMES } from "@/lib/domain/words";
import { daySchema, idSchema, inProject } from "./fields";
import { phaseRefSchema, remarkSchema } from "./sign-offs";
import { titleSchema } from "./text";

const CONDITIONS_MAX = 20;

/** A condition becomes the title of a MUST item of the next phase. */
export const conditionSchema = z.object({
  text: titleSchema,
  ownerId: idSchema,
  dueOn: daySchema,
});

/** Body of `POST .../decisions`. What an outcome needs beside is judged with the gate (lib/domain/decisions.ts). */
export const decisionBodySchema = z.object({
  outcome: z.enum(OUTCOMES, { error: `One of ${OUTCOMES.join(", ")}.` }),
  reason: remarkSchema,
  override: z
    .object({ reason: remarkSchema })
    .nullish()
    .transform((override) => (override ? { reason: override.reason ?? "" } : null)),
  conditions: z
    .array(conditionSchema)
    .max(CONDITIONS_MAX, `At most ${CONDITIONS_MAX} conditions.`)
    .default([]),
  /** RECYCLE: key or id of the phase to go back to */
  recycleTo: phaseRefSchema.nullish().transform((phase) => phase ?? null),
  /** the decision in force on the page this was decided from; another one since is a CONFLICT. Left out: not compared */
  basedOn: idSchema.nullish(),
});

export const decideGateSchema = z.object({
  ...inProject,
  phase: phaseRefSchema,
  ...decisionBodySchema.shape,
});
export type DecideGateInput = Omit<z.output<typeof decideGateSchema>, "projectId">;

import { z } from "zod";
import { ROLES, SIGN_OFF_DECISIONS } from "@/lib/domain/words";
import { idSchema, inProject, personIdsSchema, versionSchema } from "./fields";
import { nameSchema, textSchema } from "./text";

/** Key or id of a phase; id or name of a rule: REST names them by what stands in the plan. */
export const phaseRefSchema = z
  .string("The key of a phase.")
  .min(1, "The key of a phase.")
  .max(200, "The key of a phase.");

const COMMENT_MAX = 2_000;
const tooLong = `At most ${COMMENT_MAX.toLocaleString("en")} characters.`;

/** A few sentences; empty counts as none. */
export const remarkSchema = textSchema
  .pipe(z.string().max(COMMENT_MAX, tooLong))
  .transform((text) => text || null)
  .nullish()
  .transform((text) => text ?? null);

/** Body of `POST .../sign-offs`. */
export const signOffBodySchema = z.object({
  rule: z
    .string("The name or id of a sign-off rule.")
    .min(1, "Name the rule.")
    .max(120, "The name or id of a rule."),
  decision: z.enum(SIGN_OFF_DECISIONS, { error: "APPROVED or REFUSED." }),
  comment: remarkSchema,
});

export const signOffSchema = z.object({ ...inProject, phase: phaseRefSchema, ...signOffBodySchema.shape });
export type SignOffInput = Omit<z.output<typeof signOffSchema>, "projectId">;

export const reasonSchema = textSchema.pipe(z.string().min(1, "Give a reason.").max(COMMENT_MAX, tooLong));

export const withdrawSignOffSchema = z.object({ ...inProject, signOffId: idSchema, reason: reasonSchema });
export type WithdrawSignOffInput = Omit<z.output<typeof withdrawSignOffSchema>, "projectId">;

const ruleFields = {
  name: nameSchema,
  /** how many different people must approve */
  minimum: z.int("A whole number from 1 to 20.").min(1, "At least 1 person.").max(20, "At most 20 people."),
  /** used while nobody is named */
  minimumRole: z.enum(ROLES, { error: `One of ${ROLES.join(", ")}.` }),
  memberIds: personIdsSchema,
};

export const addSignOffRuleSchema = z.object({
  ...inProject,
  phaseId: idSchema,
  name: ruleFields.name,
  minimum: ruleFields.minimum.default(1),
  minimumRole: ruleFields.minimumRole.default("LEAD"),
  memberIds: ruleFields.memberIds.default([]),
});
export type AddSignOffRuleInput = Omit<z.output<typeof addSignOffRuleSchema>, "projectId">;

/** Only the fields that are there are changed. */
export const editSignOffRuleSchema = z.object({
  ...inProject,
  ruleId: idSchema,
  version: versionSchema,
  ...z.object(ruleFields).partial().shape,
});
export type EditSignOffRuleInput = Omit<z.output<typeof editSignOffRuleSchema>, "projectId">;

export const archiveSignOffRuleSchema = z.object({ ...inProject, ruleId: idSchema });

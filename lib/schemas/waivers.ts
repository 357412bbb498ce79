import { z } from "zod";
import { idSchema, inProject } from "./fields";
import { reasonSchema } from "./sign-offs";

export const waiverOnlySchema = z.object({ ...inProject, waiverId: idSchema });

export const refusalBodySchema = z.strictObject({ reason: reasonSchema });

/** Nothing has to be said. */
export const withdrawalBodySchema = z.strictObject({});

export const refuseWaiverSchema = z.object({ ...inProject, waiverId: idSchema, reason: reasonSchema });

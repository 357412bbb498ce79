import { z } from "zod";
import { idSchema, inProject } from "./fields";
import { reasonSchema } from "./sign-offs";

export const waiverOnlySchema = z.object({ ...inProject, waiverId: idSchema });

export const refuseWaiverSchema = z.object({ ...inProject, waiverId: idSchema, reason: reasonSchema });

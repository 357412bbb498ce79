import { z } from "zod";
import { isDay } from "@/lib/domain/days";
import { LEVELS } from "@/lib/domain/words";
import { lineSchema } from "./text";

/** Fields that forms of several nouns share; a message says what would be right. */

export const idSchema = z.uuid("An id, as this product gave it.").transform((id) => id.toLowerCase());

/** What every action on one project carries: the project it is bound to. */
export const inProject = { projectId: idSchema };

/** The version an edit is based on: as the page that was edited showed it. */
export const versionSchema = z
  .int("The version the edit is based on.")
  .min(1, "The version the edit is based on.")
  .max(2_147_483_647, "The version the edit is based on.");

/** A measured or wanted value. A form sends NaN for what could be two numbers (lib/domain/typed-number.ts). */
export const numberSchema = z
  .number("A number, written like 1200 or 1.5.")
  .min(-1e15, "A number nearer to zero.")
  .max(1e15, "A number nearer to zero.");

export const levelSchema = z.enum(LEVELS, { error: `One of ${LEVELS.join(", ")}.` });

/** Name of an area; a new one joins the workspace's list. */
export const areaSchema = lineSchema(80);

/** A date without a time. Years outside 2000 to 2100 are slips of the keyboard. */
export const daySchema = z
  .string("A day, like 2026-12-31.")
  .refine((text) => isDay(text) && text >= "2000-01-01" && text <= "2100-12-31", "A day, like 2026-12-31.");

export const personIdsSchema = z
  .array(idSchema, "A list of people.")
  .max(20, "At most 20 people.")
  .transform((ids) => [...new Set(ids)].sort());

/** The thing that comes next after a move; null: to the end. */
export const beforeSchema = idSchema.nullable();

/** One thing of a project, named by its id. */
export const thingSchema = z.object({ ...inProject, id: idSchema });

/** A thing and its place in its list: before another of the same kind, or last. */
export const moveThingSchema = z.object({
  ...inProject,
  id: idSchema,
  beforeId: beforeSchema,
  version: versionSchema,
});
export type MoveThingInput = Omit<z.output<typeof moveThingSchema>, "projectId">;

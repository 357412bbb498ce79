import { z } from "zod";

/** What a newer file would change in a project, as the REST interface tells it. */

const value = z
  .union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()])
  .meta({ description: "As the plan says it; null: nothing is said." });
const place = z.array(z.string()).meta({ description: "Titles of what holds it, the outermost first." });

const named = {
  noun: z.string().meta({ description: "phase, section, item, criterion, secret, risk …" }),
  key: z.string().nullable(),
  title: z.string(),
  place,
};

const changeSchema = z.discriminatedUnion("kind", [
  z.object({ ...named, kind: z.literal("added"), fields: z.record(z.string(), value).readonly() }),
  z.object({ ...named, kind: z.literal("edited"), field: z.string(), from: value, to: value }),
  z.object({ ...named, kind: z.literal("moved"), to: place }),
  z.object({
    ...named,
    kind: z.literal("reordered"),
    what: z.string(),
    order: z.array(z.object({ key: z.string().nullable(), title: z.string() })),
  }),
  z.object({ ...named, kind: z.literal("archived") }),
]);

const asked = { ...named, id: z.string().meta({ description: "Names it in an answer." }) };

const conflictSchema = z.discriminatedUnion("kind", [
  z.object({
    ...asked,
    kind: z.literal("field"),
    field: z.string(),
    base: value,
    theirs: value,
    ours: value,
  }),
  z.object({ ...asked, kind: z.literal("place"), base: place, theirs: place, ours: place }),
  z.object({ ...asked, kind: z.literal("gone from the file"), changed: z.array(z.string()) }),
  z.object({ ...asked, kind: z.literal("archived here"), changed: z.array(z.string()) }),
]);

const count = z.int().min(0);
const hangingSchema = z.object({ ticked: count, evidence: count, comments: count, measurements: count });

export const leftOutSchema = z
  .array(z.object({ ...named, why: z.string() }))
  .meta({ description: "What the file asks for that is not done, and why." });

export const differencesSchema = z
  .object({
    changes: z.array(changeSchema).meta({ description: "What only the file changed." }),
    conflicts: z.array(conflictSchema).meta({ description: "What the file and the project both changed." }),
    kept: z
      .array(changeSchema)
      .meta({ description: "What only the project changed since the last import; it stays." }),
    removals: z
      .array(z.object({ ...named, hanging: hangingSchema }))
      .meta({ description: "What would be archived, and what hangs on it." }),
    leftOut: leftOutSchema,
    notes: z.array(z.string()).meta({ description: "What else to know before merging, one sentence each." }),
    preview: z.string().meta({
      description:
        "Hand it to a merge, which is then refused when the file or what it changes is not this any more.",
    }),
  })
  .meta({ id: "Differences" });
export type Differences = z.output<typeof differencesSchema>;

import type { ActionOf } from "@/components/ui/action-of";
import type { moveThingSchema, thingSchema } from "@/lib/schemas/fields";

/** What can be done with a thing that stands in a list of the project (lib/data/things.ts). */
export interface ThingEdits {
  move: ActionOf<typeof moveThingSchema>;
  archive: ActionOf<typeof thingSchema>;
  restore: ActionOf<typeof thingSchema>;
}

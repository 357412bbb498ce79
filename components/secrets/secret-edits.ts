import type { ThingEdits } from "@/components/things/thing-edits";
import type { ActionOf } from "@/components/ui/action-of";
import type { addSecretSchema, editSecretSchema, recordRotationSchema } from "@/lib/schemas/secrets";

/** The actions that change the inventory, as lib/actions/secrets.ts has them. */
export interface SecretEdits extends ThingEdits {
  add: ActionOf<typeof addSecretSchema>;
  edit: ActionOf<typeof editSecretSchema>;
  rotated: ActionOf<typeof recordRotationSchema>;
}

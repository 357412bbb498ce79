import type { ThingEdits } from "@/components/things/thing-edits";
import type { ActionOf } from "@/components/ui/action-of";
import type {
  addConfigurationItemSchema,
  addEnvironmentSchema,
  editCellSchema,
  editConfigurationItemSchema,
  editEnvironmentSchema,
  verifyCellSchema,
} from "@/lib/schemas/environments";

/** The actions that change the matrix, as lib/actions/environments.ts has them. */
export interface EnvironmentEdits extends ThingEdits {
  add: ActionOf<typeof addEnvironmentSchema>;
  edit: ActionOf<typeof editEnvironmentSchema>;
}

export interface ConfigurationItemEdits extends ThingEdits {
  add: ActionOf<typeof addConfigurationItemSchema>;
  edit: ActionOf<typeof editConfigurationItemSchema>;
}

export interface CellEdits {
  edit: ActionOf<typeof editCellSchema>;
  verify: ActionOf<typeof verifyCellSchema>;
}

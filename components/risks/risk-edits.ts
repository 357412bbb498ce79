import type { ThingEdits } from "@/components/things/thing-edits";
import type { ActionOf } from "@/components/ui/action-of";
import type { acceptRiskSchema, addRiskSchema, editRiskSchema } from "@/lib/schemas/risks";

/** The actions that change risks, as lib/actions/risks.ts has them. */
export interface RiskEdits extends ThingEdits {
  add: ActionOf<typeof addRiskSchema>;
  edit: ActionOf<typeof editRiskSchema>;
  accept: ActionOf<typeof acceptRiskSchema>;
}

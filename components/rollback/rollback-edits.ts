import type { ActionOf } from "@/components/ui/action-of";
import type { editRollbackSchema, recordRehearsalSchema } from "@/lib/schemas/rollback";

/** The actions on a rollback plan, as lib/actions/rollback.ts has them. */
export interface RollbackEdits {
  edit: ActionOf<typeof editRollbackSchema>;
  rehearsed: ActionOf<typeof recordRehearsalSchema>;
}

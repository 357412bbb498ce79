import type { ActionOf } from "@/components/ui/action-of";
import type { refuseWaiverSchema, waiverOnlySchema } from "@/lib/schemas/waivers";

/** What can be done with a request; pages hand it down. */
export interface WaiverActions {
  approve: ActionOf<typeof waiverOnlySchema>;
  refuse: ActionOf<typeof refuseWaiverSchema>;
  withdraw: ActionOf<typeof waiverOnlySchema>;
}

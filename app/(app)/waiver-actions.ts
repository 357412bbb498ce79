import type { WaiverActions } from "@/components/waivers/waiver-actions";
import { approveWaiverAction, refuseWaiverAction, withdrawWaiverAction } from "@/lib/actions/waivers";

export const waiverActions: WaiverActions = {
  approve: approveWaiverAction,
  refuse: refuseWaiverAction,
  withdraw: withdrawWaiverAction,
};

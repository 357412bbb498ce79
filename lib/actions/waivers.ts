"use server";
import { approveWaiver, refuseWaiver, withdrawWaiver } from "@/lib/data/waivers";
import { refuseWaiverSchema, waiverOnlySchema } from "@/lib/schemas/waivers";
import { projectAction } from "./define";

export const approveWaiverAction = projectAction("item:waive", waiverOnlySchema, (access, { waiverId }) =>
  approveWaiver(access, waiverId),
);
export const refuseWaiverAction = projectAction(
  "item:waive",
  refuseWaiverSchema,
  (access, { waiverId, reason }) => refuseWaiver(access, waiverId, reason),
);
export const withdrawWaiverAction = projectAction("item:work", waiverOnlySchema, (access, { waiverId }) =>
  withdrawWaiver(access, waiverId),
);

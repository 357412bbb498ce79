import "server-only";
import { checkItemState, type ItemStateChange, isSelfApprovedChange } from "@/lib/domain/items";
import type { ItemStateInput } from "@/lib/schemas/item-state";
import type { ProjectAccess } from "./access";
import type { Transaction } from "./client";
import {
  getStatedItemIn,
  type ItemStateView,
  isSoleMemberIn,
  putItemStateIn,
  refusedBy,
  type StatedItem,
} from "./item-state-rows";
import { waiveItem } from "./waivers";
import { writeProject } from "./write";

/** Far more than anybody takes a verification back. */
const TURNS = 100;

/** Who did an item: who said DONE, but for those who only took a verification back by it and did nothing. Null: nobody here. */
async function doerIn(tx: Transaction, { id, state, stateById }: StatedItem): Promise<string | null> {
  if (state !== "DONE") return stateById;
  const records = await tx.itemStateRecord.findMany({
    where: { itemId: id },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: TURNS,
    select: { state: true, byId: true },
  });
  const did = records.find(
    (record, index) => record.state === "DONE" && records[index + 1]?.state !== "VERIFIED",
  );
  return did ? did.byId : stateById;
}

/**
 * Sets an item's state under all rules of design 2.1: the reason a "not applicable" needs, verification by another
 * person; WAIVED asks for a waiver or approves one (waiveItem). A state the item has already is left as it is.
 *
 * @param expectedVersion the version the caller saw; null sets the state whatever happened meanwhile
 * @throws AppError NOT_FOUND, INVALID (which field), RULE (separation of duties), CONFLICT with the item as it stands
 */
export function setItemState(
  access: ProjectAccess<"item:work">,
  itemId: string,
  input: ItemStateInput,
  expectedVersion: number | null = null,
): Promise<ItemStateView> {
  const { state: to, reason = null, expiresAt = null } = input;
  if (to === "WAIVED") return waiveItem(access, itemId, { reason, expiresAt }, expectedVersion);
  return writeProject(access, async (write) => {
    const { tx, actor, record } = write;
    const item = await getStatedItemIn(access, tx, itemId, expectedVersion);
    if (item.state === to) return { id: item.id, state: to, version: item.version, changed: false };
    const change: ItemStateChange = {
      from: item.state,
      to,
      reason,
      actorId: actor.memberId,
      doneById: to === "VERIFIED" ? await doerIn(tx, item) : item.stateById,
      soleMember: await isSoleMemberIn(access, tx),
    };
    const refusal = checkItemState(change);
    if (refusal) throw refusedBy(refusal);
    const version = await putItemStateIn(access, write, item, {
      state: to,
      byId: actor.memberId,
      reason,
      approverId: null,
      expiresAt: null,
      selfApproved: isSelfApprovedChange(change),
    });
    record({
      action: "item.state",
      targetType: "item",
      targetId: item.id,
      phase: item.phaseId,
      data: { to },
    });
    return { id: item.id, state: to, version, changed: true };
  });
}

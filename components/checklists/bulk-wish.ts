import type { Level } from "@/lib/domain/words";
import type { BulkWish } from "./bulk-edits";

/** What the form holds; "" and [] leave a thing as it is. */
export interface BulkFormValues {
  level: Level | "";
  /** "-" for none, "=Name" for one */
  area: string;
  dueOn: string;
  noDue: boolean;
  toSectionId: string;
  assign: "" | "add" | "only" | "nobody";
  people: string[];
}

export const LEFT: BulkFormValues = {
  level: "",
  area: "",
  dueOn: "",
  noDue: false,
  toSectionId: "",
  assign: "",
  people: [],
};

function assigned({ assign, people }: BulkFormValues): BulkWish {
  if (assign === "nobody") return { assigneeIds: [] };
  if (people.length === 0) return {};
  if (assign === "add") return { addAssigneeIds: people };
  return assign === "only" ? { assigneeIds: people } : {};
}

/** What is wished, or null while all is left as it is. */
export function bulkWishOf(values: BulkFormValues): BulkWish | null {
  const { level, area, dueOn, noDue, toSectionId } = values;
  const wish: BulkWish = {
    ...(level && { level }),
    ...(area && { area: area === "-" ? null : area.slice(1) }),
    ...(noDue ? { dueOn: null } : dueOn && { dueOn }),
    ...(toSectionId && { toSectionId }),
    ...assigned(values),
  };
  return Object.keys(wish).length > 0 ? wish : null;
}

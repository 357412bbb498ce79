"use server";
import { acceptRisk, addRisk, editRisk } from "@/lib/data/risks";
import { moveThing, setThingArchived } from "@/lib/data/things";
import { moveThingSchema, thingSchema } from "@/lib/schemas/fields";
import { acceptRiskSchema, addRiskSchema, editRiskSchema } from "@/lib/schemas/risks";
import { projectAction } from "./define";

export const addRiskAction = projectAction("plan:edit", addRiskSchema, addRisk);
export const editRiskAction = projectAction("plan:edit", editRiskSchema, editRisk);
export const acceptRiskAction = projectAction("gate:decide", acceptRiskSchema, acceptRisk);
export const moveRiskAction = projectAction("plan:edit", moveThingSchema, (access, input) =>
  moveThing(access, "risk", input),
);
export const archiveRiskAction = projectAction("plan:edit", thingSchema, (access, { id }) =>
  setThingArchived(access, "risk", id, true),
);
export const restoreRiskAction = projectAction("plan:edit", thingSchema, (access, { id }) =>
  setThingArchived(access, "risk", id, false),
);

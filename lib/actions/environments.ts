"use server";
import { editCell, verifyCell } from "@/lib/data/configuration-cells";
import { addConfigurationItem, editConfigurationItem } from "@/lib/data/configuration-items";
import { addEnvironment, editEnvironment } from "@/lib/data/environments";
import { moveThing, setThingArchived } from "@/lib/data/things";
import {
  addConfigurationItemSchema,
  addEnvironmentSchema,
  editCellSchema,
  editConfigurationItemSchema,
  editEnvironmentSchema,
  verifyCellSchema,
} from "@/lib/schemas/environments";
import { moveThingSchema, thingSchema } from "@/lib/schemas/fields";
import { projectAction } from "./define";

export const addEnvironmentAction = projectAction("plan:edit", addEnvironmentSchema, addEnvironment);
export const editEnvironmentAction = projectAction("plan:edit", editEnvironmentSchema, editEnvironment);
export const moveEnvironmentAction = projectAction("plan:edit", moveThingSchema, (access, input) =>
  moveThing(access, "environment", input),
);
export const archiveEnvironmentAction = projectAction("plan:edit", thingSchema, (access, { id }) =>
  setThingArchived(access, "environment", id, true),
);
export const restoreEnvironmentAction = projectAction("plan:edit", thingSchema, (access, { id }) =>
  setThingArchived(access, "environment", id, false),
);

export const addConfigurationItemAction = projectAction(
  "plan:edit",
  addConfigurationItemSchema,
  addConfigurationItem,
);
export const editConfigurationItemAction = projectAction(
  "plan:edit",
  editConfigurationItemSchema,
  editConfigurationItem,
);
export const moveConfigurationItemAction = projectAction("plan:edit", moveThingSchema, (access, input) =>
  moveThing(access, "configuration-item", input),
);
export const archiveConfigurationItemAction = projectAction("plan:edit", thingSchema, (access, { id }) =>
  setThingArchived(access, "configuration-item", id, true),
);
export const restoreConfigurationItemAction = projectAction("plan:edit", thingSchema, (access, { id }) =>
  setThingArchived(access, "configuration-item", id, false),
);

export const editCellAction = projectAction("item:work", editCellSchema, editCell);
export const verifyCellAction = projectAction("item:work", verifyCellSchema, verifyCell);

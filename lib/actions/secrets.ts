"use server";
import { addSecret, editSecret, recordRotation } from "@/lib/data/secrets";
import { moveThing, setThingArchived } from "@/lib/data/things";
import { moveThingSchema, thingSchema } from "@/lib/schemas/fields";
import { addSecretSchema, editSecretSchema, recordRotationSchema } from "@/lib/schemas/secrets";
import { projectAction } from "./define";

export const addSecretAction = projectAction("plan:edit", addSecretSchema, addSecret);
export const editSecretAction = projectAction("plan:edit", editSecretSchema, editSecret);
export const recordRotationAction = projectAction("item:work", recordRotationSchema, recordRotation);
export const moveSecretAction = projectAction("plan:edit", moveThingSchema, (access, input) =>
  moveThing(access, "secret", input),
);
export const archiveSecretAction = projectAction("plan:edit", thingSchema, (access, { id }) =>
  setThingArchived(access, "secret", id, true),
);
export const restoreSecretAction = projectAction("plan:edit", thingSchema, (access, { id }) =>
  setThingArchived(access, "secret", id, false),
);

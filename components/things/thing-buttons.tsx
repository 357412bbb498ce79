"use client";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/signals";
import { undoBy } from "@/components/ui/undo";
import { useSubmit } from "@/components/ui/use-submit";
import type { ThingEdits } from "./thing-edits";

interface ThingButtonsProps {
  projectId: string;
  thing: { id: string; version: number };
  name: string;
  /** all things of the list, in order */
  ids: string[];
  edits: ThingEdits;
  /** columns stand side by side */
  sideways?: boolean;
}

/** One place back or on in its list, or out of it; archiving can be undone. */
export function ThingButtons({ projectId, thing, name, ids, edits, sideways }: ThingButtonsProps) {
  const { id, version } = thing;
  const place = ids.indexOf(id);
  const moving = useSubmit(async (beforeId: string | null) => {
    const result = await edits.move({ projectId, id, beforeId, version });
    if (!result.ok) notify({ text: result.error.message, tone: "stop" });
    return result;
  });
  const archiving = useSubmit(async () => {
    const result = await edits.archive({ projectId, id });
    if (result.ok)
      notify({ text: `${name} is archived.`, undo: undoBy(() => edits.restore({ projectId, id })) });
    else notify({ text: result.error.message, tone: "stop" });
    return result;
  });
  const turned = sideways ? "-rotate-90" : undefined;
  return (
    <>
      <IconButton
        icon="up"
        className={turned}
        label={`Move ${name} ${sideways ? "left" : "up"}`}
        disabled={place === 0}
        onClick={() => moving.submit(ids[place - 1] ?? null)}
      />
      <IconButton
        icon="down"
        className={turned}
        label={`Move ${name} ${sideways ? "right" : "down"}`}
        disabled={place === ids.length - 1}
        onClick={() => moving.submit(ids[place + 2] ?? null)}
      />
      <IconButton icon="archive" label={`Archive ${name}`} onClick={() => archiving.submit(undefined)} />
    </>
  );
}

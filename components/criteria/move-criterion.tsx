"use client";
import type { ActionOf } from "@/components/ui/action-of";
import { IconButton } from "@/components/ui/icon-button";
import { notify } from "@/components/ui/signals";
import { useSubmit } from "@/components/ui/use-submit";
import type { CriterionView } from "@/lib/domain/criterion-views";
import type { moveCriterionSchema } from "@/lib/schemas/criteria";

export type MoveCriterionAction = ActionOf<typeof moveCriterionSchema>;

interface MoveCriterionProps {
  projectId: string;
  criterion: CriterionView;
  /** all criteria of the list, in order */
  ids: string[];
  move: MoveCriterionAction;
}

/** One place up or down in its list. */
export function MoveCriterion({ projectId, criterion, ids, move }: MoveCriterionProps) {
  const place = ids.indexOf(criterion.id);
  const { submit } = useSubmit(async (beforeCriterionId: string | null) => {
    const { id: criterionId, version } = criterion;
    const result = await move({ projectId, criterionId, beforeCriterionId, version });
    if (!result.ok) notify({ text: result.error.message, tone: "stop" });
    return result;
  });
  return (
    <>
      <IconButton
        icon="up"
        label={`Move ${criterion.text} up`}
        disabled={place === 0}
        onClick={() => submit(ids[place - 1] ?? null)}
      />
      <IconButton
        icon="down"
        label={`Move ${criterion.text} down`}
        disabled={place === ids.length - 1}
        onClick={() => submit(ids[place + 2] ?? null)}
      />
    </>
  );
}

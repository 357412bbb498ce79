import { phaseHref } from "@/components/phases/hrefs";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

interface NoChecklistProps {
  slug: string;
  phaseKey: string;
  /** how many success criteria the phase has: a plan may have only those */
  criteria: number;
  mayEdit: boolean;
}

/** A phase without a checklist: how to write one, and where the work is meanwhile. */
export function NoChecklist({ slug, phaseKey, criteria, mayEdit }: NoChecklistProps) {
  const count = criteria === 1 ? "success criterion" : `${criteria} success criteria`;
  return (
    <EmptyState
      title="No checklist yet"
      actions={
        criteria > 0 && <ButtonLink href={phaseHref(slug, phaseKey, "criteria")}>Its {count}</ButtonLink>
      }
    >
      {mayEdit
        ? "Turn on “Edit plan” to write the first section."
        : "Somebody with the role Team Lead can write it."}
    </EmptyState>
  );
}

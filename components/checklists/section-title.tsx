"use client";
import { useState } from "react";
import { type ConflictWords, conflictOf } from "@/components/ui/conflict";
import { ConflictChoice } from "@/components/ui/conflict-choice";
import { FormErrors } from "@/components/ui/form-errors";
import { IconButton } from "@/components/ui/icon-button";
import { notify, requestRefresh } from "@/components/ui/signals";
import { undoBy } from "@/components/ui/undo";
import { onFormSubmit, useSubmit } from "@/components/ui/use-submit";
import type { SectionView } from "@/lib/domain/item-views";
import type { PlanEditorProps } from "./plan-edits";

const WORDS: ConflictWords = { title: { label: "Title" } };

interface SectionTitleProps extends PlanEditorProps {
  section: SectionView;
  previous: SectionView | null;
  afterNext: SectionView | null;
  isLast: boolean;
}

/** A section's name, written in place, with what can be done to the section as a whole. */
export function SectionTitle({
  projectId,
  phaseId,
  section,
  previous,
  afterNext,
  isLast,
  targets,
  edits,
}: SectionTitleProps) {
  // What was typed stays based on what stood there then; the page behind it follows what others do.
  const [base, setBase] = useState(section);
  const [title, setTitle] = useState(section.title);
  if (base !== section && (title === base.title || title === section.title)) {
    setBase(section);
    setTitle(section.title);
  }
  const { submit, pending, refusal, clear } = useSubmit((version: number) =>
    edits.editSection({ projectId, sectionId: section.id, version, title }),
  );
  const move = useSubmit((to: { phaseId: string; beforeSectionId: string | null }) =>
    edits.moveSection({
      projectId,
      sectionId: section.id,
      toPhaseId: to.phaseId,
      beforeSectionId: to.beforeSectionId,
      version: section.version,
    }),
  );
  const archive = useSubmit(
    () => edits.archiveSection({ projectId, sectionId: section.id }),
    () =>
      notify({
        text: `“${section.title}” is archived with its items.`,
        undo: undoBy(() => edits.restoreSection({ projectId, sectionId: section.id })),
      }),
  );
  const save = () => {
    if (title.trim() && title !== base.title) submit(base.version);
  };
  const conflict = conflictOf(refusal, { title }, WORDS);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 px-4.5 pt-4 pb-1">
      <form className="flex flex-wrap items-center gap-1" onSubmit={onFormSubmit(save)}>
        <input
          aria-label="Title of the section"
          className="input input-title min-w-40 flex-1"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          onBlur={save}
        />
        <IconButton
          icon="up"
          label={`Move ${section.title} up`}
          disabled={!previous}
          onClick={() => move.submit({ phaseId, beforeSectionId: previous?.id ?? null })}
        />
        <IconButton
          icon="down"
          label={`Move ${section.title} down`}
          disabled={isLast}
          onClick={() => move.submit({ phaseId, beforeSectionId: afterNext?.id ?? null })}
        />
        {targets.length > 1 && (
          <select
            aria-label={`Move ${section.title} to a phase`}
            className="input input-quiet w-auto min-w-0 max-w-56 max-md:max-w-40"
            value={phaseId}
            onChange={(event) => move.submit({ phaseId: event.currentTarget.value, beforeSectionId: null })}
          >
            {targets.map((target) => (
              <option key={target.phaseId} value={target.phaseId}>
                {target.phaseName}
              </option>
            ))}
          </select>
        )}
        <IconButton
          icon="archive"
          label={`Archive the section ${section.title}`}
          onClick={() => archive.submit(undefined)}
        />
      </form>
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          pending={pending}
          onKeepMine={submit}
          onTakeTheirs={() => {
            setTitle(conflict.fields[0]?.theirs ?? section.title);
            clear();
            requestRefresh();
          }}
        />
      ) : (
        <FormErrors refusal={refusal ?? move.refusal ?? archive.refusal} />
      )}
    </div>
  );
}

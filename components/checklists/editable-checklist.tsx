"use client";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import { type Packed, unpack } from "@/components/ui/packed";
import { Skeleton } from "@/components/ui/skeleton";
import type { BulkEdits } from "./bulk-edits";
import { Checklist, type ChecklistProps } from "./checklist";
import type { PlanEditorProps } from "./plan-edits";

const PlanEditor = dynamic(() => import("./plan-editor").then((module) => module.PlanEditor), {
  ssr: false,
  loading: () => <Skeleton label="Loading the editor" />,
});

interface EditableChecklistProps {
  list: Packed<Omit<ChecklistProps, "selecting" | "setState">>;
  /** "Edit plan" is on and the reader may; null while one works */
  editing: Omit<PlanEditorProps, "sections" | "people" | "clock"> | null;
  /** items are selected, and the reader may change them */
  selecting: BulkEdits | null;
}

/** The checklist one works in, or the editor of it, which is fetched only when it is asked for. */
export function EditableChecklist({ list, editing, selecting }: EditableChecklistProps) {
  const checklist = useMemo(() => unpack(list), [list]);
  if (!editing) return <Checklist {...checklist} selecting={selecting} />;
  const { sections, people, clock, slug, views, reader } = checklist;
  return <PlanEditor {...editing} {...{ sections, people, clock, slug, views, reader }} />;
}

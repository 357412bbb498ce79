"use client";
import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import { Checklist, type ChecklistProps } from "./checklist";
import type { PlanEditorProps } from "./plan-edits";

const PlanEditor = dynamic(() => import("./plan-editor").then((module) => module.PlanEditor), {
  ssr: false,
  loading: () => <Skeleton label="Loading the editor" />,
});

interface EditableChecklistProps extends ChecklistProps {
  /** "Edit plan" is on and the reader may; null while one works */
  editing: Omit<PlanEditorProps, "sections" | "people" | "clock"> | null;
}

/** The checklist one works in, or the editor of it, which is fetched only when it is asked for. */
export function EditableChecklist({ editing, ...checklist }: EditableChecklistProps) {
  if (!editing) return <Checklist {...checklist} />;
  return (
    <PlanEditor
      {...editing}
      sections={checklist.sections}
      people={checklist.people}
      clock={checklist.clock}
    />
  );
}

"use client";
import dynamic from "next/dynamic";
import { Skeleton } from "@/components/ui/skeleton";
import { Checklist, type ChecklistProps } from "./checklist";
import type { PlanEditorProps } from "./plan-edits";

const PlanEditor = dynamic(() => import("./plan-editor").then((module) => module.PlanEditor), {
  ssr: false,
  loading: () => <Skeleton label="Loading the editor" />,
});

export type PlanTools = Omit<PlanEditorProps, "sections" | "people" | "clock">;

interface EditableChecklistProps extends ChecklistProps {
  /** "Edit plan" is on and the reader may; null while one works */
  plan: PlanTools | null;
}

/** The checklist one works in, or the editor of it, which is fetched only when it is asked for. */
export function EditableChecklist({ plan, ...checklist }: EditableChecklistProps) {
  if (!plan) return <Checklist {...checklist} />;
  const { sections, people, clock, slug, views, reader } = checklist;
  return <PlanEditor {...plan} {...{ sections, people, clock, slug, views, reader }} />;
}

"use client";
import { Button } from "@/components/ui/button";
import { callApi } from "@/components/ui/call-api";
import { dialogButton } from "@/components/ui/dialog-button";
import { notify } from "@/components/ui/signals";
import { undoBy } from "@/components/ui/undo";
import { useSubmit } from "@/components/ui/use-submit";
import { filterQuery, type SavedView } from "@/lib/domain/item-filter";
import type { FilterBarProps } from "./filter-bar";
import type { SavedViewDialogProps } from "./saved-view-dialog";

const SavedViewDialogButton = dialogButton<SavedViewDialogProps>(() =>
  import("./saved-view-dialog").then((module) => module.SavedViewDialog),
);

/** Keeps the filter that is on under a name, or renames or deletes the view that it is. */
export function SavedViewButtons({ slug, views, filter }: Pick<FilterBarProps, "slug" | "views" | "filter">) {
  const query = filterQuery(filter);
  const view = views.find((each) => each.query === query) ?? null;
  const address = `/projects/${slug}/views`;
  const remove = useSubmit(async ({ id, name, query }: SavedView) => {
    const result = await callApi("DELETE", `${address}/${id}`, null);
    notify(
      result.ok
        ? {
            text: `The view “${name}” is deleted.`,
            undo: undoBy(() => callApi("POST", address, { name, query })),
          }
        : { text: result.error.message, tone: "stop" },
    );
    return result;
  });
  return (
    <>
      <SavedViewDialogButton
        trigger={{ label: view ? "Rename view" : "Save view", look: "quiet", small: true }}
        dialog={{ slug, query, view }}
      />
      {view && (
        <Button
          look="quiet"
          small
          aria-disabled={remove.pending || undefined}
          onClick={() => remove.submit(view)}
        >
          Delete view
        </Button>
      )}
    </>
  );
}

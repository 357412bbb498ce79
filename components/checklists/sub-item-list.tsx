"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { itemHref } from "@/components/phases/hrefs";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { SubItemView } from "@/lib/domain/item-views";
import { isTickedState, subItemsSentence } from "./state-words";
import type { SubItemOrderProps } from "./sub-item-order";

const SubItemOrder = dynamic(() => import("./sub-item-order").then((module) => module.SubItemOrder), {
  ssr: false,
  loading: () => <Skeleton label="Loading the order" />,
});

/** How sub-items are put in order, for whom edits the plan. */
export type Reordering = Pick<SubItemOrderProps, "projectId" | "sectionId" | "moveItem">;

interface SubItemListProps {
  slug: string;
  subItems: SubItemView[];
  mayWork: boolean;
  /** null for who may not */
  reordering: Reordering | null;
  onTick: (subItem: SubItemView, ticked: boolean) => void;
}

/** The sub-items of an item, on the item's own page: ticked, or put in order. */
export function SubItemList({ slug, subItems, mayWork, reordering, onTick }: SubItemListProps) {
  const [isOrdering, setOrdering] = useState(false);
  const mayOrder = reordering !== null && subItems.length > 1;
  return (
    <div className="mt-3 border-t border-line pt-3">
      <div className="mb-1.5 flex min-h-8 items-center gap-2">
        <h2 className="text-small font-semibold">{subItemsSentence(subItems)}</h2>
        {mayOrder && (
          <Button
            look="quiet"
            small
            className="ml-auto"
            aria-pressed={isOrdering}
            onClick={() => setOrdering(!isOrdering)}
          >
            {isOrdering ? "Done ordering" : "Put in order"}
          </Button>
        )}
      </div>
      {isOrdering && mayOrder ? (
        <SubItemOrder {...reordering} subItems={subItems} />
      ) : (
        <ul className="grid gap-1.5">
          {subItems.map((subItem) => (
            <li key={subItem.id} className="flex items-start gap-2.5">
              <input
                type="checkbox"
                className="tick mt-0.5"
                aria-labelledby={`t-${subItem.id}`}
                checked={isTickedState(subItem.state)}
                disabled={!mayWork}
                onChange={(event) => onTick(subItem, event.currentTarget.checked)}
              />
              <a id={`t-${subItem.id}`} href={itemHref(slug, subItem.id)} className="item-title">
                {subItem.title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

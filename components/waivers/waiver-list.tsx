import type { ReactNode } from "react";
import { itemHref } from "@/components/phases/hrefs";
import { Panel, PanelHeading } from "@/components/ui/panel";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { MyWaiverView, WaiverView } from "@/lib/domain/waiver-views";
import type { WaiverActions } from "./waiver-actions";
import { WaiverButtons } from "./waiver-buttons";
import { endWords, untilWords } from "./waiver-words";

interface WaiverEntryProps {
  projectId: string;
  waiver: WaiverView;
  actions: WaiverActions;
  /** what is asked for, where that is not plain from the page */
  head?: ReactNode;
  clock: ReaderClock;
}

function WaiverEntry({ projectId, waiver, actions, head, clock }: WaiverEntryProps) {
  return (
    <li className="grid gap-1 border-t border-line pt-2.5 text-small first:border-t-0 first:pt-0">
      {head}
      <p>
        Asked for by {waiver.requestedBy}, {untilWords(waiver, clock)}
        <span className="text-ink-3">
          , <Moment at={waiver.requestedAt} clock={clock} />
        </span>
      </p>
      <p className="whitespace-pre-wrap text-ink-2">“{waiver.reason}”</p>
      {!waiver.isWaiting && <p>{endWords(waiver, clock)}</p>}
      {waiver.refusedWhy && <p className="whitespace-pre-wrap text-ink-2">“{waiver.refusedWhy}”</p>}
      <WaiverButtons projectId={projectId} waiver={waiver} actions={actions} />
    </li>
  );
}

interface WaiverListProps {
  projectId: string;
  waivers: WaiverView[];
  actions: WaiverActions;
  clock: ReaderClock;
}

/** The requests to waive one item. What was approved is told by the item's history. */
export function ItemWaivers({ waivers, ...place }: WaiverListProps) {
  const shown = waivers.filter(({ state }) => state !== "APPROVED");
  if (shown.length === 0) return null;
  return (
    <Panel label="Waiver" className="grid gap-2 px-4.5 py-3">
      <PanelHeading title="Waiver" />
      <ul className="grid gap-3">
        {shown.map((waiver) => (
          <WaiverEntry key={waiver.id} waiver={waiver} {...place} />
        ))}
      </ul>
    </Panel>
  );
}

/** What waits for an answer before a gate is decided. */
export function PhaseWaivers({ slug, waivers, ...place }: WaiverListProps & { slug: string }) {
  if (waivers.length === 0) return null;
  return (
    <Panel label="Waivers asked for" className="grid gap-2 px-4.5 py-3">
      <PanelHeading title="Waivers asked for" count={waivers.length} />
      <ul className="grid gap-3">
        {waivers.map((waiver) => (
          <WaiverEntry
            key={waiver.id}
            waiver={waiver}
            head={
              <a href={itemHref(slug, waiver.itemId)} className="item-title">
                {waiver.itemTitle}
              </a>
            }
            {...place}
          />
        ))}
      </ul>
    </Panel>
  );
}

/** What waits for the reader's answer in all projects. */
export function MyWaivers({
  waivers,
  ...place
}: Omit<WaiverListProps, "projectId" | "waivers"> & { waivers: MyWaiverView[] }) {
  if (waivers.length === 0) return null;
  return (
    <Panel label="Waivers waiting for you" className="mb-4 grid gap-2 px-4.5 py-3">
      <PanelHeading title="Waivers waiting for you" count={waivers.length} />
      <ul className="grid gap-3">
        {waivers.map((waiver) => (
          <WaiverEntry
            key={waiver.id}
            projectId={waiver.projectId}
            waiver={waiver}
            head={
              <p>
                <a href={itemHref(waiver.projectSlug, waiver.itemId)} className="item-title">
                  {waiver.itemTitle}
                </a>{" "}
                <span className="text-ink-2">
                  in {waiver.projectName}, {waiver.phaseName}
                </span>
              </p>
            }
            {...place}
          />
        ))}
      </ul>
    </Panel>
  );
}

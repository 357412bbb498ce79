import type { ReactNode } from "react";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";

interface ArchivedNoticeProps {
  /** "item", "criterion" */
  what: string;
  at: string;
  clock: ReaderClock;
  /** the way back, for who may take it */
  children: ReactNode;
}

/** On the page of something that was taken out of the plan. */
export function ArchivedNotice({ what, at, clock, children }: ArchivedNoticeProps) {
  return (
    <div className="panel mb-4 flex flex-wrap items-center gap-3 px-4.5 py-3" role="status">
      <p>
        This {what} was archived, <Moment at={at} clock={clock} />. Nothing of it is lost.
      </p>
      {children}
    </div>
  );
}

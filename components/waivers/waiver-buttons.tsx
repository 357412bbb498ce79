"use client";
import { ActionButton } from "@/components/ui/action-button";
import { dialogButton } from "@/components/ui/dialog-button";
import type { WaiverView } from "@/lib/domain/waiver-views";
import type { RefuseWaiverProps } from "./refuse-waiver-dialog";
import type { WaiverActions } from "./waiver-actions";

const RefuseButton = dialogButton<RefuseWaiverProps>(() =>
  import("./refuse-waiver-dialog").then((module) => module.RefuseWaiverDialog),
);

interface WaiverButtonsProps {
  projectId: string;
  waiver: WaiverView;
  actions: WaiverActions;
}

/** What the reader may do with a request; nothing for who only looks on. */
export function WaiverButtons({ projectId, waiver, actions }: WaiverButtonsProps) {
  const { id: waiverId, itemTitle, may } = waiver;
  if (!may.answer && !may.withdraw) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {may.answer && (
        <>
          <ActionButton
            action={actions.approve}
            input={{ projectId, waiverId }}
            label={`Approve the waiver of ${itemTitle}`}
            small
          >
            Approve
          </ActionButton>
          <RefuseButton
            trigger={{
              label: "Refuse",
              name: `Refuse the waiver of ${itemTitle}`,
              look: "quiet",
              small: true,
            }}
            dialog={{ projectId, waiverId, itemTitle, refuse: actions.refuse }}
          />
        </>
      )}
      {may.withdraw && (
        <ActionButton action={actions.withdraw} input={{ projectId, waiverId }} look="quiet" small>
          Withdraw request
        </ActionButton>
      )}
    </div>
  );
}

import type { ReactNode } from "react";
import { GateDiamond } from "@/components/phases/gate-diamond";
import type { PhaseView } from "@/lib/domain/phase-views";
import { verdictOf } from "./gate-verdict";

export function VerdictLine({
  phase,
  children,
}: {
  phase: Pick<PhaseView, "status" | "gate">;
  children?: ReactNode;
}) {
  const { mark, text } = verdictOf(phase);
  return (
    <div className="flex items-center gap-3">
      <GateDiamond mark={mark} large />
      <div className="min-w-0">
        <h2 className="text-verdict leading-[1.3] font-semibold tracking-[-0.01em]">{text}</h2>
        {children && <p className="text-small text-ink-2">{children}</p>}
      </div>
    </div>
  );
}

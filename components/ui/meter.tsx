import clsx from "clsx";
import type { Tone } from "./chip";

const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;

/** A share of a whole, 0 to 1, with an optional mark for the target. The label carries the words. */
export function Meter({
  label,
  share,
  target,
  tone = "plain",
}: {
  label: string;
  share: number;
  target?: number | null;
  tone?: Tone;
}) {
  return (
    <div className={clsx("meter", `meter-${tone}`)} role="img" aria-label={label}>
      <i style={{ width: percent(share) }} />
      {typeof target === "number" && <u style={{ left: `calc(${percent(target)} - 1px)` }} />}
    </div>
  );
}

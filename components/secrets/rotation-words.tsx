import { Chip } from "@/components/ui/chip";
import { Day } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { Rotation } from "@/lib/domain/secrets";

/** How a secret stands to its rotation, in a few words. */
export function RotationChip({
  rotation: { state, dueOn },
  clock,
}: {
  rotation: Rotation;
  clock: ReaderClock;
}) {
  const day = dueOn && <Day day={dueOn} clock={clock} />;
  switch (state) {
    case "OVERDUE":
      return <Chip tone="stop">overdue since {day}</Chip>;
    case "NEVER":
      return <Chip tone="warn">no rotation recorded</Chip>;
    case "DUE_SOON":
      return <Chip tone="warn">due {day}</Chip>;
    case "IN_TIME":
      return <Chip tone="go">due {day}</Chip>;
    case "NONE":
      return <Chip>no rotation asked for</Chip>;
  }
}

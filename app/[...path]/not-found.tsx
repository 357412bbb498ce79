import { Shell } from "@/app/(app)/shell";
import { NothingHere } from "@/components/shell/nothing-here";
import { currentActor } from "@/lib/auth/current-actor";

/** Keeps the way back for who is signed in; who is not is asked for nothing. */
export default async function NotFound() {
  const reader = await currentActor();
  if (!reader) return <NothingHere />;
  return (
    <Shell reader={reader}>
      <NothingHere />
    </Shell>
  );
}

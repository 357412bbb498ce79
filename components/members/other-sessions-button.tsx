"use client";
import { ConfirmButton } from "@/components/ui/confirm-button";
import { notify } from "@/components/ui/signals";
import type { ActionResult } from "@/lib/domain/action-result";

type EndOthers = (input: Record<string, never>) => Promise<ActionResult<{ ended: number }>>;

const told = (ended: number): string => {
  if (ended === 0) return "You were signed in nowhere else.";
  return ended === 1 ? "One other session was ended." : `${ended} other sessions were ended.`;
};

export function OtherSessionsButton({ endOthers }: { endOthers: EndOthers }) {
  const end = async () => {
    const result = await endOthers({});
    if (result.ok) notify({ text: told(result.value.ended) });
    return result;
  };
  return (
    <ConfirmButton
      trigger={{ label: "Sign out everywhere else" }}
      dialog={{
        title: "Sign out everywhere else?",
        description: "Every other browser you are signed in with has to sign in again. This one stays.",
        verb: "Sign out the others",
        action: end,
      }}
    />
  );
}

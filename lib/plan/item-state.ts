import type { ItemState } from "@/lib/domain/words";

const STATES: ReadonlyArray<[ItemState, RegExp]> = [
  ["NOT_APPLICABLE", /^(?:n\/a|not applicable|skipped|won't do|dropped|out of scope)\b/],
  [
    "OPEN",
    /^(?:not (?:started|done|complete|yet)|incomplete|open|to-?do|pending|planned|todo|missing|no|backlog|blocked|queued|offen|pendiente|pendente|未开始|未着手|대기|не начат)|^(?:❌|☐|⬜|🔴|⭕|✗|✘|\[ \]|:x:)/u,
  ],
  [
    "IN_PROGRESS",
    /^(?:in[ -]progress|wip|started|ongoing|partial|partly|doing|in review|in arbeit|en curso|em andamento|en cours|进行中|進行中|진행|в работе)|^(?:🚧|🔄|⏳|🟡|🟠)/u,
  ],
  [
    "DONE",
    /^(?:done|completed?|finished|passed|ready|implemented|resolved|closed|live|shipped|verified|ok|yes|x|erledigt|fertig|hecho|completado|concluido|feito|termine|fait|tamam|完成|完了|完成済み|완료|готово|выполнено)\b|^(?:完成|已完成|完了|完成済み|완료|готово|выполнено)|^(?:✅|☑|✔|✓|🟢|\[[xX]\]|:white_check_mark:|:heavy_check_mark:)/u,
  ],
];

/** The state a status cell stands for ("✅ Complete", "In progress", "☐"); null where it says none. */
export function stateOfCell(text: string): ItemState | null {
  const bare = text.trim().toLowerCase();
  // "☐ Not started / ☑ Complete" is the list of what may be chosen.
  if (/[☐☑⬜✅].*[/|].*[☐☑⬜✅]/u.test(bare) || /🟢.*🔴/u.test(bare)) return null;
  const sign = STATES.find(([, pattern]) => pattern.test(bare))?.[0];
  if (sign) return sign;
  const words = bare.replace(/^[^\p{L}\p{N}]+/u, "");
  return words === bare ? null : (STATES.find(([, pattern]) => pattern.test(words))?.[0] ?? null);
}

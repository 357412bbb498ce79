import type { ItemState } from "@/lib/domain/words";
import { folded } from "./plain-text";

const SIGNS: ReadonlyArray<[ItemState, RegExp]> = [
  ["OPEN", /^(?:❌|☐|⬜|◻|□|🔲|🔴|⭕|✗|✘|⏸|\[ \]|:x:|:white_large_square:)/u],
  ["IN_PROGRESS", /^(?:🚧|🔄|⏳|🟡|🟠|⚠|🔵|\[[~/-]\]|:construction:|:hourglass)/u],
  ["DONE", /^(?:✅|☑|✔|✓|🟢|🟩|🗹|\[[xX]\]|:white_check_mark:|:heavy_check_mark:|:green_circle:)/u],
];

const WORDS: ReadonlyArray<[ItemState, RegExp]> = [
  [
    "NOT_APPLICABLE",
    /^(?:n\/?a|not applicable|skipped|won't (?:do|fix)|wontfix|dropped|out of scope|cancell?ed|rejected|entfallt|no aplica|nao se aplica|sans objet|n\.a\.|不适用|該当なし|해당 없음|не применимо)(?!\p{L})/u,
  ],
  [
    "OPEN",
    /^(?:not (?:started|done|complete|yet|ready|met)|incomplete|open|to-?do|to do|pending|planned|todo|missing|no|n|backlog|blocked|queued|new|failed|fail|failing|scheduled|deferred|on hold|waiting|offen|nein|ausstehend|geplant|nicht \p{L}+|pendiente|por hacer|sin (?:empezar|iniciar|comenzar)|no (?:iniciado|empezado|hecho)|pendente|a fazer|nao \p{L}+|planejado|nao|a faire|en attente|non (?:commencee?|demarree?|fait)|non|da fare|in sospeso|bekliyor|beklemede|yapilacak|baslamadi|planlandi|hayir|未开始|未開始|待办|待处理|待开始|未完成|计划中|未着手|未対応|予定|否|いいえ|대기|예정|미완료|не начат\p{L}*|не готов\p{L}*|не выполнен\p{L}*|запланирован\p{L}*|ожидает|открыт\p{L}*|нет)(?!\p{L})/u,
  ],
  [
    "IN_PROGRESS",
    /^(?:in[ -](?:progress|review|testing|development|work|flight)|wip|started|ongoing|partial(?:ly)?|partly|doing|underway|under way|active|in arbeit|in bearbeitung|laufend|begonnen|teilweise|en (?:curso|progreso|proceso)|em (?:andamento|progresso|curso)|fazendo|en cours|in corso|devam ediyor|suruyor|进行中|處理中|处理中|進行中|対応中|作業中|진행|в (?:работе|процессе)|выполняется|частично)(?!\p{L})/u,
  ],
  [
    "DONE",
    /^(?:done|completed?|finished|passed|pass|ready|implemented|resolved|closed|live|shipped|verified|merged|deployed|fixed|met|achieved|ok|yes|y|x|erledigt|fertig|abgeschlossen|umgesetzt|ja|hecho|list[oa]|terminad[oa]|completad[oa]|finalizad[oa]|realizad[oa]|si|concluid[oa]|feit[oa]|pront[oa]|sim|terminee?|acheve|faite?|fini|oui|fatto|completat[oa]|tamam(?:landi)?|bitti|yapildi|evet|完成|已完成|已解决|通过|是|完了|完成済み|対応済み?|済み?|はい|완료|готов[оаы]?|выполнен\p{L}*|завершен\p{L}*|сделан\p{L}*|да)(?!\p{L})/u,
  ],
];

/** The state a status cell stands for ("✅ Complete", "In progress", "☐"); null where it says none. */
export function stateOfCell(text: string): ItemState | null {
  return isLegend(text) ? null : stateOf(text);
}

/** "☐ Not started ☐ Done", "🟢/🟡/🔴" and "Y/N" list what may be chosen; nothing has been. */
export function isLegend(text: string): boolean {
  const signs = text.match(/[☐☑☒⬜✅❌✓✔✗✘]|\[[ xX]?\]/gu)?.length ?? 0;
  const lights = text.match(/[🟢🟡🟠🔴]/gu)?.length ?? 0;
  // "A ✓, B ✓" is no choice: one of its signs has to be empty.
  if (lights >= 2 || (signs >= 2 && /[☐⬜❌✗✘]|\[ ?\]/u.test(text))) return true;
  const parts = text.split(/[/|]/).map((part) => part.trim());
  const states = new Set(parts.map(stateOf));
  return (
    text.length <= 60 && parts.length >= 2 && states.size >= 2 && states.has("DONE") && !states.has(null)
  );
}

function stateOf(text: string): ItemState | null {
  const bare = text.trim().toLowerCase();
  const sign = SIGNS.find(([, pattern]) => pattern.test(bare))?.[0];
  if (sign) return sign;
  const words = folded(bare).replace(/^[^\p{L}\p{N}]+/u, "");
  const share = /^(\d{1,3})\s?%/.exec(words)?.[1];
  if (share) return share === "100" ? "DONE" : Number(share) === 0 ? "OPEN" : "IN_PROGRESS";
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

import { isDay } from "@/lib/domain/days";
import { folded } from "./plain-text";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A label or column that says until when something has to be done. */
const DUE =
  /^(?:due(?: date| on| by)?|deadline|eta|(?:target|completion|finish|end) date|target completion|fallig(?:keit)?(?: am)?|termin|frist|enddatum|fecha limite|fecha (?:de )?(?:entrega|vencimiento)|vencimiento|plazo|prazo|data limite|echeance|date limite|scadenza|son tarih|bitis tarihi|截止(?:日期|时间)?|完成(?:日期|时间)|到期日|期限|期日|締切|納期|마감일?|기한|완료일|срок(?: выполнения)?|дедлайн|مهلت)$/;

export const isDueLabel = (label: string): boolean => DUE.test(folded(label));

/** 2026-03-01, 2026/3/1, 1.3.2026, 1 Mar 2026, March 1st, 2026; of 1/3/2026 nobody can tell which is the month. */
const DATES: ReadonlyArray<[RegExp, (parts: string[]) => [string, number, string]]> = [
  [/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, ([y = "", m = "", d = ""]) => [y, Number(m), d]],
  [
    /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/g,
    ([y = "", m = "", d = ""]) => [y, Number(m), d],
  ],
  [/(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/g, ([d = "", m = "", y = ""]) => [y, Number(m), d]],
  [
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4})(?!\d)/g,
    ([d = "", m = "", y = ""]) => [y, MONTHS.indexOf(m) + 1, d],
  ],
  [
    /(?<![a-z])([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/g,
    ([m = "", d = "", y = ""]) => [y, MONTHS.indexOf(m) + 1, d],
  ],
];

/** The one day a text names ("by 1 Mar 2026"), as the plan keeps it. Null where it names none, several or one there is not. */
export function dayIn(text: string): string | null {
  const key = text.toLowerCase();
  for (const [pattern, order] of DATES) {
    const [first, ...more] = [...key.matchAll(pattern)];
    if (!first) continue;
    const [year, month, day] = order(first.slice(1));
    const found = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
    return more.length === 0 && isDay(found) ? found : null;
  }
  return null;
}

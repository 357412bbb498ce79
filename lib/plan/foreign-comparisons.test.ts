import { describe, expect, it } from "vitest";
import { parseCriteria } from "./criterion";

describe("criteria in other languages and ways of writing", () => {
  it.each([
    ["Mindestens 85 % der Teams", ">=", 85, "%"],
    ["Höchstens 4 Ausfälle", "<=", 4, "Ausfälle"],
    ["Mehr als 2.000 Buchungen", ">", 2000, "Buchungen"],
    ["Keine offenen Mängel", "=", 0, null],
    ["Menos de 2 caídas por semana", "<", 2, "caídas"],
    ["Sin reclamos graves", "=", 0, null],
    ["Au moins 70 % des agences", ">=", 70, "%"],
    ["Temps de réponse inférieur à 250 ms", "<", 250, "ms"],
    ["Até 3 chamados", "<=", 3, "chamados"],
    ["En az %80 katılım", ">=", 80, "%"],
    ["Yanıt süresi 300 ms'nin altında", "<", 300, "ms"],
    ["至少 40 个门店", ">=", 40, "门店"],
    ["错误率不超过 0.2%", "<=", 0.2, "%"],
    ["無重大故障", "=", 0, null],
    ["応答時間 400ms 以下", "<=", 400, "ms"],
    ["失敗率2%未満", "<", 2, "%"],
    ["障害なし", "=", 0, null],
    ["오류율 1% 미만", "<", 1, "%"],
    ["Не менее 1 500 заявок", ">=", 1500, "заявок"],
    ["Более 60% ответов", ">", 60, "%"],
    ["Нет жалоб", "=", 0, null],
    ["حداقل ۹۰٪ موفق", ">=", 90, "%"],
    ["MTTR < 45m", "<", 45, "m"],
    ["Spend below $2,500", "<", 2500, "$"],
    ["Between 3 and 8 sites joined", ">=", 3, "sites"],
    ["Error rate 0.2% - 0.4%", "<=", 0.4, "%"],
    ["Availability: four nines", ">=", 99.99, "%"],
    ["Sub-150ms lookups", "<", 150, "ms"],
    ["No severe bugs (P0) for 2 weeks", "=", 0, "bugs"],
    ["Kein Anstieg der Beschwerden", null, null, null],
    ["无需变更", null, null, null],
  ])("reads %j", (text, comparator, target, unit) => {
    expect(parseCriteria(text)[0]).toMatchObject({ text, comparator, target, unit });
  });

  it("makes as many criteria as a line measures", () => {
    expect(parseCriteria("RTO < 2h, RPO < 5 min").map(({ text }) => text)).toEqual([
      "RTO < 2h",
      "RPO < 5 min",
    ]);
    expect(parseCriteria("Errors < 1%, with retries < 3")).toHaveLength(1);
  });
});

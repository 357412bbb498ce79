import { describe, expect, it } from "vitest";
import { parsePlan } from "./parse-plan";

const plan = (...lines: string[]) => parsePlan(lines.join("\n")).plan;
const items = (...lines: string[]) =>
  plan(...lines).phases.flatMap(({ sections }) => sections.flatMap((section) => section.items));

describe("plans in other languages", () => {
  it.each([
    ["de", "Erfolgskriterien", "Rückfallplan", "Abnahme"],
    ["es", "Criterios de éxito", "Plan de reversión", "Aprobaciones"],
    ["fr", "Critères de succès", "Plan de retour arrière", "Approbations"],
    ["tr", "Başarı Kriterleri", "Geri Alma Planı", "Onaylar"],
    ["pt", "Critérios de sucesso", "Procedimento de rollback", "Aprovação"],
    ["zh", "成功标准", "回滚方案", "审批"],
    ["ja", "成功基準", "ロールバック手順", "承認"],
    ["ru", "Критерии успеха", "План отката", "Согласование"],
  ])("finds criteria, rollback and sign-offs in %s", (_, criteria, rollback, signOff) => {
    const read = plan(
      "# P",
      "## Phase 1",
      "- [x] a",
      `### ${criteria}`,
      "- b < 5 %",
      `### ${rollback}`,
      "- c",
      `### ${signOff}`,
      "- Ana",
      "## Phase 2",
    );
    expect(read.phases[0]).toMatchObject({
      criteria: [{ text: "b < 5 %", target: 5 }],
      rollback: ["c"],
      signOffRules: [{ name: "Ana" }],
    });
    expect(read.unplaced).toEqual([]);
  });

  it.each([
    ["Aufgabe", "Status", "Priorität", "Abgeschlossen", "In Bearbeitung", "Geplant", "Hoch"],
    ["Tarea", "Estado", "Prioridad", "Terminado", "En curso", "Pendiente", "Alta"],
    ["Tâche", "Statut", "Priorité", "Terminé", "En cours", "À faire", "Élevée"],
    ["Görev", "Durum", "Öncelik", "Tamamlandı", "Devam ediyor", "Bekliyor", "Yüksek"],
    ["任务", "状态", "优先级", "已完成", "进行中", "待处理", "高"],
    ["タスク", "状態", "優先度", "完了", "対応中", "未着手", "高"],
    ["Задача", "Статус", "Приоритет", "Выполнено", "В работе", "Не начато", "Высокий"],
  ])("reads a table headed %s and %s", (task, status, priority, done, started, open, high) => {
    const read = items(
      `| № | ${task} | ${status} | ${priority} |`,
      "|---|---|---|---|",
      `| 1 | a | ${done} | ${high} |`,
      `| 2 | b | ${started} | |`,
      `| 3 | c | ${open} | |`,
    );
    expect(read.map(({ title, state, details }) => [title, state, details])).toEqual([
      ["a", "DONE", ""],
      ["b", "IN_PROGRESS", ""],
      ["c", "OPEN", ""],
    ]);
    expect(read[0]?.level).toBe("MUST");
  });

  it.each([
    ["Risiko", "Auswirkung", "Maßnahme", "hoch", "gering"],
    ["Riesgo", "Impacto", "Mitigación", "Alto", "Bajo"],
    ["Risque", "Impact", "Atténuation", "Élevé", "Faible"],
    ["Risk", "Etki", "Önlem", "Yüksek", "Düşük"],
    ["风险", "影响", "缓解措施", "高", "低"],
    ["リスク", "影響度", "対策", "高", "低"],
    ["Риск", "Влияние", "Меры", "Высокое", "Низкое"],
  ])("reads a risk table headed %s", (risk, impact, mitigation, high, low) => {
    const read = plan(
      `| ${risk} | ${impact} | ${mitigation} |`,
      "|---|---|---|",
      `| a | ${high} | b |`,
      `| c | ${low} | d |`,
    );
    expect(read.risks).toMatchObject([
      { title: "a", severity: "HIGH", mitigation: "b" },
      { title: "c", severity: "LOW", mitigation: "d" },
    ]);
  });

  it("reads secrets and environments of other languages", () => {
    const read = plan(
      "| Geheimnis | Verantwortlich | Rotation | Ablage |",
      "|---|---|---|---|",
      "| Datenbank | Betrieb | vierteljährlich | Tresor |",
      "",
      "| Paramètre | Développement | Recette | Production |",
      "|---|---|---|---|",
      "| Courriel | non | essai | oui |",
    );
    expect(read.secrets).toMatchObject([{ owner: "Betrieb", rotationDays: 90, storage: "Tresor" }]);
    expect(read.environments?.columns).toEqual(["Développement", "Recette", "Production"]);
  });

  it("counts phases before or behind the word", () => {
    const names = plan("# P", "## 1. Aşama: Pilot", "- [ ] a", "## 2. Aşama: Herkes", "- [ ] b").phases;
    expect(names.map(({ name }) => name)).toEqual(["1. Aşama: Pilot", "2. Aşama: Herkes"]);
    const around = plan("# P", "## Antes do lançamento", "- [ ] a", "## Pós-lançamento", "- [ ] b").phases;
    expect(around).toHaveLength(2);
    const italian = plan("# P", "## Pre-lancio", "- [ ] a", "## Post-lancio", "- [ ] b").phases;
    expect(italian).toHaveLength(2);
  });
});

describe("levels", () => {
  it.each([
    ["(MUST) Scan", "Scan", "MUST"],
    ["[P1] Scan", "Scan", "MUST"],
    ["P2: Scan", "Scan", "SHOULD"],
    ["🔴 Critical: Scan", "Scan", "MUST"],
    ["Scan (nice to have)", "Scan", "COULD"],
    ["Scan — optional", "Scan", "COULD"],
    ["Scan（必须）", "Scan", "MUST"],
    ["Scan (isteğe bağlı)", "Scan", "COULD"],
    ["(R) Scan", "Scan", "MUST"],
    ["Scan (high availability)", "Scan (high availability)", "SHOULD"],
    ["(Must be signed) Scan", "(Must be signed) Scan", "MUST"],
    ["Optional", "Optional", "SHOULD"],
    ["Scan (P1)", "Scan", "MUST"],
    ["Scan (p3, after launch)", "Scan (p3, after launch)", "COULD"],
    ["Scan (P0 – blocks us)", "Scan (P0 – blocks us)", "MUST"],
    ["Scan [P3/P4]", "Scan [P3/P4]", "COULD"],
    ["Scan **P1**", "Scan", "MUST"],
    ["P1 - Scan", "Scan", "MUST"],
    ["Pager rings (P1 in two minutes)", "Pager rings (P1 in two minutes)", "SHOULD"],
    ["Pager rings (P1/P2 faults)", "Pager rings (P1/P2 faults)", "SHOULD"],
    ["[P1 faults] ring the pager", "[P1 faults] ring the pager", "SHOULD"],
    ["P1 faults ring the pager", "P1 faults ring the pager", "SHOULD"],
    ["P1 – P3 faults are counted", "P1 – P3 faults are counted", "SHOULD"],
  ])("%j is %j at %s", (text, title, level) => {
    expect(items(`- [ ] ${text}`)).toMatchObject([{ title, level }]);
  });

  it.each([
    ["20", "CRITICAL"],
    ["3 × 4 = 12", "HIGH"],
    ["6/25", "MEDIUM"],
    ["2", "LOW"],
    ["M", "MEDIUM"],
    ["🔴", "HIGH"],
    ["open", null],
  ])("a risk scored %j is %s", (score, severity) => {
    expect(plan("| Risk | Score |", "|---|---|", `| a | ${score} |`).risks).toMatchObject([{ severity }]);
  });

  it("reads what other languages call the parts of a plan", () => {
    const korean = plan(
      "# P",
      "## 1단계: 안",
      "- [ ] a",
      "## 게이트 조건 (Exit criteria)",
      "- p95 ≤ 300ms",
      "## 롤백 트리거",
      "- 데이터 손실",
      "## 롤백 절차",
      "1. 복원",
    );
    expect(korean.criteria).toMatchObject([{ comparator: "<=", target: 300, unit: "ms" }]);
    expect(korean.phases[0]).toMatchObject({ rollback: ["복원"], rollbackTriggers: ["데이터 손실"] });
    const russian = plan(
      "# P",
      "## Этап 1",
      "- Собрать",
      "## Этап 2",
      "- Запустить",
      "## DoD по этапам",
      "### Этап 1",
      "- Собрано",
      "## Риски",
      "### Риск 1: Медленно",
      "**Вероятность:** Medium",
      "**Влияние:** High",
      "**Митигация:**",
      "- Постепенно",
    );
    expect(russian.phases[0]?.criteria.map(({ text }) => text)).toEqual(["Собрано"]);
    expect(russian.risks).toEqual([
      { title: "Медленно", severity: "HIGH", likelihood: "MEDIUM", impact: "HIGH", mitigation: "Постепенно" },
    ]);
    const spanish = plan("# P", "| Criterio | Resultado |", "|---|---|", "| Sin fallas | GO / NO-GO |");
    expect(spanish.phases[0]?.criteria).toMatchObject([{ text: "Sin fallas", checked: false }]);
  });
});

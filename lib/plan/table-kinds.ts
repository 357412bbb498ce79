import type { ItemState } from "@/lib/domain/words";
import { isLegend, stateOfCell } from "./item-state";
import { folded } from "./plain-text";
import { type RiskColumns, risksOf } from "./risk-columns";
import { type SecretColumns, secretsOf } from "./secret-columns";
import { type Cells, columnLike } from "./table-cells";
import type { Role } from "./vocabulary";

/** What a table holds, with the columns that matter (-1: there is none). */
export type TableKind =
  | { kind: "environments"; key: number; columns: number[] }
  | { kind: "environment rows" }
  | SecretColumns
  | RiskColumns
  | { kind: "criteria"; text: number; target: number; state: number; window: number }
  | { kind: "sign-off"; name: number }
  | { kind: "items"; title: number; state: number; level: number; number: number; ticks: number[] }
  | { kind: "board"; states: ItemState[] }
  | { kind: "other" };

const ENVIRONMENT =
  /^(?:the )?(mock|dev|development|local|ci|int|integration|acceptance|test|testing|qa|uat|sit|staging|stage|stg|pre-?prod|pre-?production|prod|production|live|sandbox|demo|dr|canary|preview|entwicklung|testumgebung|abnahme|produktion|producao|produccion|preproduccion|desarrollo|pruebas|desenvolvimento|homologacao|teste|developpement|recette|preproduction|sviluppo|collaudo|produzione|gelistirme|uretim|canli|(?:开发|測試|测试|预发布?|预生产|生产|線上|线上|開発|検証|ステージング|本番|テスト)(?:环境|環境)?|(?:개발|테스트|스테이징|운영)(?: ?환경)?|разработка|тест(?:овая|овый)?|стейдж(?:инг)?|прод(?:акшн|уктив)?|продакшен|бой|боевая)(?:[ /_-](?:env|environment|environments|present|tested|value|values|ready|status|config|configuration|setting|settings|url|deployed|verified|done|ok|sandbox|mock|test|test env))*(?: \(.*\))?$/;

const SAME: Readonly<Record<string, string>> = {
  dev: "development",
  stage: "staging",
  stg: "staging",
  prod: "production",
  test: "testing",
  "pre-prod": "preprod",
  "pre-production": "preprod",
  preproduction: "preprod",
};

/** Which environment a column is about, by one name for each; null for other columns. */
export function environmentOf(header: string): string | null {
  const key = folded(header);
  // "Stage/Preview", "Local (dev)": the first word names it.
  const word = (ENVIRONMENT.exec(key) ?? ENVIRONMENT.exec(key.split(/\s?\/\s?/)[0] ?? ""))?.[1];
  return word === undefined ? null : (SAME[word] ?? word);
}

function share(cells: Cells, column: number, test: (text: string) => boolean): number {
  const filled = cells.rows.filter(({ cells: row }) => (row[column]?.text ?? "") !== "");
  return filled.length === 0
    ? 0
    : filled.filter(({ cells: row }) => test(row[column]?.text ?? "")).length / filled.length;
}

const TICK =
  /^(?:✅|✓|✔|☑|☐|⬜|❌|✗|✘|x|yes|no|y|n|:white_check_mark:|:x:|:heavy_check_mark:|\[[ xX]\])\ufe0f?$/iu;

function criteriaOf(header: readonly string[], role: Role): TableKind | null {
  const target = columnLike(
    header,
    /\btarget|threshold|^goal$|objective|\bslo\b|^required(?: value| result)?$|acceptable|^pass(?:ing)? (?:value|criteria)|^metas?$|^ziel|zielwert|schwellwert|^objetivo|^umbral|^limiar|^objectif|^cible|^seuil|^hedef|^esik|目标|目標|目标值|阈值|閾値|목표|цел|^هدف|^حداقل|الهدف|المستهدف|^minimum/,
  );
  const text = columnLike(
    header,
    /metric|^kpi|indicator|^measures?$|criteri|^critere|\bsli\b|signal|metrica|metrique|indicador|indicateur|metrik|kennzahl|gosterge|kriter|指标|指標|지표|метрик|показател|критери|^معیار|^شاخص|المعيار|المؤشر/,
  );
  const first =
    text >= 0 && text !== target
      ? text
      : role === "criteria"
        ? header.findIndex(
            (_, index) =>
              index !== target &&
              !/^#|^no\.?$|^id$|^(?:phase|stage|milestone|week|date|role|owner)s?$/.test(header[index] ?? ""),
          )
        : -1;
  const state = columnLike(
    header,
    /^(?:(?:current |actual )?(?:status|state|result)|resultado|resultat|ergebnis|risultato|結果|结果|결과|результат|met|done|passed|achieved|verified|checked|estado|statut|durum|verifi(?:e|cado|cata)|gepruft|erfullt|cumplid[oa]|atendid[oa]|状态|状態|статус|выполнено)\??$/,
  );
  // "Criterion | Status": what has to be so and whether it is, without a figure of its own.
  const judged = state >= 0 && /^criteri(?:on|a|um|o)s?$|^critere$/.test(header[first] ?? "");
  if (first < 0 || (target < 0 && role !== "criteria" && !judged)) return null;
  const window = columnLike(
    header,
    /^(?:(?:measurement|time|evaluation) )?(?:window|period|time ?frame|timeline|by when|when)$/,
  );
  return { kind: "criteria", text: first, target, state, window };
}

/** A box and words behind it in one cell. */
const LEADING_BOX = /^(?:\[[ xX]\]|☐|☑|⬜)\ufe0f?\s+\S/u;

/** A column that numbers the rows. */
const NUMBERING = /^(?:#|no\.?|id|nr\.?|n[º°.]|num\.?|number|ref\.?|reference|key|序号|编号|番号|№|sira)$/;

/** @param all whether rows are work although nothing says how they stand */
function itemsOf(
  given: readonly string[],
  cells: Cells,
  role: Role,
  hasBoxes: boolean,
  all: boolean,
): TableKind | null {
  const header = given.map((cell) => cell.replace(/\s*\([^()]*\)$/, ""));
  const isTick = (column: number) => share(cells, column, (text) => TICK.test(text)) >= 0.8;
  const state = header.findIndex(
    (cell, index) =>
      /^(?:(?:current |task |item |implementation |completion )?(?:status|state|progress)|done|completed?|checked|passed|pass\/fail|ready|met|verified|implemented|result|✓|✔|☑|✅|estado|situac(?:ao|ion)|statut|etat|avancement|stato|stand|erledigt|fertig|hecho|feito|fait|durum|状态|狀態|进度|完成情况|状態|進捗|ステータス|상태|진행|статус|состояние|готово|وضعیت|الحالة|trang thai|verifi(?:e|cado|cata)|uberpruft|gepruft|cumplid[oa]|atendid[oa]|完成|确认|確認|확인)\??$/u.test(
        cell,
      ) &&
      (share(cells, index, (text) => stateOfCell(text) !== null || isLegend(text)) >= 0.5 ||
        share(cells, index, () => true) === 0),
  );
  const boxes = header.findIndex(
    (_, index) => share(cells, index, (text) => /^(?:\[[ xX]\]|☐|☑|⬜)$/u.test(text)) >= 0.8,
  );
  const ticks = header.flatMap((_, index) => (index !== state && isTick(index) ? [index] : []));
  const named = columnLike(
    header,
    /^(?:recommendations?|recommended actions?|findings?|recomendacion(?:es)?|recomendac(?:ao|oes)|empfehlung(?:en)?|recommandations?|check(?: name|list item|point)?s?|(?:action |work |checklist )?items?|tasks?|requirements?|actions?|controls?|to-?dos?|deliverables?|activit(?:y|ies)|steps?|questions?|what|check|tareas?|tarefas?|atividades?|actividad(?:es)?|acc?ion(?:es)?|acao|acoes|taches?|actions?|aufgaben?|massnahmen?|schritte?|attivita|gorevl?e?r?|adim|is|任务|任務|检查项|检查内容|事项|工作项|步骤|项目|タスク|作業|作業内容|項目|チェック項目|実施内容|작업|항목|할일|задач[аи]|действи[ея]|шаг|работ[аы]|мероприятие|пункт|وظیفه|punkt|prufpunkt|kontrollpunkt|arbeitsschritt|tatigkeit|thema|livrables?|entregave(?:l|is)|entregables?|elementos?|verificac(?:ion|ao)|controles?|措施|改进项|行动项|対応策|checagem|madde|kontrol|hang muc|cong viec|nhiem vu|检查点|检查内容|内容|活动|交付物|確認項目|確認事項|点検項目|実施事項|점검 ?항목|확인 ?사항|업무|활동|этап работ|проверк[аи]|مورد|آیتم|کار|اقدام|المهمة|البند)(?!\p{L})/u,
  );
  const loose = columnLike(
    header,
    /^(?:features?|components?|areas?|capabilit(?:y|ies)|services?|work ?streams?|descriptions?|names?|topics?|aspects?|dimensions?|categor(?:y|ies)|modules?|bereich|modul|modulo|componente|funcionalidade|fonctionnalite|module|alan|维度|模块|功能|类别|领域|方面|機能|分類|영역|модуль|компонент|раздел)$/,
  );
  const box = boxes >= 0 ? boxes : state;
  const free = header.findIndex(
    (cell, index) => index !== box && !ticks.includes(index) && !NUMBERING.test(cell),
  );
  const title =
    named >= 0 && named !== box
      ? named
      : boxes >= 0
        ? free
        : !hasBoxes || role === "items"
          ? loose >= 0
            ? loose
            : state >= 0
              ? free
              : -1
          : -1;
  // "| [x] Tell people | Ben |": the box stands in front of the words.
  const lead = header.findIndex(
    (_, index) => share(cells, index, (text) => LEADING_BOX.test(text) && !isLegend(text)) >= 0.8,
  );
  const told = box >= 0 || ticks.length > 0 || (all && named >= 0);
  if (lead < 0 && (title < 0 || title === box || !told)) return null;
  return {
    kind: "items",
    title: lead >= 0 ? lead : title,
    state: lead >= 0 ? lead : box,
    level: columnLike(
      header,
      /^(?:priority|level|severity|importance|moscow|prio|criticality|prioridad|prioridade|priorite|prioritat|priorita|oncelik|优先级|優先度|優先順位|重要度|우선순위|приоритет)$/,
    ),
    number: header.findIndex((cell, index) => index !== title && index !== lead && NUMBERING.test(cell)),
    ticks: ticks.filter((index) => index !== box && index !== lead),
  };
}

/**
 * Decides what a table is by its columns. In: its cells, what its heading is about and whether the document
 * has real boxes elsewhere. Ticks in a column that is not a status say "applies", never "done".
 */
export function kindOfTable(cells: Cells, role: Role, hasBoxes: boolean, all = false): TableKind {
  const header = cells.header.map((text) => folded(text));
  const states = cells.header.map((text) => stateOfCell(text));
  // "To do | Doing | Done": every column holds the work that stands so.
  if (
    states.length >= 2 &&
    states.every((state) => state !== null) &&
    new Set(states).size >= 2 &&
    !header.includes("no")
  )
    return { kind: "board", states: states.filter((state) => state !== null) };
  const columns = header.flatMap((text, index) => (index > 0 && environmentOf(text) ? [index] : []));
  const distinct = new Set(columns.map((index) => environmentOf(header[index] ?? "")));
  if (distinct.size >= 2)
    return { kind: "environments", key: header.findIndex((_, index) => !columns.includes(index)), columns };
  if (role === "sign-off") {
    const name = columnLike(
      header,
      /role|approver|team|group|department|function|stakeholder|name|rolle|rol\b|cargo|func[ti]|funcao|papel|abteilung|fonction|gorev|unvan|役割|役職|承認者|角色|职位|部门|审批人|역할|роль|должность|подразделение/,
    );
    return name >= 0 ? { kind: "sign-off", name } : { kind: "other" };
  }
  const found = secretsOf(header) ?? risksOf(header, role) ?? criteriaOf(header, role);
  if (found) return found;
  const named = cells.rows.filter(({ cells: row }) => environmentOf(row[0]?.text ?? "") !== null).length;
  if (
    /^(?:target )?(?:environment|env|umgebung|entorno|ambiente|environnement|ortam|环境|環境|환경|среда|окружение)s?(?: name)?$/.test(
      header[0] ?? "",
    ) &&
    named >= 2
  )
    return { kind: "environment rows" };
  return role === "aside"
    ? { kind: "other" }
    : (itemsOf(header, cells, role, hasBoxes, all) ?? { kind: "other" });
}

import { stateOfCell } from "./item-state";
import { folded } from "./plain-text";
import type { Cells } from "./table-cells";
import type { Role } from "./vocabulary";

/** What a table holds, with the columns that matter (-1: there is none). */
export type TableKind =
  | { kind: "environments"; key: number; columns: number[] }
  | { kind: "secrets"; name: number; variable: number; owner: number; rotation: number; storage: number }
  | { kind: "risks"; title: number; severity: number; mitigation: number }
  | { kind: "criteria"; text: number; target: number; state: number }
  | { kind: "sign-off"; name: number }
  | { kind: "items"; title: number; state: number; level: number; ticks: number[] }
  | { kind: "other" };

const ENVIRONMENT =
  /^(?:the )?(mock|dev|development|local|test|testing|qa|uat|sit|staging|stage|stg|pre-?prod|pre-?production|prod|production|live|sandbox|demo|dr|canary|entwicklung|produktion|producao|produccion|desarrollo|homologacao|开发环境|测试环境|生产环境|预发布环境|開発環境|本番環境|ステージング環境|개발|스테이징|운영)(?:[ /_-](?:env|environment|environments|present|tested|value|values|ready|status|config|configuration|setting|settings|url|deployed|verified|done|ok|sandbox|mock|test|test env))*(?: \(.*\))?$/;

/** Which environment a column is about; null for other columns. */
function environmentOf(header: string): string | null {
  return ENVIRONMENT.exec(folded(header))?.[1] ?? null;
}

function find(header: readonly string[], pattern: RegExp): number {
  return header.findIndex((cell) => pattern.test(cell));
}

function share(cells: Cells, column: number, test: (text: string) => boolean): number {
  const filled = cells.rows.filter(({ cells: row }) => (row[column]?.text ?? "") !== "");
  return filled.length === 0
    ? 0
    : filled.filter(({ cells: row }) => test(row[column]?.text ?? "")).length / filled.length;
}

const TICK =
  /^(?:✅|✓|✔|☑|☐|⬜|❌|✗|✘|x|yes|no|y|n|:white_check_mark:|:x:|:heavy_check_mark:|\[[ xX]\])\ufe0f?$/iu;

function secretsOf(header: readonly string[]): TableKind | null {
  const secret = find(
    header,
    /^(?:the )?(?:secrets?|credentials?|tokens?|passwords?|api[ -]keys?|certificates?|keys?|secret (?:name|id|key)|key name|credential name|token name)$|^(?:secret|credential|token|api key)\b/,
  );
  const named = find(header, /^(?:name|variable|env(?:ironment)?[ -]?var(?:iable)?s?|parameter)$/);
  const rotation = header.findIndex(
    (cell) => /rotat|rotacion|cadence|lifetime|ttl/.test(cell) && !/next|last|due|procedure/.test(cell),
  );
  const owner = find(header, /^(?!.*backup)(?:.*\bowner|.*responsible|owned by|custodian|team)\b/);
  const storage = find(header, /storage|stored|vault|location|^where|secret store|manager$/);
  const name = secret >= 0 ? secret : rotation >= 0 ? named : -1;
  if (name < 0 || (rotation < 0 && owner < 0 && storage < 0)) return null;
  // A column that is only called "key" may hold anything; rotation tells.
  if (/^keys?$/.test(header[name] ?? "") && rotation < 0) return null;
  const variable = header.findIndex((cell, index) => index !== name && /\benv|variable|\bvar\b/.test(cell));
  return { kind: "secrets", name, variable, owner, rotation, storage };
}

function risksOf(header: readonly string[], role: Role): TableKind | null {
  const risk = find(
    header,
    /^(?:risks?|risk (?:description|item|event|name|factor)|description of risk|riesgo|risco|risque|risiko|rischio|风险|リスク|위험|риск)$/,
  );
  const mitigation = find(
    header,
    /mitigat|response|contingen|countermeasure|mitiga|massnahme|缓解|対策|대응|мер[аы]/,
  );
  const severity =
    [/severity|schwere/, /impact/, /^(?:risk )?(?:level|rating|score)$|priority/, /likelihood|probability/]
      .map((pattern) => find(header, pattern))
      .find((column) => column >= 0) ?? -1;
  const title =
    risk >= 0
      ? risk
      : role === "risks"
        ? find(header, /description|event|threat|issue|scenario|concern|^item$|^name$/)
        : -1;
  return title >= 0 && (mitigation >= 0 || severity >= 0)
    ? { kind: "risks", title, severity, mitigation }
    : null;
}

function criteriaOf(header: readonly string[], role: Role): TableKind | null {
  const target = find(
    header,
    /\btarget|threshold|^goal$|objective|\bslo\b|required value|acceptable|^pass(?:ing)? (?:value|criteria)|^meta$|^ziel|zielwert|目标|目標|목표|цел/,
  );
  const text = find(
    header,
    /metric|^kpi|indicator|^measures?$|criteri|\bsli\b|signal|metrica|kennzahl|指标|指標|지표|метрик|показател/,
  );
  const first =
    text >= 0 && text !== target
      ? text
      : role === "criteria"
        ? header.findIndex((_, index) => index !== target && !/^#|^no\.?$|^id$/.test(header[index] ?? ""))
        : -1;
  if (first < 0 || (target < 0 && role !== "criteria")) return null;
  return {
    kind: "criteria",
    text: first,
    target,
    state: find(header, /^(?:status|met|done|state|passed|achieved|result)\??$/),
  };
}

function itemsOf(header: readonly string[], cells: Cells, role: Role, hasBoxes: boolean): TableKind | null {
  const isTick = (column: number) => share(cells, column, (text) => TICK.test(text)) >= 0.8;
  const state = header.findIndex(
    (cell, index) =>
      /^(?:status|done|completed?|state|checked|passed|progress|✓|✔|☑|✅|estado|statut|stand|durum|状态|狀態|状態|상태|статус|وضعیت)\??$/.test(
        cell,
      ) &&
      (share(cells, index, (text) => stateOfCell(text) !== null) >= 0.5 ||
        share(cells, index, () => true) === 0),
  );
  const boxes = header.findIndex(
    (_, index) => share(cells, index, (text) => /^(?:\[[ xX]\]|☐|☑|⬜)$/u.test(text)) >= 0.8,
  );
  const ticks = header.flatMap((_, index) => (index !== state && isTick(index) ? [index] : []));
  const named = find(
    header,
    /^(?:check(?: name|list item|point)?s?|(?:action |work |checklist )?items?|tasks?|requirements?|actions?|controls?|to-?dos?|deliverables?|activit(?:y|ies)|steps?|questions?|what|check|tarea|tarefa|tache|aufgabe|gorev|任务|检查项|项目|タスク|項目|작업|항목|задача)\b/u,
  );
  const loose = find(
    header,
    /^(?:features?|components?|areas?|capabilit(?:y|ies)|services?|work ?streams?|descriptions?|names?|topics?)$/,
  );
  const box = boxes >= 0 ? boxes : state;
  const free = header.findIndex(
    (cell, index) => index !== box && !ticks.includes(index) && !/^(?:#|no\.?|id|nr\.?)$/.test(cell),
  );
  const title =
    named >= 0 && named !== box ? named : boxes >= 0 ? free : !hasBoxes || role === "items" ? loose : -1;
  if (title < 0 || title === box || (box < 0 && ticks.length === 0)) return null;
  return {
    kind: "items",
    title,
    state: box,
    level: find(
      header,
      /^(?:priority|level|severity|importance|moscow|prioridad|prioridade|priorite|prioritat)$/,
    ),
    ticks: ticks.filter((index) => index !== box),
  };
}

/**
 * Decides what a table is by its columns. In: its cells, what its heading is about and whether the document
 * has real boxes elsewhere. Ticks in a column that is not a status say "applies", never "done".
 */
export function kindOfTable(cells: Cells, role: Role, hasBoxes: boolean): TableKind {
  const header = cells.header.map((text) => folded(text));
  const columns = header.flatMap((text, index) => (index > 0 && environmentOf(text) ? [index] : []));
  const distinct = new Set(columns.map((index) => environmentOf(header[index] ?? "")));
  if (distinct.size >= 2)
    return { kind: "environments", key: header.findIndex((_, index) => !columns.includes(index)), columns };
  if (role === "sign-off") {
    const name = find(
      header,
      /role|approver|team|group|department|function|stakeholder|name|rolle|rol\b|cargo/,
    );
    return name >= 0 ? { kind: "sign-off", name } : { kind: "other" };
  }
  const found = secretsOf(header) ?? risksOf(header, role) ?? criteriaOf(header, role);
  if (found) return found;
  return role === "aside" ? { kind: "other" } : (itemsOf(header, cells, role, hasBoxes) ?? { kind: "other" });
}

import { columnLike } from "./table-cells";
import type { Role } from "./vocabulary";

/** A table of risks, with the columns that matter (-1: there is none). */
export interface RiskColumns {
  kind: "risks";
  title: number;
  severity: number;
  likelihood: number;
  impact: number;
  mitigation: number;
  /** whose, until when, what else: kept with the mitigation */
  facts: number[];
}

const FACT =
  /owner|responsible|assignee|^status$|^state$|due|deadline|target date|trigger|contingen|fallback|verantwort|zustandig|^termin$|responsab|responsav|^prazo$|^plazo$|负责人|状态|触发|担当|期限|담당|ответствен|срок|^статус/;

/** Whether a table lists risks, by its folded header and what its heading is about. Null where it does not. */
export function risksOf(header: readonly string[], role: Role): RiskColumns | null {
  const risk = columnLike(
    header,
    /^(?:risks?|risk (?:description|item|event|name|factor)|description of risk|(?:riesgo|risco|risque|risiko|rischio|risik|ryzyko)s?(?: \p{L}+)?|风险(?:项|描述|点)?|風險|リスク(?:内容|項目)?|위험(?: ?요소)?|리스크|риск(?:и|а)?|ریسک)$/u,
  );
  const mitigation = columnLike(
    header,
    /mitigat|response|contingen|countermeasure|mitiga|massnahme|gegenmittel|abhilfe|attenuation|parade|onlem|azaltma|缓解|应对|措施|対策|軽減|대응|완화|мер[аы]|снижени|митигаци/,
  );
  const severity = [
    /severity|schwere|gravedad|gravidade|gravite|严重|重大度|심각/,
    /^(?:risk )?(?:level|rating|score|grade)$|priority|^nivel|^niveau|^等级|^级别|^уровень/,
  ]
    .map((pattern) => columnLike(header, pattern))
    .find((column) => column >= 0);
  const impact = columnLike(
    header,
    /impact|auswirkung|schaden|impatto|\betki|影响|影響|영향|влияни|воздейств|последств/,
  );
  const likelihood = columnLike(
    header,
    /likelihood|probab|wahrscheinlich|eintritt|olasilik|概率|可能性|確率|확률|вероятн/,
  );
  const title =
    risk >= 0
      ? risk
      : role === "risks"
        ? columnLike(header, /description|event|threat|issue|scenario|concern|^item$|^name$/)
        : -1;
  if (title < 0 || (mitigation < 0 && severity === undefined && impact < 0 && likelihood < 0)) return null;
  const facts = header.flatMap((cell, index) => (index !== title && FACT.test(cell) ? [index] : []));
  return { kind: "risks", title, severity: severity ?? -1, likelihood, impact, mitigation, facts };
}

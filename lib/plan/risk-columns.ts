import { columnLike } from "./table-cells";
import type { Role } from "./vocabulary";

/** A table of risks, with the columns that matter (-1: there is none). */
export interface RiskColumns {
  kind: "risks";
  title: number;
  severity: number;
  mitigation: number;
}

/** Whether a table lists risks, by its folded header and what its heading is about. Null where it does not. */
export function risksOf(header: readonly string[], role: Role): RiskColumns | null {
  const risk = columnLike(
    header,
    /^(?:risks?|risk (?:description|item|event|name|factor)|description of risk|(?:riesgo|risco|risque|risiko|rischio|risik|ryzyko)s?(?: \p{L}+)?|风险(?:项|描述|点)?|風險|リスク(?:内容|項目)?|위험(?: ?요소)?|리스크|риск(?:и|а)?|ریسک)$/u,
  );
  const mitigation = columnLike(
    header,
    /mitigat|response|contingen|countermeasure|mitiga|massnahme|gegenmittel|abhilfe|attenuation|parade|onlem|azaltma|缓解|应对|措施|対策|軽減|대응|완화|мер[аы]|меры|снижени/,
  );
  const severity =
    [
      /severity|schwere|gravedad|gravidade|gravite|严重|重大度|심각/,
      /impact|auswirkung|schaden|impatto|\betki|影响|影響|영향|влияни|воздейств|последств/,
      /^(?:risk )?(?:level|rating|score|grade)$|priority|^nivel|^niveau|^等级|^级别|^уровень/,
      /likelihood|probab|wahrscheinlich|olasilik|概率|可能性|確率|확률|вероятн/,
    ]
      .map((pattern) => columnLike(header, pattern))
      .find((column) => column >= 0) ?? -1;
  const title =
    risk >= 0
      ? risk
      : role === "risks"
        ? columnLike(header, /description|event|threat|issue|scenario|concern|^item$|^name$/)
        : -1;
  return title >= 0 && (mitigation >= 0 || severity >= 0)
    ? { kind: "risks", title, severity, mitigation }
    : null;
}

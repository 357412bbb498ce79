import type { RiskScale } from "./risks";
import type { RiskSeverity, RiskState } from "./words";

export interface RiskView {
  id: string;
  title: string;
  severity: RiskSeverity;
  /** null: nobody said; the severity is then as it was said itself */
  likelihood: RiskScale | null;
  impact: RiskScale | null;
  state: RiskState;
  mitigation: string | null;
  ownerId: string | null;
  owner: string | null;
  /** by whom, why, on which day and until which; null unless it is accepted */
  acceptance: {
    by: string | null;
    why: string | null;
    at: string | null;
    until: string | null;
    over: boolean;
  } | null;
  /** it holds up every gate now */
  blocks: boolean;
  version: number;
}

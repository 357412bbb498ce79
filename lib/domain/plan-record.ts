import type { RehearsalOutcome } from "./rollback";
import type { Outcome, SignOffDecision } from "./words";

/** Acts of people that a file tells of. `by` is a name; days are "YYYY-MM-DD". */
export interface Acts {
  decisions: { phase: string; outcome: Outcome; by: string | null; on: string; override: boolean }[];
  signOffs: { phase: string; rule: string; decision: SignOffDecision; by: string; on: string }[];
  /** items that another person verified, or waived until a day */
  items: {
    title: string;
    state: "VERIFIED" | "WAIVED";
    by: string;
    on: string | null;
    until: string | null;
  }[];
  verifications: { key: string; environment: string; by: string; on: string }[];
  acceptances: { risk: string; by: string; on: string | null; until: string | null; why: string | null }[];
  rehearsals: { phase: string; on: string; outcome: RehearsalOutcome; by: string; note: string | null }[];
}

const OUTCOMES: Record<Outcome, string> = {
  GO: "Go",
  CONDITIONAL_GO: "Go, with conditions",
  HOLD: "Hold",
  RECYCLE: "Sent back",
  STOP: "Stop",
};

/** People end their reasons as they like. */
const because = (why: string | null): string => (why?.trim() ? `: ${why.trim().replace(/\s+/g, " ")}` : "");

/** What people did, a sentence for each, for the end of a plan file: decisions first, what they rest on after. */
export const actsInWords = (acts: Acts): string[] => [
  ...acts.decisions.map(
    ({ phase, outcome, by, on, override }) =>
      `Gate of ${phase}: ${OUTCOMES[outcome]}, ${by === null ? "as the review ran out" : `decided by ${by}`} on ${on}${override ? ", by override" : ""}`,
  ),
  ...acts.signOffs.map(
    ({ phase, rule, decision, by, on }) =>
      `Sign-off of ${phase}: ${decision === "REFUSED" ? "refused" : "given"} by ${by} under “${rule}” on ${on}`,
  ),
  ...acts.items.map(
    ({ title, state, by, on, until }) =>
      `Item “${title}”: ${state === "WAIVED" ? "waived" : "verified"} by ${by}${on ? ` on ${on}` : ""}${until ? `, until ${until}` : ""}`,
  ),
  ...acts.verifications.map(
    ({ key, environment, by, on }) => `${key} in ${environment}: verified by ${by} on ${on}`,
  ),
  ...acts.acceptances.map(
    ({ risk, by, on, until, why }) =>
      `Risk “${risk}”: accepted by ${by}${on ? ` on ${on}` : ""}${until ? `, until ${until}` : ""}${because(why)}`,
  ),
  ...acts.rehearsals.map(
    ({ phase, on, outcome, by, note }) =>
      `Rollback of ${phase}: rehearsed on ${on}, told by ${by}: it ${outcome === "WORKED" ? "worked" : "failed"}${because(note)}`,
  ),
];

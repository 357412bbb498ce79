import { aimOf, isAttestation, quantity, RESULT_WORDS } from "@/components/criteria/criterion-words";
import { OUTCOME_WORDS, verdictOf } from "@/components/gates/gate-verdict";
import type { GateMark } from "@/components/phases/gate-diamond";
import { countOf, gateChipOf } from "@/components/phases/gate-words";
import { lostPoints } from "@/components/readiness/points";
import { peopleSentence, ruleChip, SIGN_OFF_WORDS } from "@/components/sign-offs/sign-off-words";
import type { Tone } from "@/components/ui/chip";
import { formatDay, formatFull, type ReaderClock } from "@/components/ui/time-format";
import type { CriterionView } from "@/lib/domain/criterion-views";
import type { DecisionView, SignOffRuleView, SignOffView } from "@/lib/domain/gate-views";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { ProjectView, RailPhase } from "@/lib/domain/project-views";
import { type Bounded, bounded } from "./bounded";

interface ReportCriterion {
  id: string;
  text: string;
  aim: string;
  measured: string;
  result: { word: string; tone: Tone };
}

interface ReportRule {
  id: string;
  name: string;
  people: string;
  state: { word: string; tone: Tone };
  signatures: { id: string; line: string; comment: string | null; since: string | null }[];
}

interface ReportDecision {
  id: string;
  outcome: string;
  marks: string;
  by: string;
  reason: string | null;
  override: string | null;
  conditions: string[];
  blockers: Bounded<{ text: string }>;
  seal: string;
}

/** What a report of a phase says, in words: the page and the PDF are laid out from this one. */
export interface Report {
  workspace: string;
  project: string;
  phase: string;
  /** ISO 8601, UTC */
  madeAt: string;
  /** the same in the reader's zone and in UTC */
  asOf: string;
  rail: {
    id: string;
    name: string;
    gate: { word: string; tone: Tone };
    score: number | null;
    isCurrent: boolean;
  }[];
  verdict: { text: string; tone: Tone };
  blockers: Bounded<{ text: string; detail: string | null }>;
  score: number | null;
  minimumScore: number;
  progress: string;
  losses: Bounded<{ id: string; title: string; points: string }>;
  areas: { area: string; grade: string; score: number }[];
  criteria: Bounded<ReportCriterion>;
  rules: ReportRule[];
  decisions: Bounded<ReportDecision>;
}

const railPhase = (phase: RailPhase, current: string): Report["rail"][number] => ({
  id: phase.id,
  name: phase.name,
  gate:
    phase.status === "PLANNED" && phase.gateStatus === "BLOCKED"
      ? { word: "Planned", tone: "plain" }
      : gateChipOf(phase),
  score: phase.score,
  isCurrent: phase.id === current,
});

const measuredOf = (criterion: CriterionView): string => {
  const { latest, unit } = criterion;
  if (!latest) return "—";
  if (isAttestation(criterion)) return latest.value > 0 ? "yes" : "no";
  const sample = latest.sampleSize === null ? "" : ` (n = ${latest.sampleSize})`;
  return `${quantity(latest.value, unit)}${sample}`;
};

const criterionOf = (criterion: CriterionView): ReportCriterion => ({
  id: criterion.id,
  text: criterion.text,
  aim: aimOf(criterion),
  measured: measuredOf(criterion),
  result: RESULT_WORDS[criterion.result],
});

const signatureOf = ({ id, by, state, at, comment, changes }: SignOffView, clock: ReaderClock) => ({
  id,
  line: `${by}, ${formatFull(at, clock)}: ${SIGN_OFF_WORDS[state].word.toLowerCase()}`,
  comment,
  since:
    state === "STALE" && changes.length > 0
      ? `Since then: ${changes.map(({ title, change }) => `${title} (${change})`).join("; ")}`
      : null,
});

const ruleOf = (rule: SignOffRuleView, clock: ReaderClock): ReportRule => ({
  id: rule.id,
  name: rule.name,
  people: peopleSentence(rule),
  state: ruleChip(rule),
  signatures: rule.signOffs.map((signOff) => signatureOf(signOff, clock)),
});

function marksOf({ score, override, selfApproved, superseded, recycleTo }: DecisionView): string {
  return [
    score === null ? "not scored" : `score ${score}`,
    override && "by override",
    selfApproved && "self-approved",
    recycleTo && `sent back to ${recycleTo}`,
    superseded && "superseded",
  ]
    .filter(Boolean)
    .join(", ");
}

const decisionOf = (decision: DecisionView, clock: ReaderClock): ReportDecision => ({
  id: decision.id,
  outcome: OUTCOME_WORDS[decision.outcome],
  marks: marksOf(decision),
  by: `${decision.by ?? "The review timed out"}, ${formatFull(decision.at, clock)}`,
  reason: decision.reason,
  override: decision.overrideReason,
  conditions: decision.conditions.map(
    ({ text, owner, dueOn, met }) => `${text} (${owner}, ${met ? "met" : `due ${formatDay(dueOn, clock)}`})`,
  ),
  blockers: bounded(decision.blockers),
  seal: decision.snapshotHash,
});

/** "Sat, 21 Nov 2026, 18:40 GMT+3 (15:40 UTC)" */
function asOfWords(clock: ReaderClock): string {
  const there = formatFull(clock.now, clock);
  const utc = formatFull(clock.now, { ...clock, zone: "UTC" });
  if (there === utc) return utc;
  return `${there}, ${clock.zone} (${utc})`;
}

const VERDICT_TONES: Record<GateMark, Tone> = {
  passed: "go",
  ready: "go",
  conditional: "warn",
  "at-risk": "warn",
  "review-required": "stop",
  stopped: "stop",
  blocked: "stop",
  "in-review": "brand",
  current: "brand",
  planned: "plain",
};

/**
 * @param clock the zone its moments are told in, and the moment at which the phase was judged
 * @returns lists of at most REPORT_ROWS entries, each with how many it leaves out
 */
export function reportOf(
  { workspace, project, phase }: { workspace: string; project: ProjectView; phase: PhaseView },
  clock: ReaderClock,
): Report {
  const { readiness, gate } = phase;
  const { itemsDone, itemsTotal, criteriaMet, criteriaTotal } = readiness;
  const verdict = verdictOf(phase);
  return {
    workspace,
    project: project.name,
    phase: phase.name,
    madeAt: clock.now,
    asOf: asOfWords(clock),
    rail: project.phases.map((each) => railPhase(each, phase.id)),
    verdict: { text: verdict.text, tone: VERDICT_TONES[verdict.mark] },
    blockers: bounded(gate.blockers.map(({ text, detail }) => ({ text, detail }))),
    score: readiness.score,
    minimumScore: phase.minimumScore,
    progress: `${itemsDone} of ${countOf(itemsTotal, "item")} done, ${criteriaMet} of ${countOf(criteriaTotal, "criterion", "criteria")} met.`,
    losses: bounded(
      readiness.losses.map(({ id, title, points }) => ({ id, title, points: lostPoints(points) })),
    ),
    areas: readiness.areas.map(({ area, grade, score }) => ({ area, grade, score })),
    criteria: bounded(phase.criteria.map(criterionOf)),
    rules: phase.rules.map((rule) => ruleOf(rule, clock)),
    decisions: bounded(gate.history.map((decision) => decisionOf(decision, clock))),
  };
}

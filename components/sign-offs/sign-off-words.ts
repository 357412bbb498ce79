import type { Tone } from "@/components/ui/chip";
import { formatMoment, type ReaderClock } from "@/components/ui/time-format";
import type {
  ReviewView,
  SignOffRuleDefinition,
  SignOffRuleView,
  SignOffView,
} from "@/lib/domain/gate-views";
import { ROLE_NAMES, type SignOffState } from "@/lib/domain/words";

export const SIGN_OFF_WORDS: Record<SignOffState, { word: string; tone: Tone }> = {
  VALID: { word: "Valid", tone: "go" },
  STALE: { word: "Stale", tone: "warn" },
  WITHDRAWN: { word: "Withdrawn", tone: "plain" },
  REFUSED: { word: "Refused", tone: "stop" },
};

/** The newest signature of each person, newest first: an older one of the same person is history. */
export function standing(rule: SignOffRuleView): SignOffView[] {
  const newest = new Map<string, SignOffView>();
  for (const signOff of [...rule.signOffs].sort((a, b) => (a.at < b.at ? 1 : -1)))
    if (!newest.has(signOff.memberId)) newest.set(signOff.memberId, signOff);
  return [...newest.values()];
}

/** The rule as one word: what it waits for comes before what it has. */
export function ruleChip(rule: SignOffRuleView): { word: string; tone: Tone } {
  const states = standing(rule).map(({ state }) => state);
  if (states.includes("REFUSED")) return SIGN_OFF_WORDS.REFUSED;
  if (rule.fulfilled) return SIGN_OFF_WORDS.VALID;
  return states.includes("STALE") ? SIGN_OFF_WORDS.STALE : { word: "Open", tone: "plain" };
}

const SIGNED: Record<SignOffState, string> = {
  VALID: "signed",
  STALE: "signed",
  WITHDRAWN: "withdrew",
  REFUSED: "refused",
};

export const signatureSentence = ({ by, state, at }: SignOffView, clock: ReaderClock): string =>
  `${by} ${SIGNED[state]} ${formatMoment(at, clock)}`;

/** Which rules these are, while a review runs. */
export const frozenSentence = ({ number, requestedAt }: ReviewView, clock: ReaderClock): string =>
  `Frozen into review ${number} when it was requested, ${formatMoment(requestedAt, clock)}. What is changed since counts from the next review.`;

/** Who may fulfil the rule, in words. */
export function peopleSentence({
  people,
  minimum,
  minimumRole,
}: Pick<SignOffRuleDefinition, "people" | "minimum" | "minimumRole">): string {
  const named = people.map(({ name }) => name).join(", ");
  const who = named || `${ROLE_NAMES[minimumRole]} or above`;
  return `${minimum} ${minimum === 1 ? "person" : "people"}: ${who}`;
}

export function waitingSentence(rule: SignOffRuleView): string {
  const missing = Math.max(0, rule.minimum - rule.approvals);
  if (missing === 0) return "";
  return rule.minimum === 1 ? "waiting for 1 person" : `waiting for ${missing} of ${rule.minimum} people`;
}

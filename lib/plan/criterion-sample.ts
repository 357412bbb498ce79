import { MAGNITUDE, NUMBER, numberValue, TIME_UNIT } from "./quantity";

/** More than anybody asks or measures; a project holds no larger sample. */
const SAMPLE_MAX = 1_000_000_000;

const COMPARED = String.raw`>=|=>|==?|>|(?:at least|min(?:imum|\.)?(?: of)?|no (?:fewer|less) than|more than|over)(?=\s)`;
const COUNT = `(?<digits>${NUMBER})(?<magnitude>${MAGNITUDE})?(?![\\d.,]*\\d|\\s?%|[\\s-]?${TIME_UNIT}\\b)`;
const ANSWERS = String.raw`(?:responses?|respondents?|answers?|replies|ratings?|reviews?|votes?|surveys?|interviews?|samples?|participants?|testers?|test(?:er| user)s)\b`;
const PEOPLE = String.raw`(?:users?|customers?|people|persons?|employees?|members?|clients?|patients?|students?|colleagues?)\b`;
const FEW_WORDS = String.raw`(?:\p{L}[\p{L}-]{0,20} ){0,2}`;

/** "n >= 20", "sample size of at least 20", "minimum sample: 20": it says itself that it is one. */
const NAMED = [
  `(?<![\\p{L}\\d'’_-])n\\s*(?:of|is|:)?\\s*(?<sign>${COMPARED})\\s*${COUNT}`,
  `(?<!\\p{L})min(?:imum|\\.)?\\s+(?:n|samples?(?:[ -]size)?)\\s*(?:of|is|[:=]|>=)?\\s*${COUNT}`,
  `(?<!\\p{L})samples?(?:[ -]size)?\\s*(?:of|is|:)?\\s*(?<sign>${COMPARED})\\s*${COUNT}`,
  `(?<!\\p{L})sample(?:[ -]size)?\\s*(?:of|is|:)\\s*${COUNT}`,
];

/** "80% of at least 20 testers", "from at least 20 users", "(20+ responses)": so many stand behind a share or a rating. */
const BEHIND_A_SHARE = [
  `(?<=(?:%|percent|per cent)\\s(?:or (?:more|higher|above) )?(?:out )?of (?:the |a |an )?)(?<sign>${COMPARED})\\s*${COUNT}(?=\\s\\p{L})`,
  `(?<=(?<!\\p{L})(?:from|of|among|amongst|across|based on)\\s(?:the |a |an )?(?:total of )?)(?<sign>${COMPARED})\\s*${COUNT}(?=\\s${FEW_WORDS}(?:${ANSWERS}|${PEOPLE}))`,
  `(?<=(?:\\(|(?<!\\p{L})(?:with|by|in|over)\\s)(?:a |an )?)(?<sign>${COMPARED})\\s*${COUNT}\\s${FEW_WORDS}${ANSWERS}`,
  `(?<=\\(|(?<!\\p{L})(?:from|of|among|amongst|across|based on|with)\\s)${COUNT}\\s?\\+\\s${FEW_WORDS}(?:${ANSWERS}|${PEOPLE})`,
  `(?<=,\\s)(?<sign>${COMPARED})\\s*${COUNT}\\s${FEW_WORDS}${ANSWERS}(?=[.;]?$)`,
  `^(?<sign>${COMPARED})\\s*${COUNT}\\s${FEW_WORDS}${ANSWERS}(?=[,:;])`,
];

const patterns = (sources: readonly string[]) => sources.map((source) => new RegExp(source, "iu"));
const NAMED_SAMPLES = patterns(NAMED);
const SAMPLES_OF_A_SHARE = patterns(BEHIND_A_SHARE);

/** A sentence without its minimum sample, and the sample. */
interface Sampled {
  text: string;
  minimumSample: number;
}

function takenBy(patterns: readonly RegExp[], text: string): Sampled | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    const { digits, magnitude, sign = "" } = match?.groups ?? {};
    if (!match || !digits) continue;
    const beyond = /^(?:>|more than|over)$/i.test(sign) ? 1 : 0;
    const minimumSample = numberValue(digits, magnitude) + beyond;
    if (!Number.isInteger(minimumSample) || minimumSample < 1 || minimumSample > SAMPLE_MAX) continue;
    const rest = text.slice(match.index + match[0].length);
    return { text: `${text.slice(0, match.index)} ${rest}`.replace(/\(\s*\)/, ""), minimumSample };
  }
  return null;
}

/** The sample a sentence names as one: "(n >= 20)". Null: none. In: English comparisons and plain signs. */
export const namedSample = (text: string): Sampled | null => takenBy(NAMED_SAMPLES, text);

/** How many have to stand behind a share: "80% of at least 20 testers". Of any other figure it says nothing. */
export const sampleOfShare = (text: string): Sampled | null => takenBy(SAMPLES_OF_A_SHARE, text);

/** Whether words are a sample and nothing else: "sample >= 20". */
export const isSampleAlone = (text: string): boolean => {
  const sampled = namedSample(text);
  return sampled !== null && !/[\p{L}\d]/u.test(sampled.text);
};

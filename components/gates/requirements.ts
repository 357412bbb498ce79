import { countOf } from "@/components/phases/gate-words";
import { phaseHref } from "@/components/phases/hrefs";
import { standing } from "@/components/sign-offs/sign-off-words";
import type { PhaseView } from "@/lib/domain/phase-views";

/** One line of the gate's bill: what the policy asks for and whether it is there. */
export interface RequirementLine {
  key: string;
  held: boolean;
  text: string;
  detail: string;
  link: { href: string; label: string } | null;
}

const detailOf = (texts: string[], otherwise: string): string =>
  texts.length === 0
    ? otherwise
    : texts.slice(0, 2).join(" ") + (texts.length > 2 ? ` And ${texts.length - 2} more.` : "");

/** The gate's requirements grouped as people speak of them, from the same blockers the verdict is made of. */
export function requirementLines(slug: string, phase: PhaseView): RequirementLine[] {
  const textsOf = (...types: string[]) =>
    phase.gate.blockers.filter(({ type }) => types.includes(type)).map(({ text }) => text);
  return [
    ...otherLines(phase),
    itemsLine(slug, phase, textsOf("MUST_NOT_SATISFIED")),
    criteriaLine(slug, phase, textsOf("CRITERION_NOT_MET")),
    signOffsLine(slug, phase, textsOf("SIGN_OFF_MISSING", "SIGN_OFF_STALE", "SIGN_OFF_REFUSED")),
    scoreLine(slug, phase),
  ];
}

function itemsLine(slug: string, phase: PhaseView, missing: string[]): RequirementLine {
  const musts = phase.sections
    .flatMap(({ items }) => items)
    .filter(({ level, state }) => level === "MUST" && state !== "NOT_APPLICABLE").length;
  const done = musts - missing.length;
  const text =
    missing.length > 0 ? `${done} of ${musts} Must items done` : `All ${countOf(musts, "Must item")} done`;
  return {
    key: "items",
    held: missing.length === 0,
    text: musts === 0 ? "No Must items" : text,
    detail:
      musts === 0 ? "none is asked for" : detailOf(missing, "done, verified where asked, or waived for now"),
    link: { href: phaseHref(slug, phase.key), label: "see all" },
  };
}

function criteriaLine(slug: string, phase: PhaseView, missing: string[]): RequirementLine {
  const { criteriaMet, criteriaTotal } = phase.readiness;
  return {
    key: "criteria",
    held: missing.length === 0,
    text: criteriaTotal === 0 ? "No criteria" : `${criteriaMet} of ${criteriaTotal} criteria met and fresh`,
    detail:
      criteriaTotal === 0
        ? "none is asked for"
        : detailOf(missing, "every Must criterion is measured and met"),
    link: { href: phaseHref(slug, phase.key, "criteria"), label: "see all" },
  };
}

function signOffsLine(slug: string, phase: PhaseView, missing: string[]): RequirementLine {
  const fulfilled = phase.rules.filter((rule) => rule.fulfilled);
  const names = fulfilled.map(({ name }) => name).join(", ");
  return {
    key: "sign-offs",
    held: missing.length === 0,
    text: phase.rules.length === 0 ? "Nobody has to sign" : names ? `${names}: signed` : unsigned(phase),
    detail: detailOf(missing, "all valid; nothing material changed since"),
    link: {
      href: phaseHref(slug, phase.key, "sign-offs"),
      label: `${fulfilled.length} of ${phase.rules.length}`,
    },
  };
}

/** Of rules none of which is fulfilled: who signed and whose signature went stale has signed all the same. */
const unsigned = ({ rules }: PhaseView): string =>
  rules.flatMap(standing).some(({ state }) => state !== "WITHDRAWN")
    ? `None of ${countOf(rules.length, "sign-off rule")} fulfilled`
    : "Nobody has signed off";

function scoreLine(slug: string, phase: PhaseView): RequirementLine {
  const { score, losses } = phase.readiness;
  const blocker = phase.gate.blockers.find(({ type }) => type === "SCORE_UNDER_MINIMUM");
  const lost =
    losses.length === 0
      ? "no point is lost"
      : `${100 - (score ?? 0)} points lost on ${countOf(losses.length, "requirement")}`;
  return {
    key: "score",
    held: blocker === undefined,
    text:
      score === null
        ? "No score: nothing here is scored"
        : `Score ${score}, policy asks for ${phase.gate.minimumScore}`,
    detail: blocker?.detail ?? lost,
    link: { href: `${phaseHref(slug, phase.key)}#readiness`, label: "losses" },
  };
}

const OTHER = new Set(["EARLIER_GATE", "RISK_NOT_ACCEPTED", "SECRET_OVERDUE", "CONDITION_PAST_DUE"]);

const otherLines = (phase: PhaseView): RequirementLine[] =>
  phase.gate.blockers
    .filter(({ type }) => OTHER.has(type))
    .map(({ type, text, detail, subjectId, href }) => ({
      key: `${type}-${subjectId}`,
      held: false,
      text,
      detail: detail ?? "",
      link: href ? { href, label: "look" } : null,
    }));

import type { Level, RiskSeverity } from "@/lib/domain/words";
import { folded } from "./plain-text";

const WORDS: ReadonlyArray<[Level, RegExp]> = [
  ["SHOULD", /^(?:medium|moderate|med|should|p2|recommended|normal|warning)\b/],
  ["COULD", /^(?:low|lowest|minor|could|nice|optional|can defer|deferred|p[34]|bonus|won't|info)\b/],
  [
    "MUST",
    /^(?:critical|blocker|blocking|highest|high|must|mandatory|required|urgent|p[01]|essential|cannot launch)\b/,
  ],
];

/** The level a priority word stands for: CRITICAL and HIGH are MUST, MEDIUM is SHOULD, LOW is COULD. Null for other words. */
export function levelOfWord(word: string): Level | null {
  const key = folded(word).replace(/^priority\s*[:=-]?\s*/, "");
  return WORDS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

/** The level a heading gives to what stands under it: "Database (HIGH PRIORITY)", "Must-have for v1", "[P1] Alerts". */
export function levelOfHeading(text: string): Level | null {
  for (const [, inside = ""] of text.matchAll(/[([]([^()[\]]{1,60})[)\]]/g)) {
    const level = /^(?:high|low|medium|critical)[- ]?(?:level|risk)/i.test(inside)
      ? null
      : levelOfWord(inside);
    if (level) return level;
  }
  const key = folded(text);
  if (
    /^(?:\W*)(?:must[- ]haves?|must\b|mandatory|blockers?\b|(?:critical|high)(?:[- ]priority)?(?: (?:items|tasks|requirements?))?$)/.test(
      key,
    )
  )
    return "MUST";
  if (/^(?:should[- ]haves?|should\b|medium[- ]priority|medium$|recommended$)/.test(key)) return "SHOULD";
  if (
    /^(?:nice[- ]to[- ]haves?|could[- ]haves?|could\b|optional\b|low[- ]priority|low$|stretch goals?$)/.test(
      key,
    )
  )
    return "COULD";
  return null;
}

/** The level an item states about itself: "[HIGH] ...", "MUST: ...", "... (optional)", "... (P2)". */
export function levelOfItem(text: string): Level | null {
  const lead =
    /^[[(]([^()[\]]{1,24})[)\]]/.exec(text) ??
    /^(must|should|could|critical|high|medium|low|optional|p[0-4])\s*[:–—-]\s/i.exec(text);
  const fromLead = lead?.[1] ? levelOfWord(lead[1]) : null;
  if (fromLead) return fromLead;
  const tail =
    /[([]((?:critical|high|medium|low|must|should|could|optional|nice|mandatory|p[0-4])\b[^()[\]]{0,40})[)\]]\s*[.:]?$/i.exec(
      text,
    );
  return tail?.[1] ? levelOfWord(tail[1]) : null;
}

/** "High-Risk Items", "(Medium)", "🔴 Critical": how severe a risk is. */
export function severityOf(text: string): RiskSeverity | null {
  const word = /\b(critical|severe|very high|high|medium|moderate|low|minor)\b/i
    .exec(text)?.[1]
    ?.toLowerCase();
  if (!word) return null;
  if (word === "critical" || word === "severe" || word === "very high") return "CRITICAL";
  if (word === "high") return "HIGH";
  return word === "low" || word === "minor" ? "LOW" : "MEDIUM";
}

const AREAS: ReadonlyArray<[string, RegExp]> = [
  ["Security", /secur|\bauth|secret|encrypt|vulnerab|penetration|hardening/],
  ["Compliance", /complian|legal|privacy|gdpr|audit|regulat|licens/],
  ["Monitoring", /monitor|observab|logging|\blogs?\b|alert|metrics|telemetry|tracing|dashboard/],
  ["Testing", /\btest|\bqa\b|quality|validation|verification/],
  ["Performance", /performan|scalab|capacity|load\b|latency|optimi[sz]/],
  ["Data", /\bdata|migration|storage|backup/],
  ["Reliability", /reliab|resilien|availability|disaster|recovery|rollback|failover|operations/],
  [
    "Deployment",
    /deploy|infrastruct|\bci\b|ci\/cd|docker|container|release|rollout|environment|devops|config/,
  ],
  ["Documentation", /\bdoc|runbook|guide/],
  ["Communication", /communicat|stakeholder|announce|marketing/],
  ["Support", /support|training|help ?desk|on-?call|onboarding/],
  ["Accessibility", /accessib/],
  ["Cost", /\bcosts?\b|budget|billing/],
];

/** What a requirement is about, from the heading it stands under; null where the heading does not say. */
export function areaOf(heading: string): string | null {
  const key = folded(heading);
  // "Week 6: Optimization & Launch" says when; what stands below it has areas of its own.
  if (/^(?:week|month|sprint)\b/.test(key)) return null;
  return AREAS.find(([, pattern]) => pattern.test(key))?.[0] ?? null;
}

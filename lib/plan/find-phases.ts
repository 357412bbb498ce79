import { type Section, sectionsBelow } from "./outline";
import { isTellingName, isWeakFamily, type PhaseMark, periodMark, phaseMark } from "./phase-words";
import { isRecap, roleOf } from "./vocabulary";

interface Candidate {
  section: Section;
  mark: PhaseMark;
  /** stands below a heading that sums up or indexes */
  mentioned: boolean;
}

const weight = (section: Section) => section.tasks * 5 + section.entries + section.blocks.length;

/** "Success criteria / Phase 1": says something about a phase that stands elsewhere. */
function underStatement(section: Section): boolean {
  return ["criteria", "rollback", "triggers", "sign-off", "risks"].includes(
    roleOf(section.parent?.text ?? ""),
  );
}

function underRecap(section: Section): boolean {
  for (let at = section.parent; at && at.depth > 0; at = at.parent) {
    if (isRecap(at.text) || roleOf(at.text) === "aside") return true;
  }
  return false;
}

/** One candidate for every phase: where a phase is named twice, the one with more under it. */
function oneOfEach(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.mark.id);
    if (!known || weight(candidate.section) > weight(known.section)) best.set(candidate.mark.id, candidate);
  }
  return candidates.filter((candidate) => best.get(candidate.mark.id) === candidate);
}

interface Group {
  members: Candidate[];
  score: number;
}

/** @param whole the document, of which phases that are only stretches of time have to hold most */
function groupsOf(candidates: readonly Candidate[], whole: Section): Group[] {
  const byKey = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { kind, family } = candidate.mark;
    // Numbered phases may stand under several headings; named ones are phases only beside each other.
    const place = kind === "numbered" ? "" : (candidate.section.parent?.line ?? 0);
    const key = `${family}|${candidate.section.depth}|${place}`;
    const group = byKey.get(key);
    if (group) group.push(candidate);
    else byKey.set(key, [candidate]);
  }
  return [...byKey.values()].flatMap((all) => {
    const members = oneOfEach(all);
    const score = scoreOf(members, whole);
    return score > 0 ? [{ members, score }] : [];
  });
}

/** 0: not phases. Otherwise the more it looks like the phases of this plan, the higher. */
function scoreOf(members: readonly Candidate[], whole: Section): number {
  const first = members[0];
  if (!first) return 0;
  const { kind, family } = first.mark;
  const content = members.reduce((sum, { section }) => sum + weight(section), 0);
  const entries = members.reduce((sum, { section }) => sum + section.entries, 0);
  const depth = (10 - first.section.depth) * 5;
  const several = members.length >= 2 ? 1000 : 0;
  if (kind === "numbered") {
    if (isWeakFamily(family)) return several && entries > 0 && family !== "step" ? 3000 + depth : 0;
    if (!several && entries === 0) return 0;
    return 5000 + several + Math.min(content, 400) + depth;
  }
  if (!several) return 0;
  const gated = members.filter(({ section }) =>
    section.children.some(({ text }) => roleOf(text) === "criteria"),
  ).length;
  // "P0", "P1" with conditions of their own are phases; otherwise they are priorities.
  if (kind === "short") return gated >= 2 ? 3000 + depth : 0;
  // Weeks are phases where they say what has to be so at their end, or hold the plan; otherwise they are a schedule.
  if (kind === "period") return gated >= 2 || shareOf(members, whole) >= 0.6 ? 300 + depth : 0;
  if (kind === "called") return shareOf(members, whole) >= 0.4 ? 450 + depth : 0;
  if (kind === "named") {
    const telling = members.some(({ mark }) => isTellingName(mark.id));
    return telling && content > 0 ? 2000 + Math.min(content, 400) + depth : 0;
  }
  const ids = new Set(members.map(({ mark }) => mark.id));
  const worked = members.filter(
    ({ section }) => section.tasks > 0 || (whole.tasks === 0 && section.entries > 0),
  );
  const edges = ids.has("before") || ids.has("after");
  return edges && worked.length >= 2 ? 500 + Math.min(content, 400) + depth : 0;
}

/** How much of a document's work stands under some of its sections: its boxes or, where it has none, its entries. */
function shareOf(members: readonly Candidate[], whole: Section): number {
  const boxes = whole.tasks > 0;
  const count = (section: Section) => (boxes ? section.tasks : section.entries || section.children.length);
  const worked = members.filter(({ section }) => count(section) > 0).length;
  const all = boxes ? whole.tasks : whole.entries || members.length;
  return worked < 2 ? 0 : members.reduce((sum, { section }) => sum + count(section), 0) / all;
}

/** Neighbours that belong to the rollout although they carry no number: "Post-Rollout", a rollback checklist between two phases. */
function neighbours(group: readonly Candidate[]): Section[] {
  const first = group[0];
  if (!first) return [];
  const members = new Set(group.map(({ section }) => section));
  return [...new Set(group.map(({ section }) => section.parent))].flatMap((parent) => {
    const siblings = parent?.children ?? [];
    const firstAt = siblings.findIndex((section) => members.has(section));
    const lastAt = siblings.findLastIndex((section) => members.has(section));
    return siblings.filter((section, index) => {
      if (members.has(section) || section.depth !== first.section.depth) return false;
      const between = index > firstAt && index < lastAt;
      if (first.mark.kind === "called" && between) return phaseMark(section.text) !== null;
      if (section.tasks === 0) return false;
      if (first.mark.kind === "lifecycle") return between;
      const mark = phaseMark(section.text);
      return mark?.kind === "lifecycle" && mark.id !== "during";
    });
  });
}

/**
 * Decides which headings are the phases of the plan.
 * In: the outline, the sections whose headings name the document, and the reader's own decisions by line.
 * Out: the phases' sections. A phase named again in a summary, an index or another plan is not one.
 */
export function findPhases(
  top: Section,
  titles: ReadonlySet<Section>,
  decided: Readonly<Record<number, boolean>>,
): Set<Section> {
  const all = [...sectionsBelow(top)].filter((section) => !titles.has(section));
  const candidates = all.flatMap((section): Candidate[] => {
    const mark =
      decided[section.line] === false ? null : (phaseMark(section.text) ?? periodMark(section.text));
    return mark
      ? [
          {
            section,
            mark,
            mentioned: underRecap(section) || (mark.kind === "numbered" && underStatement(section)),
          },
        ]
      : [];
  });
  const own = groupsOf(
    candidates.filter(({ mentioned }) => !mentioned),
    top,
  );
  const groups =
    own.length > 0
      ? own
      : groupsOf(
          candidates.filter(({ mentioned, section }) => mentioned && weight(section) > 0),
          top,
        );
  const best = groups.sort((a, b) => b.score - a.score)[0];
  const phases = new Set<Section>();
  if (best) {
    for (const { section } of best.members) phases.add(section);
    for (const section of neighbours(best.members)) if (decided[section.line] !== false) phases.add(section);
    addStragglers(phases, best.members, candidates);
  }
  for (const section of all) if (decided[section.line] === true) phases.add(section);
  for (const section of phases) {
    // A phase inside a phase is a part of it, unless the reader made either of them one.
    for (let at = section.parent; at; at = at.parent) {
      if (phases.has(at) && decided[at.line] !== true && decided[section.line] !== true)
        phases.delete(section);
    }
  }
  return phases;
}

/** A phase of the same family written one heading level off: its number continues the row and it holds boxes. */
function addStragglers(
  phases: Set<Section>,
  members: readonly Candidate[],
  candidates: readonly Candidate[],
): void {
  const first = members[0];
  if (first?.mark.kind !== "numbered") return;
  const ids = new Set(members.map(({ mark }) => mark.id));
  for (const { section, mark, mentioned } of candidates) {
    if (mentioned || mark.family !== first.mark.family || ids.has(mark.id) || section.tasks === 0) continue;
    ids.add(mark.id);
    phases.add(section);
  }
}

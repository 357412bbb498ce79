/** A blocker, as far as telling two of them apart goes. */
interface KnownBlocker {
  type: string;
  subjectId: string | null;
  text: string;
}

/** A gate at one moment. */
export interface GateMoment {
  score: number | null;
  blockers: KnownBlocker[];
}

/** What became of a gate since an earlier moment. */
export interface GateDifferences {
  score: { from: number | null; to: number | null };
  /** held it up then, and no longer do */
  fixed: string[];
  /** did not hold it up then */
  added: string[];
  /** held it up then and still do */
  remaining: string[];
}

const keyOf = ({ type, subjectId }: KnownBlocker): string => `${type} ${subjectId}`;

/** What changed between two moments of a gate, by what holds it up. A blocker keeps its identity when its words change. */
export function gateDifferences(then: GateMoment, now: GateMoment): GateDifferences {
  const before = new Set(then.blockers.map(keyOf));
  const after = new Set(now.blockers.map(keyOf));
  return {
    score: { from: then.score, to: now.score },
    fixed: then.blockers.filter((blocker) => !after.has(keyOf(blocker))).map(({ text }) => text),
    added: now.blockers.filter((blocker) => !before.has(keyOf(blocker))).map(({ text }) => text),
    remaining: now.blockers.filter((blocker) => before.has(keyOf(blocker))).map(({ text }) => text),
  };
}

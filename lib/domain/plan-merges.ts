/** How much a merge did. */
export interface MergeCounts {
  added: number;
  /** brought back from what was archived */
  restored: number;
  edited: number;
  moved: number;
  /** lists whose order the file changed */
  reordered: number;
  archived: number;
  /** items and criteria whose state or tick the file changed */
  ticked: number;
}

export const NO_CHANGES: MergeCounts = {
  added: 0,
  restored: 0,
  edited: 0,
  moved: 0,
  reordered: 0,
  archived: 0,
  ticked: 0,
};

/** A merge in the list of a project's merges. */
export interface MergeEntry {
  id: string;
  at: string;
  by: string;
  counts: MergeCounts;
  undone: { at: string; by: string } | null;
  /** only the newest merge can be undone */
  canUndo: boolean;
}

const PARTS: [keyof MergeCounts, string][] = [
  ["added", "added"],
  ["restored", "brought back"],
  ["edited", "changed"],
  ["moved", "moved"],
  ["reordered", "put in another order"],
  ["archived", "archived"],
  ["ticked", "ticked or set"],
];

/** "3 added, 2 archived", or that nothing changed. */
export function mergeInWords(counts: MergeCounts): string {
  const parts = PARTS.flatMap(([name, word]) => (counts[name] > 0 ? [`${counts[name]} ${word}`] : []));
  return parts.length > 0 ? parts.join(", ") : "nothing changed";
}

/** What hangs on something a merge would archive; it goes along and comes back along. */
export interface Hanging {
  ticked: number;
  evidence: number;
  comments: number;
  measurements: number;
}

/** "3 ticks, 1 comment", or an empty text. */
export function hangingInWords({ ticked, evidence, comments, measurements }: Hanging): string {
  const part = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  return [
    ...part(ticked, "tick", "ticks"),
    ...part(evidence, "piece of evidence", "pieces of evidence"),
    ...part(comments, "comment", "comments"),
    ...part(measurements, "measurement", "measurements"),
  ].join(", ");
}

import type { Differences } from "@/lib/schemas/api-differences";

type Change = Differences["changes"][number];
type Conflict = Differences["conflicts"][number];
type Removal = Differences["removals"][number];

/** What a file changes in one phase, or in no one of them. */
export interface MergeGroup {
  /** null: what belongs to the whole project */
  phase: string | null;
  conflicts: Conflict[];
  changes: Change[];
  removals: Removal[];
}

const IN_PHASES = new Set(["section", "item", "criterion", "sign-off rule"]);

const phaseOf = ({ noun, title, place }: Pick<Change, "noun" | "title" | "place">): string | null => {
  if (noun === "phase") return title;
  return IN_PHASES.has(noun) ? (place[0] ?? null) : null;
};

/** The differences by phase, as they come; the whole project last. Removals stand by themselves, with what hangs on them. */
export function mergeGroups({
  changes,
  conflicts,
  removals,
}: Pick<Differences, "changes" | "conflicts" | "removals">): MergeGroup[] {
  const groups = new Map<string | null, MergeGroup>();
  const groupOf = (thing: Pick<Change, "noun" | "title" | "place">): MergeGroup => {
    const phase = phaseOf(thing);
    const group = groups.get(phase) ?? { phase, conflicts: [], changes: [], removals: [] };
    groups.set(phase, group);
    return group;
  };
  for (const conflict of conflicts) groupOf(conflict).conflicts.push(conflict);
  for (const change of changes) if (change.kind !== "archived") groupOf(change).changes.push(change);
  for (const removal of removals) groupOf(removal).removals.push(removal);
  return [...groups.values()].sort((a, b) => Number(a.phase === null) - Number(b.phase === null));
}

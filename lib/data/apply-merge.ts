import "server-only";
import type { MergeCounts } from "@/lib/domain/plan-merges";
import type { Entity } from "@/lib/plan/merge/entities";
import type { ResolvedMerge } from "@/lib/plan/merge/merged";
import type { Plan } from "@/lib/schemas/plan";
import type { ProjectAccess } from "./access";
import { ensureAreas } from "./areas";
import { ChangedRows, type RowChange, type Table } from "./changed-rows";
import { eventsOf, stateEvents } from "./merge-audit";
import { writeBesides } from "./merge-besides";
import { refuseHalfTargets, refuseTooMuch } from "./merge-bounds";
import { KEPT_AS } from "./merge-columns";
import type { MergeSceneIn } from "./merge-scene";
import { MergeWriter } from "./merge-writer";
import { areaNames } from "./plan-item-rows";
import type { Write } from "./write";

/** Every table a merge may have to look into. */
const ALL_TABLES: Table[] = [...Object.values(KEPT_AS).map(({ table }) => table), "ConfigurationValue"];

const countsOf = ({ told, states, attested }: MergeWriter, { orders }: ResolvedMerge): MergeCounts => {
  const count = (verb: string) => new Set(told.filter((each) => each.verb === verb).map(({ id }) => id)).size;
  return {
    added: count("added"),
    restored: count("restored"),
    edited: count("edited"),
    moved: count("moved"),
    reordered: orders.filter(({ isReordered }) => isReordered).length,
    archived: count("archived"),
    ticked: states.length + attested.length,
  };
};

const isNothing = (merged: ResolvedMerge): boolean =>
  merged.added.length +
    merged.edited.size +
    merged.moved.size +
    merged.archived.length +
    merged.orders.length ===
  0;

export interface AppliedMerge {
  changes: RowChange[];
  counts: MergeCounts;
  /** the key the project knows a thing of the other plan by */
  keyOf: (theirs: Entity) => string | null;
}

/**
 * Writes a resolved merge into the project's rows, with an event for each change; the same for a newer file and for
 * what a template changed.
 *
 * @param theirs the plan that is merged
 * @throws AppError TOO_LARGE for more than a project holds; INVALID for half a target
 */
export async function applyMerge(
  access: ProjectAccess<"plan:edit">,
  write: Write,
  scene: Pick<MergeSceneIn, "merge" | "ids" | "people">,
  merged: ResolvedMerge,
  theirs: Plan,
): Promise<AppliedMerge> {
  refuseTooMuch(merged, scene);
  refuseHalfTargets(merged);
  const { tx, now, actor, record } = write;
  const rows = new ChangedRows(access, tx);
  const areaIds = await ensureAreas(tx, access, isNothing(merged) ? [] : areaNames(theirs));
  if (!isNothing(merged)) await rows.load(ALL_TABLES);
  const { people } = scene;
  const context = { people, projectId: access.projectId, memberId: actor.memberId, now, areaIds };
  const writer = new MergeWriter(rows, scene.merge, merged, scene.ids, context);
  writer.run();
  const measurements = await writeBesides(access, write, rows, writer);
  for (const event of [...writer.told.flatMap(eventsOf), ...stateEvents(rows, writer.states)]) record(event);
  return {
    changes: [...rows.changes(), ...measurements],
    counts: countsOf(writer, merged),
    keyOf: (entity) => writer.things.keyOf(entity),
  };
}

import "server-only";
import type { ChangedRows, Row } from "./changed-rows";
import { KEPT_AS } from "./merge-columns";
import { type Told, titleColumn } from "./merge-told";
import type { Change } from "./write";

/** Short values that an event carries; texts stay out of it, and so do people's own words. */
const SHOWN = new Set([
  ...["name", "title", "text", "key", "level", "dueOn", "plannedOn", "minimumScore", "overdueSecretsBlock"],
  ...["comparator", "target", "unit", "window", "windowHours", "minimumSample", "maximumAgeDays"],
  ...["minimum", "mustDiffer", "rotationDays", "lastRotatedOn", "severity", "likelihood"],
  ...["impact", "assigneeIds", "memberIds", "minimumRole", "ownerId"],
]);
/** Where a thing stands and what only the database counts by; an edit does not tell them. */
const PLACES = new Set([
  "position",
  "version",
  "archivedAt",
  "phaseId",
  "sectionId",
  "parentId",
  "createdAt",
]);
const FIELD: Record<string, string> = { areaId: "area", rollback: "steps", rollbackTriggers: "triggers" };

const fieldsOf = (columns: readonly string[]): string[] =>
  columns.filter((name) => !PLACES.has(name)).map((name) => FIELD[name] ?? name);

function edited({ before, after, columns }: Told): Record<string, unknown> {
  const shown = columns.filter((name) => SHOWN.has(name));
  return {
    fields: fieldsOf(columns).sort(),
    ...Object.fromEntries(
      shown.map((name) => [name, { from: before[name] ?? null, to: after[name] ?? null }]),
    ),
  };
}

function moved({ before, after }: Told): Record<string, unknown> {
  const between = (name: string) =>
    before[name] === after[name] ? after[name] : { from: before[name] ?? null, to: after[name] ?? null };
  return {
    ...(before.sectionId === after.sectionId ? {} : { sectionId: between("sectionId") }),
    phaseId: between("phaseId"),
  };
}

const ROLLBACK = new Set(["rollback", "rollbackTriggers"]);

/** A thing's own phase; secrets, risks and environments belong to none, and may move every gate. */
const phaseOf = (noun: Told["noun"], row: Row): string | "all" => {
  if (noun === "phase") return String(row.id);
  return typeof row.phaseId === "string" ? row.phaseId : "all";
};

/** One change of a merge as an event of the audit, such as the same change by hand makes. */
export function eventsOf(told: Told): Change[] {
  const { noun, verb, id, after, before, columns } = told;
  const { target } = KEPT_AS[noun];
  const phase = verb === "moved" && before.phaseId !== after.phaseId ? "all" : phaseOf(noun, after);
  const phaseId = typeof after.phaseId === "string" ? { phaseId: after.phaseId } : {};
  const event = (action: string, data: Record<string, unknown>): Change => ({
    action,
    targetType: target,
    targetId: id,
    phase: noun === "phase" && (verb === "added" || verb === "archived") ? "all" : phase,
    data,
  });
  if (typeof after.environmentId === "string" && noun === "configuration item")
    return [
      event("configuration-item.cell-edited", { environmentId: after.environmentId, fields: ["value"] }),
    ];
  if (verb === "edited" && noun === "phase") {
    const way = columns.filter((name) => ROLLBACK.has(name));
    const rest = { ...told, columns: columns.filter((name) => !ROLLBACK.has(name)) };
    return [
      ...(rest.columns.length > 0 ? [event("phase.edited", edited(rest))] : []),
      ...(way.length > 0 ? [event("rollback.edited", { fields: fieldsOf(way).sort() })] : []),
    ];
  }
  if (verb === "edited") return [event(`${target}.edited`, { ...edited(told), ...phaseId })];
  if (verb === "moved") return [event(`${target}.moved`, moved(told))];
  if (verb === "archived") return [event(`${target}.archived`, phaseId)];
  const name = titleColumn(noun);
  const key = noun !== "configuration item" && after.key ? { key: after.key } : {};
  return [event(`${target}.${verb}`, { ...phaseId, ...key, [name]: after[name] ?? null })];
}

/** Events of the states that items got. */
export const stateEvents = (
  rows: ChangedRows,
  states: readonly { itemId: string; state: string }[],
): Change[] =>
  states.map(({ itemId, state }) => {
    const phaseId = rows.get("ChecklistItem", itemId)?.phaseId;
    return {
      action: "item.state",
      targetType: "item",
      targetId: itemId,
      phase: typeof phaseId === "string" ? phaseId : "all",
      data: { to: state },
    };
  });

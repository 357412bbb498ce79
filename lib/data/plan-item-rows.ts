import "server-only";
import type { ItemState } from "@/lib/domain/words";
import type { ItemKeys } from "@/lib/plan/item-keys";
import type { Directory } from "@/lib/plan/people";
import type { Plan, PlanItem, PlanPhase } from "@/lib/schemas/plan";
import { dateOrNull } from "./items";
import { newId } from "./new-id";

/** What every row of a new project shares. */
export interface PlanContext {
  projectId: string;
  /** who imports: the one who ticked what the document says is ticked */
  memberId: string;
  now: Date;
  /** name of an area in lower case -> its id */
  areaIds: ReadonlyMap<string, string>;
  itemKeys: ItemKeys;
  /** who is who in the plan */
  people: Directory;
}

/** The members a plan names, sorted by id as edits compare them. */
export const memberIds = (names: readonly string[] | null | undefined, people: Directory): string[] =>
  [...new Set((names ?? []).flatMap((name) => people.find(name)?.memberId ?? []))].sort();

interface ItemPlace {
  phaseId: string;
  sectionId: string;
  parentId: string | null;
  position: number;
}

/**
 * The state an item has in the project. A document cannot verify and cannot waive: both name another person, who has
 * not been asked here (design 2.1).
 */
export function importedState(state: ItemState): ItemState {
  if (state === "VERIFIED") return "DONE";
  return state === "WAIVED" ? "OPEN" : state;
}

const REASONS: Partial<Record<ItemState, string>> = {
  DONE: "Ticked in the imported plan",
  IN_PROGRESS: "In progress in the imported plan",
  NOT_APPLICABLE: "Not applicable in the imported plan",
};

function itemRow(item: PlanItem, place: ItemPlace, context: PlanContext) {
  const state = importedState(item.state);
  const isTouched = state !== "OPEN";
  return {
    id: newId(context.now),
    projectId: context.projectId,
    ...place,
    key: context.itemKeys.claim(item.key, item.title),
    title: item.title,
    details: item.details,
    acceptance: item.acceptance,
    why: item.why ?? null,
    impact: item.impact ?? null,
    files: item.files ?? [],
    assigneeIds: memberIds(item.assignees, context.people),
    level: item.level,
    dueOn: dateOrNull(item.dueOn ?? null),
    areaId: item.area === null ? null : (context.areaIds.get(item.area.toLowerCase()) ?? null),
    state,
    stateById: isTouched ? context.memberId : null,
    stateAt: isTouched ? context.now : null,
    createdAt: context.now,
  };
}

type ItemData = ReturnType<typeof itemRow>;

/** A plan nests to any depth; a project has one level below an item, so deeper ones follow it there, in order. */
const flattened = (items: PlanItem[]): PlanItem[] =>
  items.flatMap((item) => [item, ...flattened(item.subItems)]);

function itemWithSubItems(item: PlanItem, place: ItemPlace, context: PlanContext): ItemData[] {
  const parent = itemRow(item, place, context);
  const subItems = flattened(item.subItems).map((subItem, index) =>
    itemRow(subItem, { ...place, parentId: parent.id, position: index + 1 }, context),
  );
  return [parent, ...subItems];
}

/** Sections and items of one phase. */
export function checklistRows(phase: PlanPhase, phaseId: string, context: PlanContext) {
  const sections = phase.sections.map((section, index) => ({
    id: newId(context.now),
    projectId: context.projectId,
    phaseId,
    title: section.title,
    position: index + 1,
  }));
  const items = phase.sections.flatMap((section, index) => {
    const sectionId = sections[index]?.id;
    if (!sectionId) return [];
    return section.items.flatMap((item, place) =>
      itemWithSubItems(item, { phaseId, sectionId, parentId: null, position: place + 1 }, context),
    );
  });
  return { sections, items };
}

/** The records behind states that are not OPEN: who, when and why. */
export const stateRecords = (items: ItemData[], { projectId, memberId, now }: PlanContext) =>
  items
    .filter((item) => item.state !== "OPEN")
    .map((item) => ({
      projectId,
      itemId: item.id,
      state: item.state,
      byId: memberId,
      at: now,
      reason: REASONS[item.state] ?? null,
    }));

const areasOf = (items: PlanItem[]): string[] =>
  items.flatMap((item) => [...(item.area === null ? [] : [item.area]), ...areasOf(item.subItems)]);

/** Names of the areas a plan uses, each once, spelt as it comes first. */
export function areaNames({ phases, criteria }: Plan): string[] {
  const names = [
    ...phases.flatMap(({ sections }) => sections.flatMap(({ items }) => areasOf(items))),
    ...[...phases.flatMap((phase) => phase.criteria), ...criteria].flatMap(({ area }) => area ?? []),
  ];
  const known = new Map<string, string>();
  for (const name of names) if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), name);
  return [...known.values()];
}

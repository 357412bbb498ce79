import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { SavedView } from "@/lib/domain/item-filter";
import type { SavedViewInput } from "@/lib/schemas/saved-views";
import type { ProjectAccess } from "./access";
import { db, type Transaction } from "./client";
import { versionCache } from "./version-cache";
import { writeProject } from "./write";

/** So many links still fit beside a checklist. */
const VIEWS_MAX = 20;
/** Of all people of a project: a page reads them in one go. */
const READ_MAX = 2_000;

const SHOWN = { id: true, name: true, query: true } as const;

const mine = ({ projectId, actor }: ProjectAccess) => ({ projectId, memberId: actor.memberId });

const kept = versionCache<Map<string, SavedView[]>>(200);

/**
 * The caller's own views of this project, oldest first. Those of all its people are kept by its version, so that a page
 * that did not change asks for nothing.
 */
export async function listSavedViews(access: ProjectAccess, now: Date): Promise<SavedView[]> {
  const { projectId, state } = access;
  const known = kept.find(projectId, state, now);
  if (known) return known.get(access.actor.memberId) ?? [];
  const rows = await db().savedView.findMany({
    where: { projectId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: READ_MAX,
    select: { ...SHOWN, memberId: true },
  });
  const views = new Map<string, SavedView[]>();
  for (const { memberId, ...view } of rows) views.set(memberId, [...(views.get(memberId) ?? []), view]);
  kept.keep(projectId, state, null, views);
  return views.get(access.actor.memberId) ?? [];
}

const listMine = (access: ProjectAccess, tx: Transaction): Promise<SavedView[]> =>
  tx.savedView.findMany({ where: mine(access), select: SHOWN });

/** @throws AppError INVALID when one of these has this name, in whatever case */
function refuseTaken(views: readonly SavedView[], name: string): void {
  if (!views.some((view) => view.name.toLowerCase() === name.toLowerCase())) return;
  const message = "You have a view of this name already. Choose another name.";
  throw new AppError("INVALID", `name: ${message}`, { fields: { name: [message] } });
}

/**
 * Keeps a filter under a name, for the caller alone. The same again changes nothing.
 * @throws AppError INVALID when another view of theirs has this name; RULE when they have 20
 */
export function addSavedView(access: ProjectAccess, { name, query }: SavedViewInput): Promise<SavedView> {
  return writeProject(access, async ({ tx, now, record }) => {
    const views = await listMine(access, tx);
    const same = views.find((view) => view.name === name && view.query === query);
    if (same) return same;
    refuseTaken(views, name);
    if (views.length >= VIEWS_MAX)
      throw new AppError("RULE", `You have ${VIEWS_MAX} views of this project. Delete one first.`);
    const data = { ...mine(access), name, query, createdAt: now };
    const view = await tx.savedView.create({ data, select: SHOWN });
    record({ action: "saved-view.added", targetType: "saved-view", targetId: view.id });
    return view;
  });
}

/** @throws AppError NOT_FOUND */
function viewIn(views: readonly SavedView[], id: string): SavedView {
  const view = views.find((each) => each.id === id.toLowerCase());
  if (!view) throw notFound("The view");
  return view;
}

/** @throws AppError NOT_FOUND, also for another person's; INVALID when another view of theirs has this name */
export function renameSavedView(access: ProjectAccess, id: string, name: string): Promise<SavedView> {
  return writeProject(access, async ({ tx, record }) => {
    const views = await listMine(access, tx);
    const view = viewIn(views, id);
    if (view.name === name) return view;
    const others = views.filter((each) => each !== view);
    refuseTaken(others, name);
    record({ action: "saved-view.renamed", targetType: "saved-view", targetId: view.id });
    return tx.savedView.update({ where: { id: view.id }, data: { name }, select: SHOWN });
  });
}

/** @throws AppError NOT_FOUND, also for another person's */
export function removeSavedView(access: ProjectAccess, id: string): Promise<void> {
  return writeProject(access, async ({ tx, record }) => {
    const view = viewIn(await listMine(access, tx), id);
    await tx.savedView.delete({ where: { id: view.id } });
    record({ action: "saved-view.removed", targetType: "saved-view", targetId: view.id });
  });
}

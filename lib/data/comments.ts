import "server-only";
import { AppError, notFound } from "@/lib/domain/errors";
import type { CommentView } from "@/lib/domain/item-views";
import { can } from "@/lib/domain/permissions";
import type { AddCommentInput } from "@/lib/schemas/comments";
import { isId, type ProjectAccess } from "./access";
import { db } from "./client";
import { loadPeople } from "./people";
import { nameOf } from "./present-checklist";
import { getTargetIn, type Target, targetDataIn } from "./target";
import { writeProject } from "./write";

type Access = ProjectAccess<"item:work">;

/**
 * Comments on an item or a criterion. The text stays out of the audit event.
 * @throws AppError NOT_FOUND for a target that is not in this project, or archived
 */
export function addComment(access: Access, input: AddCommentInput): Promise<{ id: string }> {
  return writeProject(access, async ({ tx, now, actor, record }) => {
    const target = await getTargetIn(access, tx, input);
    const comment = await tx.comment.create({
      data: {
        ...target,
        projectId: access.projectId,
        body: input.body,
        byId: actor.memberId,
        createdAt: now,
      },
      select: { id: true },
    });
    record({
      action: "comment.added",
      targetType: "comment",
      targetId: comment.id,
      data: await targetDataIn(access, tx, target),
    });
    return comment;
  });
}

/**
 * Takes back one's own comment; an admin may remove anybody's. Removing it again changes nothing.
 * @throws AppError NOT_FOUND; FORBIDDEN for another person's comment
 */
export function removeComment(access: Access, commentId: string): Promise<{ id: string }> {
  return writeProject(access, async ({ tx, now, actor, record }) => {
    const comment = isId(commentId)
      ? await tx.comment.findFirst({ where: { id: commentId, projectId: access.projectId } })
      : null;
    if (!comment) throw notFound("The comment");
    const { id, byId } = comment;
    if (byId !== actor.memberId && !can(access.role, "workspace:administer"))
      throw new AppError("FORBIDDEN", "Only its writer, or an admin, can remove a comment.");
    if (comment.removedAt) return { id };
    await tx.comment.update({ where: { id }, data: { removedAt: now } });
    const data = await targetDataIn(access, tx, comment);
    record({ action: "comment.removed", targetType: "comment", targetId: id, data });
    return { id };
  });
}

export const COMMENTS_PAGE = 200;

export interface CommentsPage {
  /** oldest first */
  comments: CommentView[];
  /** hand it back for earlier ones; null at the beginning */
  earlier: string | null;
}

/**
 * The last comments on an item or criterion the caller has found already.
 * @param before `earlier` of the page after; an unknown one is taken for null
 */
export async function listComments(
  access: ProjectAccess,
  target: Target,
  before: string | null,
): Promise<CommentsPage> {
  const where = { ...target, projectId: access.projectId, removedAt: null };
  const from =
    before !== null && isId(before)
      ? await db().comment.findFirst({
          where: { ...target, projectId: access.projectId, id: before },
          select: { id: true, createdAt: true },
        })
      : null;
  const rows = await db().comment.findMany({
    where: from
      ? {
          ...where,
          OR: [{ createdAt: { lt: from.createdAt } }, { createdAt: from.createdAt, id: { lt: from.id } }],
        }
      : where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: COMMENTS_PAGE + 1,
  });
  const page = rows.slice(0, COMMENTS_PAGE);
  const people = await loadPeople(
    access,
    page.map(({ byId }) => byId),
  );
  return {
    comments: page.toReversed().map(({ id, body, byId, createdAt }) => ({
      id,
      body,
      by: nameOf(people, byId) ?? "",
      memberId: byId,
      createdAt: createdAt.toISOString(),
      mine: byId === access.actor.memberId,
    })),
    earlier: rows.length > COMMENTS_PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

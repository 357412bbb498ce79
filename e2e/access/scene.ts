import { openProject, openWorkspace } from "@/lib/data/access";
import type { Actor } from "@/lib/data/actor";
import { db } from "@/lib/data/client";
import { addFileEvidence } from "@/lib/data/evidence-files";
import { createImportDraft } from "@/lib/data/import-drafts";
import { can } from "@/lib/domain/permissions";
import { makeGateScene } from "@/prisma/factories/gate";

/** One of everything that an address can name, in a workspace that the callers are members of, or not. */
export interface Scene {
  workspaceId: string;
  projectId: string;
  slug: string;
  projectName: string;
  itemId: string;
  criterionId: string;
  evidenceId: string;
  /** an address with its [parameters] filled in, for a member who may have things of their own */
  fill: (pattern: string, memberId?: string) => string;
  /** gives a member what only they may see: a begun import */
  settle: (actor: Actor) => Promise<void>;
}

/** Pages that need no session. A new one is seen here in review. */
export const OPEN_PAGES = ["/[...path]", "/docs/api", "/invite/[token]", "/setup", "/sign-in", "/sign-out"];

/** Actions that need no session. A new one is seen here in review. */
export const PUBLIC_ACTIONS = ["joinAction", "makeDemoAction", "setupAction"];

export async function makeScene(): Promise<Scene> {
  const { workspace, projectId, slug, ana, mara, criterionId, itemId, decide } = await makeGateScene();
  await decide(mara, { outcome: "HOLD", reason: "The restore drill is next week." });
  const projectName = `Harbour ${projectId}`;
  await db().project.update({ where: { id: projectId }, data: { name: projectName } });
  const decision = await db().decision.findFirstOrThrow({ where: { projectId } });
  const item = itemId("Rotate the keys");
  const { id: evidenceId } = await addFileEvidence(
    await openProject(ana, { projectId }, "item:work"),
    { itemId: item, title: "Report" },
    { name: "report.txt", content: new TextEncoder().encode("hi") },
  );
  const values: Record<string, string> = {
    slug,
    phase: "alpha",
    itemId: item,
    criterionId,
    decision: decision.id,
    id: evidenceId,
  };
  const drafts = new Map<string, string>();
  return {
    workspaceId: workspace.id,
    projectId,
    slug,
    projectName,
    itemId: item,
    criterionId,
    evidenceId,
    fill: (pattern, memberId = "") =>
      pattern.replaceAll(/\[(\w+)\]/g, (_, name: string) =>
        name === "draftId" ? (drafts.get(memberId) ?? "none") : (values[name] ?? "missing"),
      ),
    settle: async (actor) => {
      if (!can(actor.role, "project:create")) return;
      const { draftId } = await createImportDraft(openWorkspace(actor, "project:create"), { text: "# Plan" });
      drafts.set(actor.memberId, draftId);
    },
  };
}

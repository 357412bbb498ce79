import type { Actor } from "@/lib/data/actor";
import { db } from "@/lib/data/client";
import type { makeBareProject } from "@/prisma/factories/bare-project";

/** One of everything that an address can name, in a workspace that the callers are members of, or not. */
export interface Scene {
  projectId: string;
  slug: string;
  itemId: string;
  criterionId: string;
  evidenceId: string;
  draftId: string;
  /** part of every address that belongs to this project */
  marker: string;
  /** an address with its [parameters] filled in */
  fill: (pattern: string) => string;
}

/** Pages that need no session. A new one is seen here in review. */
export const OPEN_PAGES = ["/docs/api", "/invite/[token]", "/setup", "/sign-in", "/sign-out"];

/** Actions that need no session. A new one is seen here in review. */
export const PUBLIC_ACTIONS = ["joinAction", "setupAction"];

export async function makeScene(
  owner: Actor,
  project: Awaited<ReturnType<typeof makeBareProject>>,
): Promise<Scene> {
  const { projectId, slug, phaseId } = project;
  const itemId = project.itemIds[0] ?? "";
  const criterion = await db().criterion.create({
    data: {
      projectId,
      phaseId,
      key: "uptime",
      text: "Uptime of 99.9%",
      comparator: ">=",
      target: 99.9,
      unit: "%",
      position: 0,
    },
  });
  const evidence = await db().evidence.create({
    data: {
      projectId,
      itemId,
      kind: "FILE",
      title: "Report",
      fileName: "report.txt",
      mediaType: "text/plain",
      sizeBytes: 2,
      effectiveOn: new Date(),
      byId: owner.memberId,
      file: { create: { content: Buffer.from("hi") } },
    },
  });
  const draft = await db().importDraft.create({
    data: {
      workspaceId: owner.workspaceId,
      memberId: owner.memberId,
      name: "Plan",
      source: "# Plan",
      notes: [],
      corrections: {},
    },
  });
  const values: Record<string, string> = {
    slug,
    phase: "alpha",
    itemId,
    criterionId: criterion.id,
    evidenceId: evidence.id,
    draftId: draft.id,
    id: itemId,
  };
  return {
    projectId,
    slug,
    itemId,
    criterionId: criterion.id,
    evidenceId: evidence.id,
    draftId: draft.id,
    marker: slug,
    fill: (pattern) => pattern.replaceAll(/\[(\w+)\]/g, (_, name: string) => values[name] ?? "missing"),
  };
}

import "server-only";
import { notFound } from "@/lib/domain/errors";
import type { TemplateEntry } from "@/lib/domain/templates";
import {
  type BuiltInTemplate,
  builtInTemplate,
  type PlanCounts,
  planCounts,
  TEMPLATES,
} from "@/lib/plan/templates";
import { type Plan, planSchema } from "@/lib/schemas/plan";
import { isId, type WorkspaceAccess } from "./access";
import { db } from "./client";

/** Nobody chooses from a longer list. */
const SAVED_MAX = 200;

/** What comes with the product has one version. */
const BUILT_IN_VERSION = 1;

const builtInEntry = ({ key, title, summary, plan }: BuiltInTemplate): TemplateEntry => {
  const { phases, items, criteria } = planCounts(plan);
  return {
    key,
    title,
    summary,
    version: BUILT_IN_VERSION,
    isBuiltIn: true,
    counts: { phases, items, criteria },
    savedAt: null,
  };
};

const SAVED = {
  id: true,
  name: true,
  summary: true,
  version: true,
  versions: {
    orderBy: { version: "desc" },
    take: 1,
    select: { phases: true, items: true, criteria: true, createdAt: true },
  },
} as const;

interface SavedRow {
  id: string;
  name: string;
  summary: string;
  version: number;
  versions: { phases: number; items: number; criteria: number; createdAt: Date }[];
}

const savedEntry = ({ id, name, summary, version, versions }: SavedRow): TemplateEntry[] =>
  versions.slice(0, 1).map(({ createdAt, phases, items, criteria }) => ({
    key: id,
    title: name,
    summary,
    version,
    isBuiltIn: false,
    counts: { phases, items, criteria },
    savedAt: createdAt.toISOString(),
  }));

/** What a workspace saved is not for a token that is limited to one project. */
const savedOf = ({ workspaceId, actor }: WorkspaceAccess) => ({
  workspaceId,
  archivedAt: null,
  ...(actor.onlyProjectId && { id: { in: [] } }),
});

/** @returns what the workspace saved, by name, then what comes with the product */
export async function listTemplates(access: WorkspaceAccess): Promise<TemplateEntry[]> {
  const rows = await db().template.findMany({
    where: savedOf(access),
    orderBy: { nameKey: "asc" },
    take: SAVED_MAX,
    select: SAVED,
  });
  return [...rows.flatMap(savedEntry), ...TEMPLATES.map(builtInEntry)];
}

export interface OpenedTemplate extends TemplateEntry {
  plan: Plan;
  holds: PlanCounts;
}

/** @returns a template with its newest plan @throws AppError NOT_FOUND, also for an archived one */
export async function getTemplate(access: WorkspaceAccess, key: string): Promise<OpenedTemplate> {
  const builtIn = builtInTemplate(key);
  if (builtIn) return { ...builtInEntry(builtIn), plan: builtIn.plan, holds: planCounts(builtIn.plan) };
  if (!isId(key)) throw notFound("This template");
  const row = await db().template.findFirst({
    where: { AND: [savedOf(access), { id: key }] },
    select: {
      ...SAVED,
      versions: { ...SAVED.versions, select: { ...SAVED.versions.select, plan: true } },
    },
  });
  const [entry] = row ? savedEntry(row) : [];
  if (!entry) throw notFound("This template");
  const plan = planSchema.parse(row?.versions[0]?.plan);
  return { ...entry, plan, holds: planCounts(plan) };
}

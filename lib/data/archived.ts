import "server-only";
import type { ProjectAccess } from "./access";
import { db } from "./client";

/** Something that was taken out of the plan by itself, not along with what it belongs to. */
export interface ArchivedView {
  kind: "item" | "section" | "phase" | "criterion" | "risk" | "environment" | "configuration-item" | "secret";
  id: string;
  title: string;
  /** "Alpha, Security"; null for a phase, a criterion of the whole project, and what belongs to no phase */
  place: string | null;
  archivedAt: string;
}

const EACH_MAX = 100;
const NEWEST = { orderBy: { archivedAt: "desc" }, take: EACH_MAX } as const;
const NAME = { select: { name: true } } as const;

type Row = Omit<ArchivedView, "archivedAt"> & { archivedAt: Date | null };

/** What can be restored, newest first: at most 100 of each kind. */
export async function listArchived(access: ProjectAccess): Promise<ArchivedView[]> {
  const where = { projectId: access.projectId, archivedAt: { not: null } };
  const inPhase = { phase: { archivedAt: null } };
  const [items, sections, phases, criteria, risks, environments, configurations, secrets] = await Promise.all(
    [
      db().checklistItem.findMany({
        where: {
          ...where,
          ...inPhase,
          section: { archivedAt: null },
          OR: [{ parentId: null }, { parent: { archivedAt: null } }],
        },
        ...NEWEST,
        select: {
          id: true,
          title: true,
          archivedAt: true,
          phase: NAME,
          section: { select: { title: true } },
        },
      }),
      db().checklistSection.findMany({
        where: { ...where, ...inPhase },
        ...NEWEST,
        select: { id: true, title: true, archivedAt: true, phase: NAME },
      }),
      db().phase.findMany({ where, ...NEWEST, select: { id: true, name: true, archivedAt: true } }),
      db().criterion.findMany({
        where: { ...where, OR: [{ phaseId: null }, inPhase] },
        ...NEWEST,
        select: { id: true, text: true, archivedAt: true, phase: NAME },
      }),
      db().risk.findMany({ where, ...NEWEST, select: { id: true, title: true, archivedAt: true } }),
      db().environment.findMany({ where, ...NEWEST, select: { id: true, name: true, archivedAt: true } }),
      db().configurationItem.findMany({
        where,
        ...NEWEST,
        select: { id: true, key: true, archivedAt: true },
      }),
      db().secretRecord.findMany({ where, ...NEWEST, select: { id: true, name: true, archivedAt: true } }),
    ],
  );
  const rows: Row[] = [
    ...items.map(({ phase, section, ...item }) => ({
      ...item,
      kind: "item" as const,
      place: `${phase.name}, ${section.title}`,
    })),
    ...sections.map(({ phase, ...section }) => ({ ...section, kind: "section" as const, place: phase.name })),
    ...phases.map(({ name, ...phase }) => ({ ...phase, kind: "phase" as const, title: name, place: null })),
    ...criteria.map(({ text, phase, ...criterion }) => ({
      ...criterion,
      kind: "criterion" as const,
      title: text,
      place: phase?.name ?? null,
    })),
    ...risks.map((risk) => ({ ...risk, kind: "risk" as const, place: null })),
    ...environments.map(({ name, ...row }) => ({
      ...row,
      kind: "environment" as const,
      title: name,
      place: null,
    })),
    ...configurations.map(({ key, ...row }) => ({
      ...row,
      kind: "configuration-item" as const,
      title: key,
      place: null,
    })),
    ...secrets.map(({ name, ...row }) => ({ ...row, kind: "secret" as const, title: name, place: null })),
  ];
  return rows
    .flatMap(({ archivedAt, ...row }) => (archivedAt ? { ...row, archivedAt: archivedAt.toISOString() } : []))
    .sort((a, b) => b.archivedAt.localeCompare(a.archivedAt));
}

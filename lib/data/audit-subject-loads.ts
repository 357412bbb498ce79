import "server-only";
import { db } from "./client";

type Named = { id: string; title: string; href: string | null };
type Load = (ids: string[], workspaceId: string) => Promise<Named[]>;

const projectPath = (slug: string) => `/projects/${slug}`;
const phasePath = (slug: string, key: string) => `${projectPath(slug)}/phases/${key}`;
const itemPath = (slug: string, id: string) => `${projectPath(slug)}/items/${id}`;
const criterionPath = (slug: string, id: string) => `${projectPath(slug)}/criteria/${id}`;

const environmentsPath = (slug: string) => `${projectPath(slug)}/environments`;

const PHASE = { select: { key: true, name: true, project: { select: { slug: true } } } } as const;
const PROJECT = { select: { slug: true } } as const;

interface OwnedBy {
  item: { id: string; title: string; project: { slug: string } } | null;
  criterion: { id: string; text: string; project: { slug: string } } | null;
}

/** What evidence or a comment belongs to: an item, or a criterion. */
const OWNER = {
  item: { select: { id: true, title: true, project: PROJECT } },
  criterion: { select: { id: true, text: true, project: PROJECT } },
} as const;

const ownerOf = ({ item, criterion }: OwnedBy): Omit<Named, "id"> =>
  item
    ? { title: item.title, href: itemPath(item.project.slug, item.id) }
    : criterion
      ? { title: criterion.text, href: criterionPath(criterion.project.slug, criterion.id) }
      : { title: "", href: null };

/** For each kind of thing: names the ones with these ids, in one query, within the workspace. */
export const SUBJECT_LOADS: Record<string, Load> = {
  item: async (ids, workspaceId) => {
    const rows = await db().checklistItem.findMany({
      where: { id: { in: ids }, project: { workspaceId } },
      select: { id: true, title: true, project: PROJECT },
    });
    return rows.map(({ id, title, project }) => ({ id, title, href: itemPath(project.slug, id) }));
  },
  criterion: async (ids, workspaceId) => {
    const rows = await db().criterion.findMany({
      where: { id: { in: ids }, project: { workspaceId } },
      select: { id: true, text: true, project: PROJECT },
    });
    return rows.map(({ id, text, project }) => ({ id, title: text, href: criterionPath(project.slug, id) }));
  },
  phase: async (ids, workspaceId) => {
    const rows = await db().phase.findMany({
      where: { id: { in: ids }, project: { workspaceId } },
      select: { id: true, ...PHASE.select },
    });
    return rows.map(({ id, name, key, project }) => ({
      id,
      title: name,
      href: phasePath(project.slug, key),
    }));
  },
  section: async (ids, workspaceId) => {
    const rows = await db().checklistSection.findMany({
      where: { id: { in: ids }, project: { workspaceId } },
      select: { id: true, title: true, phase: PHASE },
    });
    return rows.map(({ id, title, phase }) => ({
      id,
      title,
      href: phasePath(phase.project.slug, phase.key),
    }));
  },
  template: async (ids, workspaceId) => {
    const rows = await db().template.findMany({
      where: { id: { in: ids }, workspaceId },
      select: { id: true, name: true, archivedAt: true },
    });
    return rows.map(({ id, name, archivedAt }) => ({
      id,
      title: name,
      href: archivedAt ? null : `/projects/new?start=${id}`,
    }));
  },
  "sign-off-rule": async (ids, workspaceId) => {
    const rows = await db().signOffRule.findMany({
      where: { id: { in: ids }, phase: { project: { workspaceId } } },
      select: { id: true, name: true, phase: PHASE },
    });
    return rows.map(({ id, name, phase }) => ({
      id,
      title: name,
      href: `${phasePath(phase.project.slug, phase.key)}/gate`,
    }));
  },
  "sign-off": async (ids, workspaceId) => {
    const rows = await db().signOff.findMany({
      where: { id: { in: ids }, phase: { project: { workspaceId } } },
      select: { id: true, phase: PHASE },
    });
    return rows.map(({ id, phase }) => ({
      id,
      title: phase.name,
      href: `${phasePath(phase.project.slug, phase.key)}/gate`,
    }));
  },
  review: async (ids, workspaceId) => {
    const rows = await db().review.findMany({
      where: { id: { in: ids }, phase: { project: { workspaceId } } },
      select: { id: true, number: true, phase: PHASE },
    });
    return rows.map(({ id, number, phase }) => ({
      id,
      title: `review ${number} of ${phase.name}`,
      href: `${phasePath(phase.project.slug, phase.key)}/gate`,
    }));
  },
  decision: async (ids, workspaceId) => {
    const rows = await db().decision.findMany({
      where: { id: { in: ids }, phase: { project: { workspaceId } } },
      select: { id: true, phase: PHASE },
    });
    return rows.map(({ id, phase }) => ({
      id,
      title: phase.name,
      href: `${phasePath(phase.project.slug, phase.key)}/gate/decisions/${id}`,
    }));
  },
  measurement: async (ids, workspaceId) => {
    const rows = await db().measurement.findMany({
      where: { id: { in: ids }, criterion: { project: { workspaceId } } },
      select: { id: true, criterion: OWNER.criterion },
    });
    return rows.map(({ id, criterion }) => ({ id, ...ownerOf({ item: null, criterion }) }));
  },
  evidence: async (ids, workspaceId) => {
    const rows = await db().evidence.findMany({
      where: {
        id: { in: ids },
        OR: [{ item: { project: { workspaceId } } }, { criterion: { project: { workspaceId } } }],
      },
      select: { id: true, ...OWNER },
    });
    return rows.map(({ id, ...owner }) => ({ id, ...ownerOf(owner) }));
  },
  comment: async (ids, workspaceId) => {
    const rows = await db().comment.findMany({
      where: {
        id: { in: ids },
        OR: [{ item: { project: { workspaceId } } }, { criterion: { project: { workspaceId } } }],
      },
      select: { id: true, ...OWNER },
    });
    return rows.map(({ id, ...owner }) => ({ id, ...ownerOf(owner) }));
  },
  risk: async (ids, workspaceId) => {
    const rows = await db().risk.findMany({
      where: { id: { in: ids }, project: { workspaceId } },
      select: { id: true, title: true, project: PROJECT },
    });
    return rows.map(({ id, title, project }) => ({
      id,
      title,
      href: `${projectPath(project.slug)}/risks#risk-${id}`,
    }));
  },
  secret: async (ids, workspaceId) => {
    const rows = await db().secretRecord.findMany({
      where: { id: { in: ids }, project: { workspaceId } },
      select: { id: true, name: true, project: PROJECT },
    });
    return rows.map(({ id, name, project }) => ({
      id,
      title: name,
      href: `${projectPath(project.slug)}/secrets#secret-${id}`,
    }));
  },
  environment: async (ids, workspaceId) => {
    const rows = await db().environment.findMany({
      where: { id: { in: ids }, project: { workspaceId } },
      select: { id: true, name: true, project: PROJECT },
    });
    return rows.map(({ id, name, project }) => ({ id, title: name, href: environmentsPath(project.slug) }));
  },
  "configuration-item": async (ids, workspaceId) => {
    const rows = await db().configurationItem.findMany({
      where: { id: { in: ids }, project: { workspaceId } },
      select: { id: true, key: true, project: PROJECT },
    });
    return rows.map(({ id, key, project }) => ({
      id,
      title: key,
      href: `${environmentsPath(project.slug)}#configuration-${id}`,
    }));
  },
  project: async (ids, workspaceId) => {
    const rows = await db().project.findMany({
      where: { id: { in: ids }, workspaceId },
      select: { id: true, name: true, slug: true },
    });
    return rows.map(({ id, name, slug }) => ({ id, title: name, href: projectPath(slug) }));
  },
  member: async (ids, workspaceId) => {
    const rows = await db().member.findMany({
      where: { id: { in: ids }, workspaceId },
      select: { id: true, user: { select: { name: true } } },
    });
    return rows.map(({ id, user }) => ({ id, title: user.name, href: null }));
  },
  invitation: async (ids, workspaceId) => {
    const rows = await db().invitation.findMany({
      where: { id: { in: ids }, workspaceId },
      select: { id: true, name: true },
    });
    return rows.map(({ id, name }) => ({ id, title: name, href: null }));
  },
  token: async (ids, workspaceId) => {
    const rows = await db().apiToken.findMany({
      where: { id: { in: ids }, workspaceId },
      select: { id: true, name: true },
    });
    return rows.map(({ id, name }) => ({ id, title: name, href: null }));
  },
};

import { onceFor, type Packed, pack, unpack, unusual } from "@/components/ui/packed";
import type { ItemRow, SectionView } from "@/lib/domain/item-views";
import type { Loss } from "@/lib/domain/losses";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { ProjectView } from "@/lib/domain/project-views";
import { itemHref } from "./hrefs";

/** A phase as it was read (lib/data/phase-page.ts): the same object for as long as nothing in it has changed. */
interface ReadPhase {
  project: ProjectView;
  phase: PhaseView;
}

/** What a phase's page shows: the part that is there whatever tab is open, and the checklist where it is open. */
export interface ShownPhase {
  project: ProjectView;
  phase: Omit<PhaseView, "sections" | "criteria" | "ruleDefinitions">;
  sections: SectionView[] | null;
}

type Blocker = PhaseView["gate"]["blockers"][number];

/** What an item costs: its place among those that are sent, and the points. */
type ItemLoss = [place: number, points: number];

/** On its way: an entry of a list says only what is unusual of it, and nothing says again what an item says. */
interface Sent extends Omit<ShownPhase, "sections"> {
  blockers: (Pick<Blocker, "text" | "subjectId"> & Partial<Blocker>)[];
  losses: (ItemLoss | Loss)[];
  sections: (Omit<SectionView, "items"> & { items: Partial<ItemRow>[] })[] | null;
}
export type SentPhase = Packed<Sent>;

const USUAL: ItemRow = {
  ...{ id: "", title: "", state: "OPEN", level: "SHOULD", area: null, dueOn: null, overdue: false },
  ...{ assignees: [], stateBy: null, stateAt: null, waiverExpiresAt: null, evidence: 0, comments: 0 },
  ...{ subItems: [], version: 1 },
};

/** Most are Musts that are not done. */
const usualBlocker = (slug: string, subjectId: string | null): Pick<Blocker, "type" | "detail" | "href"> => ({
  type: "MUST_NOT_SATISFIED",
  detail: null,
  href: subjectId && itemHref(slug, subjectId),
});

const itemsOf = (sections: readonly SectionView[] | null) => sections?.flatMap(({ items }) => items) ?? [];

function write({ project, phase }: ReadPhase, hasChecklist: boolean): SentPhase {
  const { sections, criteria, ruleDefinitions, readiness, gate, ...framed } = phase;
  const shown = hasChecklist ? sections : null;
  const places = new Map(itemsOf(shown).map(({ id, title }, place) => [id, { place, title }]));
  return pack({
    project,
    phase: { ...framed, readiness: { ...readiness, losses: [] }, gate: { ...gate, blockers: [] } },
    blockers: gate.blockers.map(({ text, subjectId, ...rest }) => ({
      ...{ text, subjectId },
      ...unusual(rest, usualBlocker(project.slug, subjectId)),
    })),
    losses: readiness.losses.map((loss) => {
      const item = places.get(loss.id);
      return item && item.title === loss.title && loss.kind === "item" ? [item.place, loss.points] : loss;
    }),
    sections:
      shown?.map((section) => ({
        ...section,
        items: section.items.map(({ key, ...item }) => unusual(item, USUAL)),
      })) ?? null,
  });
}

const withChecklist = onceFor((page: ReadPhase) => write(page, true));
const withoutChecklist = onceFor((page: ReadPhase) => write(page, false));

/**
 * @param hasChecklist whether the items go along
 * @returns what the page's client component asks for; made once for as long as the page is kept
 */
export const sendPhase = (page: ReadPhase, hasChecklist: boolean): SentPhase =>
  (hasChecklist ? withChecklist : withoutChecklist)(page);

/** @returns the phase as it was sent, whole */
export function receivePhase(text: SentPhase): ShownPhase {
  const { project, phase, ...rest } = unpack(text);
  const sections =
    rest.sections?.map((section) => ({
      ...section,
      items: section.items.map((item) => ({ ...USUAL, ...item })),
    })) ?? null;
  const blockers = rest.blockers.map((blocker) => ({
    ...usualBlocker(project.slug, blocker.subjectId),
    ...blocker,
  }));
  const items = itemsOf(sections);
  const losses = rest.losses.map((loss) => (Array.isArray(loss) ? itemLoss(items, loss) : loss));
  return {
    project,
    phase: {
      ...phase,
      readiness: { ...phase.readiness, losses },
      gate: { ...phase.gate, blockers },
    },
    sections,
  };
}

function itemLoss(items: readonly ItemRow[], [place, points]: ItemLoss): Loss {
  const { id = "", title = "" } = items[place] ?? {};
  return { id, kind: "item", title, points };
}

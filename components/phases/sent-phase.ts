import { onceFor, type Packed, pack, unpack, unusual } from "@/components/ui/packed";
import type { ItemRow, SectionView } from "@/lib/domain/item-views";
import type { Loss } from "@/lib/domain/losses";
import type { PhaseView } from "@/lib/domain/phase-views";
import type { ProjectView } from "@/lib/domain/project-views";

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

/** On its way: an item says only how it differs from `USUAL`, and what an item costs leaves its title to the item. */
interface Sent extends Omit<ShownPhase, "sections"> {
  losses: (Omit<Loss, "title"> & Partial<Loss>)[];
  sections: (Omit<SectionView, "items"> & { items: Partial<ItemRow>[] })[] | null;
}
export type SentPhase = Packed<Sent>;

const USUAL: ItemRow = {
  ...{ id: "", key: "", title: "", state: "OPEN", level: "SHOULD", area: null, dueOn: null, overdue: false },
  ...{ assignees: [], stateBy: null, stateAt: null, waiverExpiresAt: null, evidence: 0, comments: 0 },
  ...{ subItems: [], version: 1 },
};

const titlesOf = (sections: readonly SectionView[] | null): Map<string, string> =>
  new Map(sections?.flatMap(({ items }) => items.map(({ id, title }) => [id, title] as const)));

function write({ project, phase }: ReadPhase, hasChecklist: boolean): SentPhase {
  const { sections, criteria, ruleDefinitions, readiness, ...framed } = phase;
  const shown = hasChecklist ? sections : null;
  const titles = titlesOf(shown);
  const losses = readiness.losses.map(({ title, ...loss }) =>
    titles.get(loss.id) === title ? loss : { ...loss, title },
  );
  return pack({
    project,
    phase: { ...framed, readiness: { ...readiness, losses: [] } },
    losses,
    sections:
      shown?.map((section) => ({ ...section, items: section.items.map((item) => unusual(item, USUAL)) })) ??
      null,
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
  const titles = titlesOf(sections);
  const losses = rest.losses.map((loss) => ({ ...loss, title: loss.title ?? titles.get(loss.id) ?? "" }));
  return { project, phase: { ...phase, readiness: { ...phase.readiness, losses } }, sections };
}

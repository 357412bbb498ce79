import { criterionHref, itemHref } from "@/components/phases/hrefs";
import { ActionButton } from "@/components/ui/action-button";
import type { ActionOf } from "@/components/ui/action-of";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { criterionOnlySchema } from "@/lib/schemas/criteria";
import type { thingSchema } from "@/lib/schemas/fields";
import type { itemOnlySchema } from "@/lib/schemas/items";
import type { phaseOnlySchema } from "@/lib/schemas/phases";
import type { sectionOnlySchema } from "@/lib/schemas/sections";

/** Something that was taken out of the plan (lib/data/archived.ts). */
interface Archived {
  kind: "item" | "section" | "phase" | "criterion" | "risk" | "environment" | "configuration-item" | "secret";
  id: string;
  title: string;
  place: string | null;
  archivedAt: string;
}

interface RestoreActions {
  item: ActionOf<typeof itemOnlySchema>;
  section: ActionOf<typeof sectionOnlySchema>;
  phase: ActionOf<typeof phaseOnlySchema>;
  criterion: ActionOf<typeof criterionOnlySchema>;
  risk: ActionOf<typeof thingSchema>;
  environment: ActionOf<typeof thingSchema>;
  "configuration-item": ActionOf<typeof thingSchema>;
  secret: ActionOf<typeof thingSchema>;
}

interface ArchivedListProps {
  projectId: string;
  slug: string;
  archived: Archived[];
  restore: RestoreActions;
  clock: ReaderClock;
}

/** What was taken out of the plan and can be put back; folded away, for it is looked for, not read. */
export function ArchivedList({ projectId, slug, archived, restore, clock }: ArchivedListProps) {
  if (archived.length === 0) return null;
  return (
    <details id="archived" className="panel px-4.5 py-3">
      <summary className="text-small font-semibold">
        Archived <span className="num text-ink-3">{archived.length}</span>
      </summary>
      <ul className="mt-2">
        {archived.map((thing) => (
          <li
            key={thing.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2.5 first:border-t-0"
          >
            <div className="min-w-0 flex-1 basis-64">
              {titleOf(thing, slug)}
              <p className="text-fine text-ink-3">
                {[thing.kind.replace("-", " "), thing.place].filter(Boolean).join(", ")},{" "}
                <Moment at={thing.archivedAt} clock={clock} />
              </p>
            </div>
            {restoreButton(thing, projectId, restore)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function titleOf({ kind, id, title }: Archived, slug: string) {
  const href = kind === "item" ? itemHref(slug, id) : kind === "criterion" ? criterionHref(slug, id) : null;
  return href ? (
    <a href={href} className="item-title">
      {title}
    </a>
  ) : (
    <p>{title}</p>
  );
}

function restoreButton({ kind, id, title }: Archived, projectId: string, restore: RestoreActions) {
  switch (kind) {
    case "item":
      return button(title, restore.item, { projectId, itemId: id });
    case "section":
      return button(title, restore.section, { projectId, sectionId: id });
    case "phase":
      return button(title, restore.phase, { projectId, phaseId: id });
    case "criterion":
      return button(title, restore.criterion, { projectId, criterionId: id });
    case "risk":
    case "environment":
    case "configuration-item":
    case "secret":
      return button(title, restore[kind], { projectId, id });
  }
}

const button = <Input,>(
  title: string,
  action: Parameters<typeof ActionButton<Input>>[0]["action"],
  input: Input,
) => (
  <ActionButton action={action} input={input} label={`Restore ${title}`} small>
    Restore
  </ActionButton>
);

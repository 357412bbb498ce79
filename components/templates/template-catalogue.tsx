import type { ActionOf } from "@/components/ui/action-of";
import { Moment } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { TemplateEntry } from "@/lib/domain/templates";
import type { templateIdSchema } from "@/lib/schemas/templates";
import { ArchiveTemplateButton } from "./archive-template-button";
import { heldInWords } from "./count-words";

type Action = ActionOf<typeof templateIdSchema>;

interface TemplateCatalogueProps {
  templates: TemplateEntry[];
  clock: ReaderClock;
  archive: Action;
  restore: Action;
}

function card(
  template: TemplateEntry,
  { clock, archive, restore }: Omit<TemplateCatalogueProps, "templates">,
) {
  const { key, title, summary, counts, version, savedAt } = template;
  return (
    <li
      key={key}
      className="panel relative grid content-start gap-1 p-4 transition-colors hover:border-line-strong hover:bg-sunk"
    >
      <h3 className="font-semibold [overflow-wrap:anywhere]">
        <a href={`/projects/new?start=${key}`} className="after:absolute after:inset-0">
          {title}
        </a>
      </h3>
      {summary && <p className="text-small text-ink-2">{summary}</p>}
      <p className="num mt-1 text-fine text-ink-3">{heldInWords(counts).join(" · ")}</p>
      {savedAt && (
        <div className="mt-1 flex flex-wrap items-center gap-x-3 text-fine text-ink-3">
          <span>
            Version {version}, saved <Moment at={savedAt} clock={clock} />
          </span>
          <span className="relative ml-auto">
            <ArchiveTemplateButton templateId={key} name={title} archive={archive} restore={restore} />
          </span>
        </div>
      )}
    </li>
  );
}

/** Templates to begin with: the workspace's own first, then those that come with the product. */
export function TemplateCatalogue({ templates, ...rest }: TemplateCatalogueProps) {
  const shelves = [
    { title: "Saved in this workspace", shelf: templates.filter(({ isBuiltIn }) => !isBuiltIn) },
    { title: "Come with Phasegate", shelf: templates.filter(({ isBuiltIn }) => isBuiltIn) },
  ].filter(({ shelf }) => shelf.length > 0);
  return shelves.map(({ title, shelf }) => (
    <section key={title} aria-label={title} className="mb-6">
      <h2 className="mb-2 text-title font-semibold">{title}</h2>
      <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {shelf.map((template) => card(template, rest))}
      </ul>
    </section>
  ));
}

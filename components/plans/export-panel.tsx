import { projectHref, reportPdfHref } from "@/components/phases/hrefs";
import { Panel, PanelHeading } from "@/components/ui/panel";

const exportHref = (slug: string, format: string) =>
  `/api/v1/projects/${encodeURIComponent(slug)}/export?format=${format}`;

const FORMATS = [
  { format: "markdown", label: "Markdown", says: "to keep in a repository, edit there and import again" },
  { format: "json", label: "JSON", says: "the same plan for programs" },
  { format: "csv", label: "CSV", says: "items and criteria for a spreadsheet" },
] as const;

interface ExportPanelProps {
  slug: string;
  phases: { key: string; name: string }[];
  /** in which the reports tell their moments */
  zone: string;
  /** may bring a newer version of the file */
  mayEdit: boolean;
  /** it was made or updated from a document */
  isImported: boolean;
}

/** The project as a file, and each phase as a report, for everybody who reads it. */
export function ExportPanel({ slug, phases, zone, mayEdit, isImported }: ExportPanelProps) {
  return (
    <Panel className="p-4.5">
      <PanelHeading title="Plan as a file" />
      <ul className="mt-2 grid gap-1.5">
        {FORMATS.map(({ format, label, says }) => (
          <li key={format}>
            <a className="link underline" href={exportHref(slug, format)} download>
              {label}
            </a>
            <span className="text-ink-2">, {says}</span>
          </li>
        ))}
        {isImported && (
          <li>
            <a className="link underline" href={exportHref(slug, "imported")} download>
              The imported document
            </a>
            <span className="text-ink-2">, with what was not understood of it</span>
          </li>
        )}
        {phases.length > 0 && (
          <li>
            PDF
            <span className="text-ink-2">, the report of a phase to hand on: </span>
            {phases.map(({ key, name }, index) => (
              <span key={key}>
                {index > 0 && ", "}
                <a className="link underline" href={reportPdfHref(slug, key, zone)} download>
                  {name}
                </a>
              </span>
            ))}
          </li>
        )}
      </ul>
      {mayEdit && (
        <p className="mt-3">
          <a className="link underline" href={`${projectHref(slug)}/update`}>
            Update from a file
          </a>
          <span className="text-ink-2">, the same plan after somebody edited it</span>
        </p>
      )}
    </Panel>
  );
}

import { Panel, PanelHeading } from "@/components/ui/panel";

const FORMATS = [
  { format: "markdown", label: "Markdown", says: "to keep in a repository, edit there and import again" },
  { format: "json", label: "JSON", says: "the same plan for programs" },
  { format: "csv", label: "CSV", says: "items and criteria for a spreadsheet" },
] as const;

/** The project as a file, for everybody who reads it. */
export function ExportPanel({ slug }: { slug: string }) {
  return (
    <Panel className="p-4.5">
      <PanelHeading title="Export" />
      <ul className="mt-2 grid gap-1.5">
        {FORMATS.map(({ format, label, says }) => (
          <li key={format}>
            <a
              className="link underline"
              href={`/api/v1/projects/${encodeURIComponent(slug)}/export?format=${format}`}
              download
            >
              {label}
            </a>
            <span className="text-ink-2">, {says}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

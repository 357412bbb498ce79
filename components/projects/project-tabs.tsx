import { projectHref } from "@/components/phases/hrefs";
import { TabLinks } from "@/components/ui/tab-links";

const PAGES = [
  { key: "phases", path: "", label: "Phases" },
  { key: "criteria", path: "/criteria", label: "Criteria" },
  { key: "areas", path: "/areas", label: "Areas" },
  { key: "environments", path: "/environments", label: "Environments" },
  { key: "secrets", path: "/secrets", label: "Secrets" },
  { key: "risks", path: "/risks", label: "Risks" },
  { key: "activity", path: "/activity", label: "Activity" },
  { key: "settings", path: "/settings", label: "Settings" },
] as const;
export type ProjectPage = (typeof PAGES)[number]["key"];

/** The pages of one project. */
export function ProjectTabs({ slug, current }: { slug: string; current: ProjectPage }) {
  return (
    <div className="project-tabs">
      <TabLinks
        label="Pages of this project"
        tabs={PAGES.map(({ key, path, label }) => ({
          href: projectHref(slug) + path,
          label,
          current: key === current,
        }))}
      />
    </div>
  );
}

import { projectHref } from "@/components/phases/hrefs";
import type { TemplateOrigin } from "@/lib/domain/templates";

/** Which template a project was made from, and that it moved on. */
export function TemplateOriginLine({ slug, origin }: { slug: string; origin: TemplateOrigin }) {
  const { title, version, newest, isArchived } = origin;
  return (
    <p className="text-small text-ink-2">
      Made from <span className="font-medium text-ink">{title}</span>, version {version}
      {isArchived && " (archived)"}.{" "}
      {newest > version && (
        <a href={`${projectHref(slug)}/template`} className="text-brand underline">
          Version {newest} is out: see what it changes
        </a>
      )}
    </p>
  );
}

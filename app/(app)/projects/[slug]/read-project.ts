import { cache } from "react";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getProjectPage } from "@/lib/data/project-page";

/** The project behind an address, opened once per request for the page and for the title of its tab. */
export const openForReading = cache((slug: string) => projectPage(slug, "project:read"));

/** The project as its pages show it. */
export const readProject = cache(async (slug: string) =>
  orNotFound(getProjectPage(await openForReading(slug), new Date())),
);

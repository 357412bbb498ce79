import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getProjectPage } from "@/lib/data/project-page";

/** The project behind an address, opened for a page. */
export const openForReading = (slug: string) => projectPage(slug, "project:read");

/** The project as its pages show it. */
export const readProject = async (slug: string) =>
  orNotFound(getProjectPage(await openForReading(slug), new Date()));

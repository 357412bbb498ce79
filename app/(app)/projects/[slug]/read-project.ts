import { orNotFound } from "@/lib/auth/page-access";
import type { ProjectAccess } from "@/lib/data/access";
import { getProjectPage } from "@/lib/data/project-page";

/** The project as its pages show it. */
export const readProject = (access: ProjectAccess) => orNotFound(getProjectPage(access, new Date()));

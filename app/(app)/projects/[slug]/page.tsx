import { redirect } from "next/navigation";
import { phaseHref } from "@/components/phases/hrefs";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getPhaseToShow } from "@/lib/data/phase-page";

interface ProjectRootProps {
  params: Promise<{ slug: string }>;
}

const readPhase = async (slug: string) => {
  const access = await projectPage(slug, "project:read");
  return orNotFound(getPhaseToShow(access, new Date()));
};

/** A project opens at the phase people work on. */
export default async function ProjectRootPage({ params }: ProjectRootProps) {
  const { slug } = await params;
  redirect(phaseHref(slug, await readPhase(slug)));
}

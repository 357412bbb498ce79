import { redirect } from "next/navigation";
import { phaseHref } from "@/components/phases/hrefs";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getPhaseToShow } from "@/lib/data/phase-page";

/** A project opens at the phase people work on. */
export default async function ProjectRootPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const access = await projectPage(slug, "project:read");
  redirect(phaseHref(slug, await orNotFound(getPhaseToShow(access, new Date()))));
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { tabTitle } from "@/app/(app)/tab-title";
import { phaseHref } from "@/components/phases/hrefs";
import { orNotFound, projectPage } from "@/lib/auth/page-access";
import { getPhaseToShow } from "@/lib/data/phase-page";

interface ProjectRootProps {
  params: Promise<{ slug: string }>;
}

const readPhase = cache(async (slug: string) => {
  const access = await projectPage(slug, "project:read");
  return orNotFound(getPhaseToShow(access, new Date()));
});

export async function generateMetadata({ params }: ProjectRootProps): Promise<Metadata> {
  const { slug } = await params;
  return tabTitle(readPhase(slug), () => slug);
}

/** A project opens at the phase people work on. */
export default async function ProjectRootPage({ params }: ProjectRootProps) {
  const { slug } = await params;
  redirect(phaseHref(slug, await readPhase(slug)));
}

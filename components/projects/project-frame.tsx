import type { ComponentProps, ReactNode } from "react";
import { LiveUpdates } from "@/components/live/live-updates";
import type { ProjectView } from "@/lib/domain/project-views";
import { ProjectHead } from "./project-head";
import { type ProjectPage, ProjectTabs } from "./project-tabs";

interface ProjectFrameProps extends Pick<ComponentProps<typeof ProjectHead>, "edit"> {
  project: ProjectView;
  current: ProjectPage;
  children: ReactNode;
}

/** What stands above every page of a project that follows what others do. */
export function ProjectFrame({ project, current, edit, children }: ProjectFrameProps) {
  return (
    <>
      <ProjectHead project={project} edit={edit}>
        <LiveUpdates slug={project.slug} after={project.version} />
      </ProjectHead>
      <ProjectTabs slug={project.slug} current={current} />
      {children}
    </>
  );
}

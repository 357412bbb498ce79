import type { ReactNode } from "react";
import { PageHead } from "@/components/shell/page-head";
import { AvatarStack } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { ProjectView } from "@/lib/domain/project-views";

interface ProjectHeadProps {
  project: Pick<ProjectView, "name" | "description" | "slug" | "people" | "archivedAt" | "may">;
  /** the live-updates mark, and what the page adds */
  children?: ReactNode;
  /** address that turns editing on or off; null hides the button */
  edit?: { on: boolean; href: string } | null;
}

/** The name of a project with its people and what can be done with it. */
export function ProjectHead({ project, edit, children }: ProjectHeadProps) {
  return (
    <PageHead
      title={project.name}
      crumbs={[{ href: "/", label: "Projects" }]}
      lead={project.description || undefined}
    >
      {project.archivedAt && <Chip tone="warn">Archived: only read until it is restored</Chip>}
      <AvatarStack names={project.people.map((person) => person.name)} most={4} />
      {children}
      {project.may.edit && edit && (
        <ButtonLink href={edit.href} look={edit.on ? "primary" : "plain"}>
          {edit.on ? "Done editing" : "Edit plan"}
        </ButtonLink>
      )}
    </PageHead>
  );
}

import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** A page with one thing to say, inside the shell or without it. */
export function Message({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page">
      <h1 className="sr-only">{title}</h1>
      <EmptyState
        title={title}
        actions={
          <>
            {action}
            <ButtonLink href="/">All projects</ButtonLink>
          </>
        }
      >
        <p>{children}</p>
      </EmptyState>
    </div>
  );
}

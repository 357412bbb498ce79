import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

interface MessageProps {
  title: string;
  /** below the top bar, where the page has its margins already */
  inShell?: boolean;
  action?: ReactNode;
  children: ReactNode;
}

/** A page with one thing to say, inside the shell or without it. */
export function Message({ title, inShell, action, children }: MessageProps) {
  return (
    <div className={inShell ? undefined : "page"}>
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

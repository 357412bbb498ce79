import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TabTitle } from "./tab-title";

interface MessageProps {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}

/** A page with one thing to say; inside the shell, which has the margins, it adds none (shell.css). */
export function Message({ title, action, children }: MessageProps) {
  return (
    <div className="page">
      <TabTitle>{title}</TabTitle>
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

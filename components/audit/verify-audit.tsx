"use client";
import { useState } from "react";
import { countOf } from "@/components/phases/gate-words";
import { Button } from "@/components/ui/button";
import { useSubmit } from "@/components/ui/use-submit";
import type { ActionResult } from "@/lib/domain/action-result";
import type { AuditVerdict } from "@/lib/domain/audit-views";

interface VerifyAuditProps {
  verify: (input: Record<string, never>) => Promise<ActionResult<AuditVerdict>>;
}

function sentenceOf(verdict: AuditVerdict): string {
  if (verdict.ok)
    return `Intact: ${countOf(verdict.events, "event")} in ${countOf(verdict.chains, "chain")}.`;
  const { seq, project, chain, why } = verdict.broken;
  return `Broken at event ${seq} of ${project ?? chain}: ${why}`;
}

/** Checks every chain of the workspace now, and says what it found. */
export function VerifyAudit({ verify }: VerifyAuditProps) {
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const { submit, pending, refusal } = useSubmit(verify, setVerdict);
  const tone = verdict?.ok ? "text-go" : "text-stop";
  return (
    <>
      <p role="status" className={`max-w-[60ch] text-small ${refusal ? "text-stop" : tone}`}>
        {refusal?.message ?? (verdict && sentenceOf(verdict))}
      </p>
      <Button onClick={() => submit({})} disabled={pending}>
        {pending ? "Verifying" : "Verify"}
      </Button>
    </>
  );
}

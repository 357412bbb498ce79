"use client";
import { ConfirmButton } from "@/components/ui/confirm-button";
import type { SignOffRuleDefinition } from "@/lib/domain/gate-views";
import type { SaveRule } from "./rule-form";

interface ArchiveRuleButtonProps {
  projectId: string;
  rule: SignOffRuleDefinition;
  archive: SaveRule["archive"];
}

/** Takes a rule out of the policy; what was signed under it stays in the history. */
export function ArchiveRuleButton({ projectId, rule, archive }: ArchiveRuleButtonProps) {
  return (
    <ConfirmButton
      trigger={{ label: "Archive", name: `Archive the rule ${rule.name}`, look: "quiet", small: true }}
      dialog={{
        title: `Archive the rule ${rule.name}?`,
        description: "Nobody has to sign under it any more. What was signed stays in the history.",
        verb: "Archive",
        action: () => archive({ projectId, ruleId: rule.id }),
      }}
    />
  );
}

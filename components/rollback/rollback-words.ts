import type { Tone } from "@/components/ui/chip";
import type { RehearsalOutcome, RollbackStanding } from "@/lib/domain/rollback";

export const OUTCOME_WORDS: Record<RehearsalOutcome, { word: string; tone: Tone }> = {
  WORKED: { word: "It worked", tone: "go" },
  FAILED: { word: "It failed", tone: "stop" },
};

export const STANDING_WORDS: Record<RollbackStanding, { word: string; tone: Tone }> = {
  NO_PLAN: { word: "no plan", tone: "plain" },
  NEVER_REHEARSED: { word: "never rehearsed", tone: "warn" },
  FAILED: { word: "failed when it was rehearsed", tone: "stop" },
  CHANGED_SINCE: { word: "changed since it was rehearsed", tone: "warn" },
  REHEARSED: { word: "rehearsed", tone: "go" },
};

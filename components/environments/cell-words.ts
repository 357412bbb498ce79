import type { Tone } from "@/components/ui/chip";
import type { CellState } from "@/lib/domain/environments";

export const CELL_STATE_WORDS: Record<CellState, { word: string; tone: Tone }> = {
  LIVE: { word: "Live", tone: "go" },
  MOCK: { word: "Mock", tone: "warn" },
  MISSING: { word: "Missing", tone: "plain" },
  NOT_APPLICABLE: { word: "Not applicable", tone: "plain" },
};

/** Where the cell of a row and a column is found on the page. */
export const cellKey = (itemId: string, environmentId: string): string => `${itemId} ${environmentId}`;

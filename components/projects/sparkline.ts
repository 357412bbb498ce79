import { type Markup, markup } from "@/components/ui/markup";

/** Readiness over the last days, as a line; nothing for less than two. The words are for those who do not see it. */
export function sparkline(scores: readonly number[], width = 84, height = 26): Markup | null {
  const [first, last] = [scores[0], scores.at(-1)];
  if (scores.length < 2 || first === undefined || last === undefined) return null;
  // A flat line stays flat: at least 20 points of readiness fill the height.
  const low = Math.min(...scores);
  const span = Math.max(20, Math.max(...scores) - low);
  const base = Math.max(0, Math.min(low, 100 - span));
  const x = (index: number) => (1 + (index / (scores.length - 1)) * (width - 4)).toFixed(1);
  const y = (score: number) => (height - 3 - ((score - base) / span) * (height - 6)).toFixed(1);
  const path = scores.map((score, index) => `${index === 0 ? "M" : "L"}${x(index)} ${y(score)}`).join("");
  const look = last === 100 ? "spark text-go" : "spark text-brand";
  return markup`<svg role="img" aria-label="from ${first} to ${last}" class="${look}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path d="${path}"/><circle cx="${x(scores.length - 1)}" cy="${y(last)}" r="2.2"/></svg>`;
}

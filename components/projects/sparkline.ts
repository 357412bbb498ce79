/** Readiness over the last days. The words are for those who do not see the line. */
export function Sparkline({
  scores,
  width = 84,
  height = 26,
}: {
  scores: number[];
  width?: number;
  height?: number;
}) {
  const [first, last] = [scores[0], scores.at(-1)];
  if (scores.length < 2 || first === undefined || last === undefined) return null;
  // A flat line stays flat: at least 20 points of readiness fill the height.
  const low = Math.min(...scores);
  const span = Math.max(20, Math.max(...scores) - low);
  const base = Math.max(0, Math.min(low, 100 - span));
  const x = (index: number) => 1 + (index / (scores.length - 1)) * (width - 4);
  const y = (score: number) => height - 3 - ((score - base) / span) * (height - 6);
  const path = scores
    .map((score, index) => `${index === 0 ? "M" : "L"}${x(index).toFixed(1)} ${y(score).toFixed(1)}`)
    .join("");
  return (
    <svg
      role="img"
      aria-label={`from ${first} to ${last}`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fill="none"
      className={last === 100 ? "text-go" : "text-brand"}
    >
      <path d={path} stroke="currentColor" strokeWidth="1.8" strokeLinejoin="round" strokeLinecap="round" />
      <circle cx={x(scores.length - 1)} cy={y(last)} r="2.2" fill="currentColor" />
    </svg>
  );
}

/** The shape of what is coming; the words for a screen reader are said once. */
export function Skeleton({ label = "Loading", rows = 5 }: { label?: string; rows?: number }) {
  return (
    <div role="status" className="panel grid gap-4 p-5">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same and never move
        <div key={row} className="skeleton h-4" style={{ width: `${90 - ((row * 17) % 45)}%` }} />
      ))}
    </div>
  );
}

/** Goals, scope, rollback steps: short lines people wrote. */
export function TextList({
  title,
  lines,
  ordered,
  empty,
}: {
  title: string;
  lines: string[];
  ordered?: boolean;
  empty?: string;
}) {
  if (lines.length === 0 && !empty) return null;
  const List = ordered ? "ol" : "ul";
  return (
    <div>
      <h2 className="mb-1 text-small font-semibold">{title}</h2>
      {lines.length === 0 ? (
        <p className="text-ink-2">{empty}</p>
      ) : (
        <List className={`grid gap-1 pl-5 ${ordered ? "list-decimal" : "list-disc"} marker:text-ink-3`}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </List>
      )}
    </div>
  );
}

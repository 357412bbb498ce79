/** The text of a cell; what plans put between backticks is shown as code. */
export function CellValue({ value }: { value: string }) {
  if (value === "") return null;
  return (
    <span className="cell-value">
      {value.split(/(`[^`]+`)/).map((part, index) =>
        index % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name
          <code key={index} className="font-mono text-fine">
            {part.slice(1, -1)}
          </code>
        ) : (
          part
        ),
      )}
    </span>
  );
}

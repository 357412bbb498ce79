interface SelectAllBoxProps {
  label: string;
  /** what stands beside it; the label is read out anyway */
  text?: string;
  ids: readonly string[];
  selected: ReadonlySet<string>;
  onSelect: (ids: readonly string[], on: boolean) => void;
}

/** A box for all of a list: half while some of it is selected. */
export function SelectAllBox({ label, text, ids, selected, onSelect }: SelectAllBoxProps) {
  const count = ids.filter((id) => selected.has(id)).length;
  const isAll = ids.length > 0 && count === ids.length;
  return (
    <label className="flex items-center gap-2.5">
      <input
        type="checkbox"
        className="tick tick-select"
        aria-label={label}
        disabled={ids.length === 0}
        checked={isAll}
        ref={(box) => {
          if (box) box.indeterminate = count > 0 && !isAll;
        }}
        onChange={(event) => onSelect(ids, event.currentTarget.checked)}
      />
      {text}
    </label>
  );
}

/* Strokes on a 16 x 16 grid. An icon library would send a client component for each of these. */
const PATHS = {
  archive: "M2.5 4.5h11M3.5 4.5v8h9v-8M6.5 7.5h3M3 2.5h10v2H3z",
  check: "m3.5 8.5 3 3 6-7",
  chevron: "m4.5 6.5 3.5 3.5 3.5-3.5",
  copy: "M5.5 5.5h8v8h-8zM10.5 3.5v-1h-8v8h1",
  cross: "m4 4 8 8M12 4l-8 8",
  down: "M8 3v10M4 9l4 4 4-4",
  file: "M4 1.5h5.5L12.5 5v9.5h-8.5zM9.5 1.5V5h3",
  grip: "M6 3.5h.01M10 3.5h.01M6 8h.01M10 8h.01M6 12.5h.01M10 12.5h.01",
  link: "M6.5 9.5 9.5 6.5M7 4.5l1.2-1.2a3 3 0 0 1 4.3 4.3L11.3 9M9 11.5l-1.2 1.2a3 3 0 0 1-4.3-4.3L4.7 7",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  note: "M3 3.5h10M3 6.5h10M3 9.5h10M3 12.5h6",
  pencil: "m3 13 .6-2.8 7.2-7.2 2.2 2.2-7.2 7.2zM9.5 4.3l2.2 2.2",
  plus: "M8 3.5v9M3.5 8h9",
  up: "M8 13V3M4 7l4-4 4 4",
  warning: "M8 2.5 14.5 13.5h-13zM8 6.5v3M8 11.5h.01",
} as const;

export type IconName = keyof typeof PATHS;

/** Always decoration: the word stands beside it or in the label of its button. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "grip" || name === "more" ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

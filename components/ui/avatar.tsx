/** First letters of the first and last name, or the first two of the only one. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = "", last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const letters = last ? [...first].slice(0, 1).concat([...last].slice(0, 1)) : [...first].slice(0, 2);
  return letters.join("").toUpperCase();
}

/** Which of the hues in marks.css; the same name always has the same one. */
function hueClassOf(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return `av av-${sum % 6}`;
}

export function Avatar({ name }: { name: string }) {
  return (
    <span className={hueClassOf(name)} title={name} role="img" aria-label={name}>
      {initialsOf(name)}
    </span>
  );
}

/** Nobody yet. */
export function NoAvatar({ label }: { label: string }) {
  return <span className="av av-none" title={label} role="img" aria-label={label} />;
}

export function AvatarStack({ names, most = 3 }: { names: string[]; most?: number }) {
  const [shown, rest] = [names.slice(0, most), names.slice(most)];
  return (
    <span className="av-stack">
      {shown.map((name) => (
        <Avatar key={name} name={name} />
      ))}
      {rest.length > 0 && (
        <span
          className="av av-none bg-panel"
          title={rest.join(", ")}
          role="img"
          aria-label={`and ${rest.join(", ")}`}
        >
          +{rest.length}
        </span>
      )}
    </span>
  );
}

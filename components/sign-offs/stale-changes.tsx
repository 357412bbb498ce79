import type { SignOffView } from "@/lib/domain/gate-views";

/** Just the difference since the signature: what a signer has to look at again. */
export function StaleChanges({ changes }: { changes: SignOffView["changes"] }) {
  return (
    <div className="rounded-lg bg-warn-soft px-3 py-2 text-small">
      <p className="font-semibold text-warn">Changed since the signature</p>
      <ul className="mt-1 grid gap-1">
        {changes.map(({ title, change }) => (
          <li key={`${title}-${change}`}>
            <span className="font-medium">{title}</span> <span className="text-ink-2">{change}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

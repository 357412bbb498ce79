import { Chip } from "@/components/ui/chip";
import { Icon, type IconName } from "@/components/ui/icon";
import { Day } from "@/components/ui/time";
import type { ReaderClock } from "@/components/ui/time-format";
import type { EvidenceView } from "@/lib/domain/item-views";
import type { Freshness } from "@/lib/domain/words";
import { AddEvidenceButton } from "./evidence-buttons";
import type { EvidenceActions, EvidencePlace } from "./evidence-target";
import { RemoveEvidence } from "./remove-evidence";

interface EvidenceListProps {
  place: EvidencePlace;
  evidence: EvidenceView[];
  mayWork: boolean;
  actions: EvidenceActions;
  clock: ReaderClock;
}

const ICONS: Record<EvidenceView["kind"], IconName> = { LINK: "link", NOTE: "note", FILE: "file" };

function ageChip(freshness: Freshness) {
  if (freshness === "FRESH") return null;
  return freshness === "AGING" ? <Chip tone="warn">expires soon</Chip> : <Chip tone="stop">expired</Chip>;
}

/** "12 KB": enough to know what a download costs */
function sizeOf(bytes: number): string {
  const [unit, amount] = bytes < 1_000_000 ? ["KB", bytes / 1000] : ["MB", bytes / 1_000_000];
  return `${amount < 10 ? Math.ceil(amount * 10) / 10 : Math.round(amount)} ${unit}`;
}

/** What shows that it is so: links, notes, and files with their hash. */
export function EvidenceList({ place, evidence, mayWork, actions, clock }: EvidenceListProps) {
  return (
    <div className="grid gap-3">
      {evidence.length === 0 && <p className="text-small text-ink-2">No evidence yet.</p>}
      <ul className="grid gap-3">
        {evidence.map((piece) => (
          <li key={piece.id} className="flex items-start gap-3">
            <span className="mt-0.5 text-ink-3">
              <Icon name={ICONS[piece.kind]} />
            </span>
            <div className="min-w-0 flex-1">
              {titleOf(piece, place.slug)}
              {piece.note && <p className="whitespace-pre-wrap text-ink-2">{piece.note}</p>}
              <p className="num flex flex-wrap gap-x-2.5 text-fine text-ink-3">
                <span>
                  {piece.by}, <Day day={piece.effectiveOn} clock={clock} />
                </span>
                {piece.expiresOn && (
                  <span>
                    until <Day day={piece.expiresOn} clock={clock} />
                  </span>
                )}
                {piece.sizeBytes !== null && <span>{sizeOf(piece.sizeBytes)}</span>}
                {piece.sha256 && (
                  <span title={`SHA-256 ${piece.sha256}`}>sha256 {piece.sha256.slice(0, 12)}</span>
                )}
              </p>
            </div>
            {ageChip(piece.freshness)}
            {mayWork && <RemoveEvidence projectId={place.projectId} piece={piece} actions={actions} />}
          </li>
        ))}
      </ul>
      {mayWork && (
        <div>
          <AddEvidenceButton trigger={{ label: "Add evidence", icon: "plus" }} dialog={{ place, actions }} />
        </div>
      )}
    </div>
  );
}

function titleOf({ id, kind, title, url }: EvidenceView, slug: string) {
  if (kind === "NOTE") return <p className="font-medium">{title}</p>;
  const file = kind === "FILE";
  const href = file ? `/api/v1/projects/${slug}/evidence/${id}` : (url ?? undefined);
  return (
    <a
      href={href}
      className="link font-medium"
      download={file || undefined}
      target={file ? undefined : "_blank"}
      rel="noopener noreferrer"
    >
      {title}
      {!file && <span className="sr-only"> (another site)</span>}
    </a>
  );
}

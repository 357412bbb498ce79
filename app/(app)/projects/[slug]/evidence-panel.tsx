import { EvidenceList } from "@/components/evidence/evidence-list";
import type { EvidencePlace } from "@/components/evidence/evidence-target";
import { Panel, PanelHeading } from "@/components/ui/panel";
import type { ReaderClock } from "@/components/ui/time-format";
import {
  addLinkEvidenceAction,
  addNoteEvidenceAction,
  removeEvidenceAction,
  restoreEvidenceAction,
} from "@/lib/actions/evidence";
import type { EvidenceView } from "@/lib/domain/item-views";

interface EvidencePanelProps {
  place: EvidencePlace;
  evidence: EvidenceView[];
  count: number;
  mayWork: boolean;
  clock: ReaderClock;
}

const ACTIONS = {
  addLink: addLinkEvidenceAction,
  addNote: addNoteEvidenceAction,
  remove: removeEvidenceAction,
  restore: restoreEvidenceAction,
};

/** The evidence of an item or a criterion. */
export function EvidencePanel({ count, ...list }: EvidencePanelProps) {
  return (
    <Panel label="Evidence" className="grid gap-3 px-4.5 py-3">
      <PanelHeading title="Evidence" count={count || undefined} />
      <EvidenceList {...list} actions={ACTIONS} />
    </Panel>
  );
}

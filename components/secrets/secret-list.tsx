import { ThingButtons } from "@/components/things/thing-buttons";
import { Day } from "@/components/ui/time";
import { dayOf, type ReaderClock } from "@/components/ui/time-format";
import type { MayView } from "@/lib/domain/project-views";
import type { SecretView } from "@/lib/domain/secret-views";
import { RotationChip } from "./rotation-words";
import { RotationButton, SecretFormButton } from "./secret-buttons";
import type { SecretEdits } from "./secret-edits";

interface SecretListProps {
  projectId: string;
  secrets: SecretView[];
  may: Pick<MayView, "work">;
  edits: SecretEdits;
  /** shows what changes the inventory */
  editing: boolean;
  clock: ReaderClock;
}

/** The inventory of secrets: who looks after which, where it lies, when it is due. Never a value. */
export function SecretList(props: SecretListProps) {
  const { secrets } = props;
  const count = (state: SecretView["rotation"]["state"]) =>
    secrets.filter(({ rotation }) => rotation.state === state).length;
  const counts = [
    [count("OVERDUE"), "overdue"],
    [count("NEVER"), "without a recorded rotation"],
    [count("DUE_SOON"), "due soon"],
  ] as const;
  const told = counts.flatMap(([number, word]) => (number > 0 ? `${number} ${word}` : []));
  return (
    <section aria-label="Secrets">
      <div className="section-head">
        <h2>Secrets</h2>
        <span className="num">
          {[`${secrets.length} in the inventory`, ...told].join(", ")}. Never a value.
        </span>
      </div>
      <ul>{secrets.map((secret) => secretRow(secret, props))}</ul>
    </section>
  );
}

function secretRow(secret: SecretView, { projectId, secrets, may, edits, editing, clock }: SecretListProps) {
  const { id, name, variable, owner, storage, rotationDays, rotation } = secret;
  const { rotation: _, lastRotatedBy, ...definition } = secret;
  return (
    <li
      key={id}
      id={`secret-${id}`}
      className="flex flex-wrap items-start gap-x-3 gap-y-2 border-t border-line px-4.5 py-3 first:border-t-0 target:bg-brand-soft"
    >
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium wrap-anywhere">{name}</span>
          {variable && <code className="font-mono text-fine wrap-anywhere text-ink-2">{variable}</code>}
        </p>
        <p className="text-small wrap-anywhere text-ink-2">
          {owner ? `Owner ${owner}` : "No owner"}
          {storage && `, stored in ${storage}`}
          {rotationDays !== null && `, rotated every ${rotationDays === 1 ? "day" : `${rotationDays} days`}`}
        </p>
        {secret.lastRotatedOn && (
          <p className="text-fine text-ink-3">
            Last rotated <Day day={secret.lastRotatedOn} clock={clock} />
            {lastRotatedBy && `, recorded by ${lastRotatedBy}`}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <RotationChip rotation={rotation} clock={clock} />
        {may.work && (
          <RotationButton
            trigger={{ label: "Rotated", name: `Record a rotation: ${name}`, small: true }}
            dialog={{
              projectId,
              secret: { id, name },
              today: dayOf(clock.now, clock.zone),
              rotated: edits.rotated,
            }}
          />
        )}
        {editing && (
          <span className="flex items-center">
            <ThingButtons
              projectId={projectId}
              thing={secret}
              name={name}
              ids={secrets.map((each) => each.id)}
              edits={edits}
            />
            <SecretFormButton
              trigger={{ label: "Edit", name: `Edit ${name}`, small: true, look: "quiet" }}
              dialog={{ projectId, secret: definition, edits }}
            />
          </span>
        )}
      </div>
    </li>
  );
}

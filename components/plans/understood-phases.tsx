import { countOf } from "@/components/phases/gate-words";
import { EmptyState } from "@/components/ui/empty-state";
import type { ImportPreview } from "@/lib/domain/import-preview";

/** What the project will be: its phases in order, with what each holds. */
export function UnderstoodPhases({ preview: { phases, lines } }: { preview: ImportPreview }) {
  if (phases.length === 0)
    return <EmptyState title="No phase was found">Say on the left which headings are phases.</EmptyState>;
  const lineOf = phaseLines(lines, phases.length);
  return (
    <ol className="tree">
      {phases.map((phase, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two phases may have the same name, and their order is what they are
        <li key={index}>
          <span className="node-kind">PHASE {index + 1}</span>
          <div className="min-w-0">
            <p className="font-[600]">
              {lineOf[index] ? (
                <a href={`#line-${lineOf[index]}`} className="hover:underline">
                  {phase.name}
                </a>
              ) : (
                phase.name
              )}
            </p>
            <p className="num text-small text-ink-2">
              {countOf(phase.sections, "section")}, {countOf(phase.items, "item")}
              {phase.ticked > 0 && ` (${phase.ticked} ticked)`},{" "}
              {countOf(phase.criteria, "criterion", "criteria")}
            </p>
            {phase.items + phase.criteria === 0 && (
              <p className="text-small text-warn">Nothing was found in this phase.</p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Lines of the phases' headings, when each phase has exactly one. */
function phaseLines(lines: ImportPreview["lines"], count: number): (number | undefined)[] {
  const found = lines.filter(({ kind, heading }) => kind === "phase" && heading).map(({ line }) => line);
  return found.length === count ? found : [];
}

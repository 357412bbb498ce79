import { Button, ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { PanelHeading } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { CellView, EnvironmentView, MatrixView } from "@/lib/domain/environment-views";
import { environmentDifferences } from "@/lib/domain/environments";
import { CellValue } from "./cell-value";
import { CELL_STATE_WORDS } from "./cell-words";

interface CompareProps {
  href: string;
  matrix: MatrixView;
  /** the environments that are compared; null: none */
  compared: { from: EnvironmentView; to: EnvironmentView } | null;
}

/** A plain form: each comparison has an address to send around. */
export function CompareForm({ href, matrix: { environments }, compared }: CompareProps) {
  if (environments.length < 2) return null;
  const choice = (name: "from" | "to", label: string, value: string | undefined) => (
    <Field label={label} className="min-w-36 flex-1 sm:flex-none">
      {(control) => (
        <Select {...control} name={name} defaultValue={value}>
          {environments.map(({ id, name: title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  const production = environments.find(({ isProduction }) => isProduction) ?? environments.at(-1);
  const other = environments.find(({ id }) => id !== production?.id);
  return (
    <form method="get" action={href} className="flex flex-wrap items-end gap-3" aria-label="Compare">
      {choice("from", "Compare", compared?.from.id ?? other?.id)}
      {choice("to", "with", compared?.to.id ?? production?.id)}
      <div className="flex gap-2">
        <Button type="submit">Show differences</Button>
        {compared && (
          <ButtonLink href={href} look="quiet">
            Close
          </ButtonLink>
        )}
      </div>
    </form>
  );
}

/** The rows in which two environments are not the same. */
export function EnvironmentDifferences({
  matrix,
  compared: { from, to },
}: {
  matrix: MatrixView;
  compared: NonNullable<CompareProps["compared"]>;
}) {
  const differences = environmentDifferences(matrix.items, from.id, to.id);
  return (
    <section aria-label={`${from.name} and ${to.name}`} className="panel pb-1">
      <div className="px-4.5 py-2">
        <PanelHeading
          title={`${from.name} and ${to.name}`}
          count={`${differences.length} of ${matrix.items.length} differ`}
        />
      </div>
      {differences.length === 0 ? (
        <p className="px-4.5 pb-3 text-ink-2">Every configuration item is the same in both.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="scroll-x" aria-label="Differences" tabIndex={0}>
          <table className="table matrix">
            <thead>
              <tr>
                <th scope="col">
                  <span className="sr-only">Configuration item</span>
                </th>
                <th scope="col">{from.name}</th>
                <th scope="col">{to.name}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((difference) => (
                <tr key={difference.itemId}>
                  <th scope="row">
                    <span className="block wrap-anywhere">{difference.key}</span>
                    <span className="block text-fine font-normal text-ink-3">
                      {difference.differs.join(" and ")}
                    </span>
                  </th>
                  <td>{side(difference.from)}</td>
                  <td>{side(difference.to)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function side(cell: CellView | null) {
  const { word, tone } = CELL_STATE_WORDS[cell?.state ?? "MISSING"];
  return (
    <>
      <Chip tone={tone}>{word}</Chip>
      <CellValue value={cell?.value ?? ""} />
    </>
  );
}

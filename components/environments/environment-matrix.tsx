import type { PlanExtrasView } from "@/lib/domain/plan-extras-views";

/** Environments as columns, configuration as rows. On a phone the table scrolls inside itself and keeps its row names. */
export function EnvironmentMatrix({ environments }: { environments: PlanExtrasView["environments"] }) {
  if (!environments || environments.rows.length === 0)
    return (
      <p className="px-4.5 pt-1 pb-3 text-small text-ink-2">
        No environments. A plan with a table of environments fills this.
      </p>
    );
  const { columns, rows } = environments;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll-x" aria-label="Environment matrix" tabIndex={0}>
      <table className="table matrix">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Configuration</span>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, values }) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              {columns.map((column, index) => (
                <td key={column} className="min-w-40">
                  {values[index] || <span className="text-ink-3">—</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

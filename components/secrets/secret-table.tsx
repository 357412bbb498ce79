import type { PlanExtrasView } from "@/lib/domain/plan-extras-views";

const none = <span className="text-ink-3">—</span>;

/** The inventory of secrets: who owns which, where it lies, how often it changes. Never a value. */
export function SecretTable({ secrets }: { secrets: PlanExtrasView["secrets"] }) {
  if (secrets.length === 0)
    return (
      <p className="px-4.5 pt-1 pb-3 text-small text-ink-2">
        No secrets listed. A plan with a table of secrets fills this. Values are never kept.
      </p>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="scroll-x" aria-label="Secrets" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Secret</th>
            <th scope="col">Variable</th>
            <th scope="col">Owner</th>
            <th scope="col">Rotation</th>
            <th scope="col">Stored in</th>
          </tr>
        </thead>
        <tbody>
          {secrets.map(({ id, name, variable, owner, rotationDays, storage }) => (
            <tr key={id} id={`secret-${id}`}>
              <th scope="row" className="min-w-40">
                {name}
              </th>
              <td>{variable ? <code className="font-mono text-fine">{variable}</code> : none}</td>
              <td>{owner ?? <span className="chip chip-warn">no owner</span>}</td>
              <td className="num whitespace-nowrap">{rotationDays ? `every ${rotationDays} days` : none}</td>
              <td>{storage ?? none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

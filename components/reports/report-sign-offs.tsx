import type { Report } from "./report-content";

/** Every rule with who signed under it and what they said. */
export function ReportSignOffs({ rules }: Pick<Report, "rules">) {
  return (
    <section aria-labelledby="report-sign-offs">
      <h2 id="report-sign-offs">Sign-offs</h2>
      {rules.length === 0 ? (
        <p className="text-ink-2">Nobody has to sign before this gate.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">State</th>
              <th scope="col">Signatures</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ id, name, people, state, signatures }) => (
              <tr key={id}>
                <th scope="row">
                  {name}
                  <span className="block font-normal text-ink-2">{people}</span>
                </th>
                <td className="short">{state.word}</td>
                <td>
                  {signatures.length === 0 ? (
                    <span className="text-ink-2">none yet</span>
                  ) : (
                    <ul className="grid gap-1">
                      {signatures.map((signature) => (
                        <li key={signature.id}>
                          {signature.line}
                          {signature.comment && (
                            <span className="block text-ink-2">“{signature.comment}”</span>
                          )}
                          {signature.since && <span className="block text-ink-2">{signature.since}</span>}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** One operation of the REST interface. */
export interface Operation {
  method: string;
  path: string;
  summary: string;
}

/** An address that a narrow screen breaks only behind a slash. */
const Address = ({ path }: { path: string }) => (
  <code>
    {path
      .split("/")
      .slice(1)
      .map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one address never move
        <span key={index}>
          <wbr />/{part}
        </span>
      ))}
  </code>
);

/** What there is, at a glance and without a script. */
export function OperationTable({ operations }: { operations: Operation[] }) {
  return (
    <table className="api-operations">
      <caption className="sr-only">Operations</caption>
      <thead>
        <tr>
          <th scope="col">Method</th>
          <th scope="col">Address</th>
          <th scope="col">What it does</th>
        </tr>
      </thead>
      <tbody>
        {operations.map(({ method, path, summary }) => (
          <tr key={`${method} ${path}`}>
            <td>
              <code>{method}</code>
            </td>
            <td>
              <Address path={path} />
            </td>
            <td>{summary}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

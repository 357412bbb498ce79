import { pool } from "../../../lib/pool";

export const dynamic = "force-dynamic";

interface Row {
  id: string;
  title: string;
  state: string;
}

/** Nothing but the query and the rows. */
export default async function PhasePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { rows } = await pool().query<Row>({
    name: "list",
    text: "SELECT id, title, state FROM floor.item WHERE phase_id = $1 ORDER BY position",
    values: [id],
  });
  return (
    <main>
      <h1>Items</h1>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <span>{row.title}</span> <em>{row.state}</em>
          </li>
        ))}
      </ul>
    </main>
  );
}

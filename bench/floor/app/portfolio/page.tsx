import { pool } from "../../lib/pool";

export const dynamic = "force-dynamic";

interface Row {
  id: string;
  name: string;
  done: number;
  total: number;
}

/** Every project with how much of it is done, by one group by. */
export default async function PortfolioPage() {
  const { rows } = await pool().query<Row>({
    name: "portfolio",
    text: `SELECT p.id, p.name, count(*) FILTER (WHERE i.state = 'DONE')::int AS done, count(*)::int AS total
      FROM floor.project p JOIN floor.phase f ON f.project_id = p.id JOIN floor.item i ON i.phase_id = f.id
      GROUP BY p.id ORDER BY p.name`,
  });
  return (
    <main>
      <h1>Projects</h1>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <span>{row.name}</span> {row.done} of {row.total}
          </li>
        ))}
      </ul>
    </main>
  );
}

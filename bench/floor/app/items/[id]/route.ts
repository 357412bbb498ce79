import { pool } from "../../../lib/pool";

/** The least a durable write of one item's state can be: two statements in a transaction. */
export async function PATCH(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const [{ id }, { state }] = await Promise.all([params, request.json()]);
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await client.query({
      name: "set",
      text: "UPDATE floor.item SET state = $2 WHERE id = $1",
      values: [id, state],
    });
    await client.query({
      name: "event",
      text: "INSERT INTO floor.event (item_id, state, at) VALUES ($1, $2, now())",
      values: [id, state],
    });
    await client.query("COMMIT");
  } finally {
    client.release();
  }
  return Response.json({ id, state });
}

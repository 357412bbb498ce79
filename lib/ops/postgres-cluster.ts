import { once } from "node:events";
import { chmod, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import pg from "pg";
import type { DataDirectory } from "./data-directory";
import { databaseVariables } from "./env";
import { OperatorError } from "./operator-error";
import type { PostgresBinaries } from "./postgres-binaries";
import type { PostgresUser } from "./postgres-user";
import type { Secrets } from "./secrets";

/** The role and the database of the product. It is no superuser: what the database forbids, it cannot do. */
export const PRODUCT = "phasegate";
export const SUPERUSER = "postgres";

/** The address of a role's own database on the embedded server. */
export const clusterUrl = (role: string, password: string, port: number): string =>
  `postgresql://${role}:${password}@127.0.0.1:${port}/${role}`;

/** The last line of a program's output. */
export const lastLine = (text: string): string => text.trim().split("\n").at(-1) ?? "";

/** True where the files of a database server are whole. */
export const hasCluster = (data: DataDirectory): Promise<boolean> =>
  stat(data.postgres).then(
    () => true,
    () => false,
  );

/** Makes the files of a database server where there are none. @throws OperatorError when that fails */
export async function makeCluster(
  data: DataDirectory,
  secrets: Secrets,
  binaries: PostgresBinaries,
  user: PostgresUser,
): Promise<void> {
  if (await hasCluster(data)) return;
  // Renamed when whole, so that a start killed in between leaves nothing that looks finished.
  const draft = `${data.postgres}.draft`;
  const passwordFile = `${data.postgres}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  await chmod(draft, 0o700);
  await user.own(draft);
  await writeFile(passwordFile, secrets.postgresPassword, { mode: 0o600 });
  await user.own(passwordFile);
  try {
    const cluster = ["-D", draft, "-U", SUPERUSER, "--pwfile", passwordFile, "-A", "scram-sha-256"];
    // Its own collation, so that moving to another system version never breaks an index.
    const locale = ["-E", "UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const child = user.spawn(binaries.initdb, [...cluster, ...locale, "--no-instructions"], {
      cwd: draft,
      env: databaseVariables(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaint = "";
    child.stderr?.on("data", (text) => {
      complaint += text;
    });
    const [code] = await once(child, "close");
    if (code !== 0)
      throw new OperatorError(`The database could not be made in ${data.path}: ${lastLine(complaint)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, data.postgres);
}

/** Makes the product's role and database where they are missing: a first start may have been killed in between. */
export async function makeRoleAndDatabase(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const roles = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [PRODUCT]);
    if (roles.rowCount === 0) await client.query(`CREATE ROLE ${PRODUCT} LOGIN PASSWORD '${password}'`);
    const databases = await client.query("SELECT FROM pg_database WHERE datname = $1", [PRODUCT]);
    if (databases.rowCount === 0) await client.query(`CREATE DATABASE ${PRODUCT} OWNER ${PRODUCT}`);
  } finally {
    await client.end();
  }
}

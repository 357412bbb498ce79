import { open, readFile, rename, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { DataDirectory } from "./data-directory";
import { databaseVariables } from "./env";
import { OperatorError } from "./operator-error";
import { freePort } from "./ports";
import { findPostgres, type PostgresBinaries } from "./postgres-binaries";
import {
  clusterUrl,
  lastLine,
  makeCluster,
  makeRoleAndDatabase,
  PRODUCT,
  SUPERUSER,
} from "./postgres-cluster";
import { choosePostgresUser, type PostgresUser } from "./postgres-user";
import { clearLeftovers, readPostmaster, servesFrom, stopPostmaster } from "./postmaster";
import { readSecrets, type Secrets } from "./secrets";

/** Crash recovery replays what was not yet written; a big database may need minutes. */
const START_PATIENCE = 300_000;
const LOG_LIMIT = 5_000_000;

/** A running embedded server. */
export interface EmbeddedPostgres {
  url: string;
  superuserUrl: string;
  /** settles when the server ends by itself or is stopped */
  ended: Promise<void>;
  stop(): Promise<void>;
}

async function openServerLog(file: string): Promise<{ fd: number; close(): Promise<void>; from: number }> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT) await rename(file, `${file}.1`);
  const handle = await open(file, "a", 0o600);
  return { fd: handle.fd, close: () => handle.close(), from: size > LOG_LIMIT ? 0 : size };
}

async function complaintSince(file: string, from: number): Promise<string> {
  const text = (await readFile(file)).subarray(from).toString("utf8");
  const fatal = text.split("\n").filter((line) => /\b(FATAL|PANIC):/.test(line));
  return (fatal[0] ?? lastLine(text)).replace(/^.*?(FATAL|PANIC):\s*/, "");
}

/** Settings for one product on one machine. What makes a commit durable stays as PostgreSQL has it: on. */
const flags = (port: number, changes: Record<string, string>) =>
  Object.entries({
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    ...changes,
  }).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

interface Launched {
  pid: number;
  port: number;
  ended: Promise<void>;
}

async function launch(
  data: DataDirectory,
  binaries: PostgresBinaries,
  user: PostgresUser,
  changes: Record<string, string>,
): Promise<Launched | { complaint: string }> {
  const port = await freePort();
  const log = await openServerLog(data.postgresLog);
  // Detached: Ctrl-C in a terminal goes to the supervisor alone, which stops the web server before the database.
  const child = user.spawn(binaries.postgres, ["-D", data.postgres, ...flags(port, changes)], {
    cwd: data.postgres,
    env: databaseVariables(),
    stdio: ["ignore", log.fd, log.fd],
    detached: true,
  });
  let over = false;
  const ended = new Promise<void>((resolve) => {
    for (const event of ["error", "close"])
      child.once(event, () => {
        over = true;
        resolve();
      });
  });
  await log.close();
  const deadline = Date.now() + START_PATIENCE;
  while (!over && Date.now() < deadline) {
    const postmaster = await readPostmaster(data.postgres);
    if (postmaster?.pid === child.pid && postmaster?.ready) return { pid: postmaster.pid, port, ended };
    await sleep(20);
  }
  child.kill("SIGINT");
  return { complaint: await complaintSince(data.postgresLog, log.from) };
}

/**
 * Starts the server of a data directory, making it first where there is none. Only for who holds its lock.
 * @throws OperatorError when it cannot run
 */
export async function startEmbeddedPostgres(
  data: DataDirectory,
  secrets: Secrets,
  changes: Record<string, string> = {},
): Promise<EmbeddedPostgres> {
  const binaries = await findPostgres();
  const user = await choosePostgresUser(data.postgres, binaries.root);
  await makeCluster(data, secrets, binaries, user);
  await clearLeftovers(data.postgres);
  let complaint = "";
  // Processes of a killed server may need a moment to notice, and another program may take the port first.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const started = await launch(data, binaries, user, changes);
    if ("pid" in started) {
      const stop = () => stopPostmaster(started.pid, data.postgres);
      try {
        const superuserUrl = clusterUrl(SUPERUSER, secrets.postgresPassword, started.port);
        await makeRoleAndDatabase(superuserUrl, secrets.databasePassword);
        const url = clusterUrl(PRODUCT, secrets.databasePassword, started.port);
        return { url, superuserUrl, ended: started.ended, stop };
      } catch (error) {
        await stop();
        throw error;
      }
    }
    complaint = started.complaint;
    if (!/shared memory block|already exists|could not bind|lock file/.test(complaint)) break;
    await sleep(500);
  }
  throw new OperatorError(
    `The database in ${data.path} does not start: ${complaint}. See ${data.postgresLog}.`,
  );
}

/** The address of the server that already runs on a data directory, if one does. */
export async function runningEmbeddedPostgres(data: DataDirectory): Promise<string | undefined> {
  const secrets = await readSecrets(data.secrets);
  const postmaster = await readPostmaster(data.postgres);
  if (!secrets || !postmaster?.ready || !(await servesFrom(postmaster.pid, data.postgres))) return undefined;
  return clusterUrl(PRODUCT, secrets.databasePassword, postmaster.port);
}

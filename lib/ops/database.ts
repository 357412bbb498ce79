import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { checkServer } from "./check-server";
import { type DataDirectory, openDataDirectory } from "./data-directory";
import { runningEmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres";
import { setDatabase, settings } from "./env";
import { DATABASE, takeLock } from "./lock";
import { migrate } from "./migrate";
import { OperatorError } from "./operator-error";
import { openSecrets } from "./secrets";

const PATIENCE = 60_000;

async function withOwnServer<T>(data: DataDirectory, migrates: boolean, run: () => Promise<T>): Promise<T> {
  const server = await startEmbeddedPostgres(data, await openSecrets(data.secrets));
  try {
    if (migrates) await migrate(server.url);
    setDatabase(server.url);
    return await run();
  } finally {
    await server.stop();
  }
}

/**
 * Runs a command's work with a database: that of DATABASE_URL, else the embedded one that a start keeps running, else
 * the embedded one, started for as long as the work takes. Afterwards `env().DATABASE_URL` names it.
 * @param migrates whether the database is brought up to date first, where that is this command's to do
 * @throws OperatorError when there is none to be had
 */
export async function withDatabase<T>(run: () => Promise<T>, { migrates = true } = {}): Promise<T> {
  const { DATABASE_URL, PHASEGATE_DATA } = settings();
  if (DATABASE_URL) {
    await checkServer(DATABASE_URL);
    if (migrates) await migrate(DATABASE_URL);
    return run();
  }
  const data = await openDataDirectory(PHASEGATE_DATA);
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const taken = await takeLock(data.path, { purpose: DATABASE, kind: "command", doing: "runs a command" });
    if ("lock" in taken)
      try {
        return await withOwnServer(data, migrates, run);
      } finally {
        await taken.lock.release();
      }
    const { pid, kind, doing } = taken.holder;
    const running = kind === "start" ? await runningEmbeddedPostgres(data) : undefined;
    if (running) {
      setDatabase(running);
      return run();
    }
    if (Date.now() > deadline)
      throw new OperatorError(
        `The database in ${data.path} is busy: process ${pid} ${doing}; try again later.`,
      );
    await sleep(100);
  }
}

/** A server that tests may do anything to. */
export interface TestPostgres {
  /** a superuser's address, of the database `postgres` */
  url: string;
  stop(): Promise<void>;
}

/** The server of TEST_DATABASE_URL, else a throw-away embedded one. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const { TEST_DATABASE_URL } = settings();
  if (TEST_DATABASE_URL) return { url: TEST_DATABASE_URL, stop: async () => undefined };
  const directory = await mkdtemp(join(tmpdir(), "phasegate-test-"));
  // So that the server's user can pass where this one is root; what is in it is closed to others by itself.
  await chmod(directory, 0o711);
  const data = await openDataDirectory(directory);
  const remove = () => rm(data.path, { recursive: true, force: true });
  try {
    const server = await startEmbeddedPostgres(data, await openSecrets(data.secrets), {
      fsync: "off",
      max_connections: "200",
    });
    return { url: server.superuserUrl, stop: () => server.stop().then(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

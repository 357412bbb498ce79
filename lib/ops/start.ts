import { checkServer, withoutPassword } from "./check-server";
import { openDataDirectory } from "./data-directory";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres";
import { settings } from "./env";
import { DATABASE, takeLock } from "./lock";
import { migrate } from "./migrate";
import { errorText, OperatorError } from "./operator-error";
import { assertPortFree } from "./ports";
import { productRoot } from "./product-root";
import { openSecrets } from "./secrets";
import { startWebServer } from "./web-server";

const BUILD_PATIENCE = 900_000;

interface StartOptions {
  dev: boolean;
  /** aborted when the product is to stop */
  signal: AbortSignal;
  /** generates and builds what is missing */
  prepare: () => Promise<void>;
}

/** Two starts from one clone, each on its own data directory, must not build into the same folder at once. */
async function prepareAlone({ prepare }: StartOptions): Promise<void> {
  const taken = await takeLock(productRoot, {
    purpose: "build",
    kind: "start",
    doing: "builds",
    patience: BUILD_PATIENCE,
  });
  if ("holder" in taken)
    throw new OperatorError(
      `Process ${taken.holder.pid} builds in this clone and does not finish; end it first.`,
    );
  try {
    await prepare();
  } finally {
    await taken.lock.release();
  }
}

/** What to undo when the product stops, last first. */
type Undo = (() => Promise<void>)[];

async function openDatabase(
  doing: string,
  undo: Undo,
  options: StartOptions,
): Promise<{ url: string; ended?: Promise<void>; nextAuthSecret: string }> {
  const { DATABASE_URL, NEXTAUTH_SECRET, PHASEGATE_DATA, PORT } = settings();
  // With both given there is nothing to keep, and a container may have no place to keep it.
  if (DATABASE_URL && NEXTAUTH_SECRET) {
    await assertPortFree(PORT);
    await checkServer(DATABASE_URL);
    await prepareAlone(options);
    return { url: DATABASE_URL, nextAuthSecret: NEXTAUTH_SECRET };
  }
  const data = await openDataDirectory(PHASEGATE_DATA);
  if (!DATABASE_URL) {
    const taken = await takeLock(data.path, { purpose: DATABASE, kind: "start", doing, patience: 0 });
    if ("holder" in taken)
      throw new OperatorError(
        `Phasegate already uses the data directory ${data.path}: process ${taken.holder.pid} ${taken.holder.doing}; stop it first, or set PHASEGATE_DATA and PORT to others.`,
      );
    undo.push(taken.lock.release);
  }
  await assertPortFree(PORT);
  if (DATABASE_URL) await checkServer(DATABASE_URL);
  const secrets = await openSecrets(data.secrets);
  const nextAuthSecret = NEXTAUTH_SECRET ?? secrets.nextAuthSecret;
  await prepareAlone(options);
  if (DATABASE_URL) return { url: DATABASE_URL, nextAuthSecret };
  console.log("Starting PostgreSQL ...");
  const server: EmbeddedPostgres = await startEmbeddedPostgres(data, secrets);
  undo.push(server.stop);
  return { url: server.url, ended: server.ended, nextAuthSecret };
}

async function bringUpToDate(url: string): Promise<void> {
  const { applied, unknown } = await migrate(url);
  if (applied.length > 0) console.log(`Migrated the database: ${applied.join(", ")}.`);
  if (unknown.length > 0)
    console.error(
      `The database was used by a newer Phasegate, which added ${unknown.join(", ")}; run that version if anything fails.`,
    );
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener("abort", () => resolve(undefined));
  });
}

async function serve(undo: Undo, options: StartOptions): Promise<void> {
  const { PORT, PHASEGATE_URL, DATABASE_URL, NEXTAUTH_URL } = settings();
  const local = `http://localhost:${PORT}`;
  const publicUrl = PHASEGATE_URL ?? NEXTAUTH_URL ?? local;
  const database = await openDatabase(`serves ${local}`, undo, options);
  options.signal.throwIfAborted();
  await bringUpToDate(database.url);
  options.signal.throwIfAborted();
  console.log(`Starting the web server on port ${PORT} ...`);
  const web = await startWebServer({
    port: PORT,
    dev: options.dev,
    signal: options.signal,
    variables: {
      DATABASE_URL: database.url,
      NEXTAUTH_SECRET: database.nextAuthSecret,
      NEXTAUTH_URL: publicUrl,
      PHASEGATE_URL: publicUrl,
      PORT: String(PORT),
    },
  });
  undo.push(web.stop);
  const where = DATABASE_URL
    ? `database ${withoutPassword(DATABASE_URL)}`
    : `data in ${settings().PHASEGATE_DATA}`;
  console.log(`\nPhasegate is ready at ${publicUrl} (${where}). Stop it with Ctrl-C.\n`);
  const failure = await Promise.race([
    aborted(options.signal),
    web.ended,
    ...(database.ended ? [database.ended.then(() => "The database ended by itself; see postgres.log.")] : []),
  ]);
  if (failure) throw new OperatorError(failure);
}

/** Runs the product until it is stopped or something it stands on ends. @returns the exit code */
export async function start(options: StartOptions): Promise<number> {
  const undo: Undo = [];
  try {
    await serve(undo, options);
    return 0;
  } catch (error) {
    if (options.signal.aborted) return 0;
    if (!(error instanceof OperatorError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    if (options.signal.aborted) console.log("Stopping ...");
    for (const step of undo.reverse())
      await step().catch((error: unknown) => console.error(`While stopping: ${errorText(error)}`));
  }
}

import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { access, chown, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { OperatorError } from "./operator-error";

/** A user of this machine, by number. */
interface Account {
  uid: number;
  gid: number;
}

/** How the database server's programs are started: as this user, or, where this is root, as another one. */
export interface PostgresUser {
  /** gives a path to the user the server runs as */
  own(path: string): Promise<void>;
  spawn(program: string, args: string[], options: SpawnOptions): ChildProcess;
}

const SETPRIV = "/usr/bin/setpriv";
/** Rights to pass through every directory, whoever it belongs to; the smaller first, containers lack it. */
const PASSES = [
  { name: "dac_read_search", bit: 2n },
  { name: "dac_override", bit: 1n },
];

const CANDIDATES = ["postgres", "nobody"];

async function ordinaryAccount(): Promise<Account> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
  const accounts = lines.map((line) => line.split(":"));
  for (const candidate of CANDIDATES) {
    const found = accounts.find(([name]) => name === candidate);
    const account = { uid: Number(found?.[2]), gid: Number(found?.[3]) };
    if (account.uid > 0 && account.gid > 0) return account;
  }
  throw new OperatorError(
    "PostgreSQL refuses to run as root and this machine has no user `postgres` or `nobody`; start Phasegate as an ordinary user, or set DATABASE_URL.",
  );
}

/** Files once made belong to the user who made them, whoever would be chosen today. */
async function accountFor(databaseFiles: string): Promise<Account> {
  const files = await stat(databaseFiles).catch(() => undefined);
  return files && files.uid !== 0 ? { uid: files.uid, gid: files.gid } : ordinaryAccount();
}

async function canPass(directory: string, { uid, gid }: Account): Promise<boolean> {
  const { mode, uid: owner, gid: group } = await stat(directory);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  if ((mode & bit) === 0) return false;
  return dirname(directory) === directory || canPass(dirname(directory), { uid, gid });
}

/** The right this process can hand on to the server. */
async function passToGive(): Promise<string | undefined> {
  const status = await readFile("/proc/self/status", "utf8").catch(() => "");
  const permitted = BigInt(`0x${/^CapPrm:\s*([0-9a-f]+)/m.exec(status)?.[1] ?? "0"}`);
  const usable = await access(SETPRIV).then(
    () => true,
    () => false,
  );
  return usable ? PASSES.find(({ bit }) => ((permitted >> bit) & 1n) === 1n)?.name : undefined;
}

/**
 * Who runs the server. PostgreSQL refuses to be root. Below a directory only root may enter (`mktemp -d`, /root) the
 * other user could not reach its own files; there it gets the one right to pass through directories, and no other.
 * @param databaseFiles the server's data directory, which may not exist yet
 */
export async function choosePostgresUser(databaseFiles: string, binaries: string): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return { own: async () => undefined, spawn };
  const account = await accountFor(databaseFiles);
  const own = (path: string) => chown(path, account.uid, account.gid);
  const closed: string[] = [];
  for (const directory of [dirname(databaseFiles), `${binaries}/bin`])
    if (!(await canPass(directory, account))) closed.push(directory);
  if (closed.length === 0)
    return { own, spawn: (program, args, options) => spawn(program, args, { ...options, ...account }) };
  const pass = await passToGive();
  if (!pass)
    throw new OperatorError(
      `PostgreSQL refuses to run as root, and no other user may enter ${closed.join(" or ")}; put the clone and PHASEGATE_DATA where every user may pass, such as /opt, or start Phasegate as an ordinary user.`,
    );
  const only = `-all,+${pass}`;
  const privileges = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    "--clear-groups",
    // Without this bit access(2), by which PostgreSQL finds its own programs, ignores the right given below.
    "--securebits=+no_setuid_fixup",
    `--inh-caps=${only}`,
    `--ambient-caps=${only}`,
    `--bounding-set=${only}`,
  ];
  return {
    own,
    spawn: (program, args, options) => spawn(SETPRIV, [...privileges, program, ...args], options),
  };
}

import { access, chmod, constants, mkdir, realpath, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { errorCode, OperatorError } from "./operator-error";
import { productRoot } from "./product-root";

/** Where an installation keeps what must survive: the database's files, its log, and the secrets. */
export interface DataDirectory {
  path: string;
  postgres: string;
  postgresLog: string;
  secrets: string;
}

function layout(path: string): DataDirectory {
  return {
    path,
    postgres: join(path, "postgres"),
    postgresLog: join(path, "postgres.log"),
    secrets: join(path, "secrets.json"),
  };
}

function refusal(path: string, error: unknown): OperatorError {
  const reason = errorCode(error);
  const why =
    reason === "EACCES" || reason === "EPERM" || reason === "EROFS"
      ? "this user may not write there"
      : reason === "ENOTDIR" || reason === "EEXIST"
        ? "it is not a directory"
        : reason === "ENOENT"
          ? "nothing can be made there"
          : (reason ?? String(error));
  return new OperatorError(
    `The data directory ${path} cannot be used: ${why}; make it writable or set PHASEGATE_DATA to another one.`,
  );
}

/**
 * Makes a directory and those above it that are missing. Not with mkdir's own `recursive`: below /proc, where nothing
 * can be made and the system says ENOENT, Node 20 tries again for ever.
 *
 * @returns false when it was there, as a directory or as anything else
 */
async function makeMissing(path: string): Promise<boolean> {
  const make = () =>
    mkdir(path).then(
      () => true,
      (error: unknown) => {
        if (errorCode(error) === "EEXIST") return false;
        throw error;
      },
    );
  try {
    return await make();
  } catch (error) {
    if (errorCode(error) !== "ENOENT" || dirname(path) === path) throw error;
  }
  await makeMissing(dirname(path));
  return make();
}

/** Makes the data directory where there is none. @throws OperatorError when it cannot be written */
export async function openDataDirectory(path: string): Promise<DataDirectory> {
  const wanted = resolve(productRoot, path);
  try {
    const made = await makeMissing(wanted);
    // The database server runs as another user where this one is root, and has to pass through.
    if (made) await chmod(wanted, process.getuid?.() === 0 ? 0o711 : 0o700);
    if (!(await stat(wanted)).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" });
    await access(wanted, constants.R_OK | constants.W_OK | constants.X_OK);
    return layout(await realpath(wanted));
  } catch (error) {
    throw refusal(wanted, error);
  }
}

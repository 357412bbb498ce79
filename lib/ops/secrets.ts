import { randomBytes } from "node:crypto";
import { chmod, link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { z } from "zod";
import { errorCode, OperatorError } from "./operator-error";

const secretsSchema = z.object({
  /** Signs session cookies. */
  nextAuthSecret: z.string().min(32),
  /** The embedded server's superuser, used only to make the other role. */
  postgresPassword: z.string().min(16),
  /** The role the product itself works as. */
  databasePassword: z.string().min(16),
});

/** What an installation makes up for itself and must not lose. */
export type Secrets = z.output<typeof secretsSchema>;

function makeUp(): Secrets {
  const random = () => randomBytes(32).toString("hex");
  return { nextAuthSecret: random(), postgresPassword: random(), databasePassword: random() };
}

/** The secrets in a file. @returns undefined when there is no such file */
export async function readSecrets(file: string): Promise<Secrets | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw new OperatorError(
      `The secrets in ${file} cannot be read (${errorCode(error)}); run this as the user who started Phasegate.`,
    );
  }
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    throw new OperatorError(
      `${file} is damaged; restore it from a backup, sessions and the database need it.`,
    );
  }
}

/**
 * The secrets in a file, made up where there are none. Of two processes doing so at once one wins and both use its
 * secrets.
 */
export async function openSecrets(file: string): Promise<Secrets> {
  const known = await readSecrets(file);
  if (known) {
    await chmod(file, 0o600);
    return known;
  }
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(makeUp(), null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if (errorCode(error) === "EPERM" || errorCode(error) === "ENOTSUP") await rename(draft, file);
    else if (errorCode(error) !== "EEXIST") throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return openSecrets(file);
}

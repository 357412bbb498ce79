import { z } from "zod";
import { OperatorError } from "./operator-error";

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const postgresAddress = z
  .string()
  .regex(/^postgres(ql)?:\/\/./, "must be an address like postgresql://user:password@host:5432/name");

const webAddress = z.url({
  protocol: /^https?$/,
  error: "must be an address like https://phasegate.example.com",
});

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.coerce.number({ error }).int(error).min(from, error).max(to, error);
};

const secret = z.string().min(32, "must have 32 characters or more");

const settingsSchema = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  PHASEGATE_DATA: z.string().default(".data"),
  PHASEGATE_URL: webAddress.optional(),
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_POOL: wholeNumber(1, 500).default(10),
  NEXTAUTH_SECRET: secret.optional(),
  NEXTAUTH_URL: webAddress.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(", ")}`).optional(),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  TEST_DATABASE_URL: postgresAddress.optional(),
});

/** What the operator may set; docs/self-hosting.md explains each. */
export type Settings = z.output<typeof settingsSchema>;

/** The settings inside a running product, where the database is known. */
export type Env = Settings & { DATABASE_URL: string };

/** The names of all settings. */
export const settingNames = settingsSchema.keyof().options;

/** Settings that cannot be used; the message is one sentence that names every wrong key. */
export class SettingsError extends OperatorError {
  override name = "SettingsError";
}

let parsed: Settings | undefined;

/** The settings of this process, from a set of variables. @throws SettingsError naming every wrong key */
export function readSettings(variables: Record<string, string | undefined>): Settings {
  const given = Object.entries(variables).filter(([, value]) => value !== undefined && value !== "");
  const result = settingsSchema.safeParse(Object.fromEntries(given));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new SettingsError(`Wrong settings: ${faults.join("; ")}.`);
}

/** The settings of this process, read once. @throws SettingsError naming every wrong key */
export function settings(): Settings {
  parsed ??= readSettings(process.env);
  return parsed;
}

/** The settings where a database is needed. @throws SettingsError when there is none */
export function env(): Env {
  const { DATABASE_URL } = settings();
  if (!DATABASE_URL) throw new SettingsError("DATABASE_URL is not set: start the product with `npm start`.");
  return { ...settings(), DATABASE_URL };
}

/** Makes a database that was just started the one this process and its children use. */
export function setDatabase(url: string): void {
  process.env.DATABASE_URL = url;
  parsed = undefined;
}

/** The few variables a database program needs; nothing else of this process reaches it. */
export function databaseVariables(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, NODE_ENV: settings().NODE_ENV, LC_ALL: "C" };
}

/** The variables for a child process: this one's, with changes. */
export function childVariables(changes: Record<string, string>): NodeJS.ProcessEnv {
  // The condition under which commands and tests read server-only modules would break the web server's pages.
  const NODE_OPTIONS = (process.env.NODE_OPTIONS ?? "").replaceAll("--conditions=react-server", "").trim();
  return { ...process.env, NODE_OPTIONS, ...changes };
}

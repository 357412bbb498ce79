import { type DestinationStream, type Logger, pino } from "pino";
import { settings } from "./env";
import { requestId } from "./request-id";

const SECRETS = [
  "password",
  "passwordHash",
  "secret",
  "token",
  "tokenHash",
  "authorization",
  "cookie",
  "NEXTAUTH_SECRET",
  "DATABASE_URL",
];

let shared: Logger | undefined;

/** A logger of JSON lines: time in ISO, the request's id, secrets left out. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: "phasegate", pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => ({ requestId: requestId() }),
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[left out]" },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** The process's logger. */
export function log(): Logger {
  const { LOG_LEVEL, NODE_ENV } = settings();
  shared ??= createLog(LOG_LEVEL ?? (NODE_ENV === "test" ? "error" : "info"));
  return shared;
}

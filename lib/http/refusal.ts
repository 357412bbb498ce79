import "server-only";
import { AppError, type Refusal } from "@/lib/domain/errors";
import { log } from "@/lib/ops/log";

/** Error codes by which `pg` and Prisma say that the database cannot be reached just now. */
const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08001",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
]);

/** Text that PostgreSQL cannot hold: a NUL in an address or a query, which no schema looks at. */
const UNSTORABLE = new Set(["22021", "22P05"]);

function codesOf(error: unknown, depth = 0): string[] {
  if (typeof error !== "object" || error === null || depth > 4) return [];
  const code = "code" in error && typeof error.code === "string" ? [error.code] : [];
  const cause = "cause" in error ? codesOf(error.cause, depth + 1) : [];
  const meta = "meta" in error ? codesOf(error.meta, depth + 1) : [];
  const adapter = "driverAdapterError" in error ? codesOf(error.driverAdapterError, depth + 1) : [];
  const original =
    "originalCode" in error && typeof error.originalCode === "string" ? [error.originalCode] : [];
  return [...code, ...original, ...cause, ...meta, ...adapter];
}

const isDatabaseGone = (error: unknown): boolean =>
  codesOf(error).some((code) => UNREACHABLE.has(code)) ||
  (error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|DatabaseNotReachable|ConnectionClosed/.test(
      error.message,
    ));

/**
 * What a caller is told. Expected refusals pass; a database that is away becomes UNAVAILABLE; anything else is a bug,
 * logged with its cause and told only by its request id.
 */
export function refusalOf(error: unknown, requestId: string | null): Refusal {
  const id = requestId ?? undefined;
  if (error instanceof AppError) return { ...error.toRefusal(), requestId: id };
  if (isDatabaseGone(error)) {
    log().warn({ requestId, error: String(error) }, "database not reachable");
    return {
      code: "UNAVAILABLE",
      message: "The database cannot be reached just now. Nothing was changed; try again in a moment.",
      requestId: id,
    };
  }
  if (codesOf(error).some((code) => UNSTORABLE.has(code)))
    return { code: "INVALID", message: "A NUL character is not text.", requestId: id };
  log().error({ requestId, err: error }, "unexpected error");
  return {
    code: "INTERNAL",
    message: `Something went wrong on our side. Nothing was changed.${id ? ` Reference: ${id}.` : ""}`,
    requestId: id,
  };
}

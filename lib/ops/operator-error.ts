/** Something the operator can mend. The message is one whole sentence; it is shown without a stack trace. */
export class OperatorError extends Error {
  override name = "OperatorError";
}

/** The system's code of an error (ENOENT, ECONNREFUSED, 28P01), if it has one. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError) return error.errors.map(errorCode).find(Boolean);
  return undefined;
}

/** What an error says, for a sentence. */
export function errorText(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(errorText).join(", ");
  return error instanceof Error ? error.message : String(error);
}

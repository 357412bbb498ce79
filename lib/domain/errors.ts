/** Every expected refusal has one of these codes; the page and the REST interface choose words and status from it. */
export const ERROR_CODES = [
  "INVALID",
  "SIGN_IN",
  "NOT_FOUND",
  "FORBIDDEN",
  "GATE_BLOCKED",
  "RULE",
  "CONFLICT",
  "TOO_LARGE",
  "UNAVAILABLE",
  "INTERNAL",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What crosses a door when a call is refused: a code, one sentence, and the details that code carries. */
export interface Refusal {
  code: ErrorCode;
  message: string;
  /** field name -> what was wrong and what would be right (code INVALID) */
  fields?: Record<string, string[]>;
  /** what stands there now, so a person who lost a race sees the other's work (code CONFLICT) */
  current?: unknown;
  /** typed blockers (code GATE_BLOCKED) */
  blockers?: unknown;
  requestId?: string;
}

/** An expected refusal. Only the doors (lib/actions/define.ts, lib/http/define.ts, page loaders, the CLI) catch it. */
export class AppError extends Error {
  override readonly name = "AppError";
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Omit<Refusal, "code" | "message"> = {},
  ) {
    super(message);
  }

  toRefusal(): Refusal {
    return { code: this.code, message: this.message, ...this.details };
  }
}

export const notFound = (what = "That") =>
  new AppError(
    "NOT_FOUND",
    `${what} was not found. It may have been removed, or you may not be a member of it.`,
  );

import { AppError } from "@/lib/domain/errors";
import { SettingsError } from "@/lib/ops/env";
import { errorCode, OperatorError } from "@/lib/ops/operator-error";

/** Exit codes: what a pipeline decides by. */
export const PASSED = 0;
export const FAILED = 1;
/** Neither yes nor no could be told; never to be taken for a yes. */
export const UNKNOWN = 2;

/** The same answer for people and for programs; `--json` prints exactly one JSON document. */
export interface Answer {
  /** lines for people */
  text: string;
  json: unknown;
  exitCode?: number;
}

const DATABASE_AWAY = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ETIMEDOUT",
  "57P01",
  "57P03",
  "P1001",
]);

/** One sentence for the person at the terminal. */
export function sentenceOf(error: unknown): string {
  if (error instanceof AppError || error instanceof OperatorError || error instanceof SettingsError)
    return error.message;
  const code = errorCode(error);
  if (code && DATABASE_AWAY.has(code)) return `The database cannot be reached (${code}).`;
  const [line] = String(error instanceof Error ? error.message : error)
    .trim()
    .split("\n")
    .slice(-1);
  return `Unexpected: ${line || "an error without words"}. This is a fault of Phasegate's.`;
}

/**
 * Runs a command and prints its answer: text or one JSON document on standard output, an error as one sentence on
 * standard error.
 *
 * @param onError exit code of a command that could not answer
 */
export async function answer(
  run: () => Promise<Answer>,
  { json = false, onError = FAILED }: { json?: boolean | undefined; onError?: number } = {},
): Promise<void> {
  try {
    const result = await run();
    process.exitCode = result.exitCode ?? PASSED;
    const out = json ? JSON.stringify(result.json, null, 2) : result.text;
    if (out !== "") process.stdout.write(`${out}\n`);
  } catch (error) {
    process.exitCode = onError;
    process.stderr.write(`${sentenceOf(error)}\n`);
  }
}

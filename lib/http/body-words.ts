import { AppError } from "@/lib/domain/errors";

/**
 * Runs a write whose rules call a field otherwise than the caller's body does, so that a refusal names what was sent.
 * @param wordOf field of the rule -> field of the body
 * @throws AppError as the write does
 */
export async function inWordsOfBody<T>(
  wordOf: (field: string) => string,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof AppError) || !error.details.fields) throw error;
    const fields = Object.fromEntries(
      Object.entries(error.details.fields).map(([field, messages]) => [wordOf(field), messages]),
    );
    throw new AppError(error.code, error.message, { ...error.details, fields });
  }
}

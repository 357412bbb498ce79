import { readFile } from "node:fs/promises";
import { AppError } from "@/lib/domain/errors";
import { errorCode } from "@/lib/ops/operator-error";

const REASONS: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a directory",
  EACCES: "this user may not read it",
};

/**
 * The bytes of a file; "-" is standard input.
 * @throws AppError NOT_FOUND saying why it cannot be read
 */
export async function readInput(file: string): Promise<Uint8Array> {
  if (file === "-") {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
  return readFile(file).catch((error: unknown) => {
    const code = errorCode(error) ?? "unknown";
    throw new AppError("NOT_FOUND", `${file} cannot be read: ${REASONS[code] ?? code}.`);
  });
}

import type { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { parseInput } from "@/lib/schemas/parse-input";

/** Largest JSON body accepted, in bytes. */
export const JSON_MAX = 256 * 1024;

const megabytes = (bytes: number) =>
  bytes >= 1024 * 1024 ? `${bytes / (1024 * 1024)} MB` : `${bytes / 1024} KB`;

const tooLarge = (limit: number) =>
  new AppError("TOO_LARGE", `The body is larger than ${megabytes(limit)}, the most this address accepts.`);

/**
 * Reads a body up to `limit` bytes. More is refused at the first byte too many, or before any where the request says
 * its length, so that nobody fills the memory.
 *
 * @throws AppError TOO_LARGE
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge(limit);
    }
    chunks.push(next.value);
  }
  const [only] = chunks;
  return chunks.length === 1 && only ? only : Buffer.concat(chunks, size);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("INVALID", "The body is not UTF-8 text.");
  }
}

/** @throws AppError INVALID when the bytes are not JSON or do not fit the schema */
export function parseJson<S extends z.ZodType>(bytes: Uint8Array, schema: S): z.output<S> {
  const text = decode(bytes);
  let value: unknown;
  try {
    value = text.trim() === "" ? {} : JSON.parse(text);
  } catch {
    throw new AppError("INVALID", "The body is not JSON.");
  }
  return parseInput(schema, value);
}

/** @throws AppError INVALID when the body is not JSON or does not fit the schema; TOO_LARGE over 256 KB */
export const readJson = async <S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> =>
  parseJson(await readBytes(request, JSON_MAX), schema);

/** The query of the address by a schema; a name given twice counts once. @throws AppError INVALID */
export const readQuery = <S extends z.ZodType>(request: Request, schema: S): z.output<S> =>
  parseInput(schema, Object.fromEntries(new URL(request.url).searchParams));

import { AppError } from "@/lib/domain/errors";
import { parseJson } from "./audit-row";

/** The last event of a page: the next page begins behind it. */
export interface AuditPlace {
  at: Date;
  chain: string;
  seq: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const writeCursor = ({ at, chain, seq }: AuditPlace): string =>
  Buffer.from(JSON.stringify([at.getTime(), chain, seq])).toString("base64url");

/** @throws AppError INVALID for a cursor that no page gave out */
export function readCursor(cursor: string): AuditPlace {
  const value = parseJson(Buffer.from(cursor, "base64url").toString("utf8"));
  const [time, chain, seq] = Array.isArray(value) ? value : [];
  const isPlace =
    typeof time === "number" &&
    Math.abs(time) < 8.64e15 &&
    typeof chain === "string" &&
    UUID.test(chain) &&
    Number.isInteger(seq) &&
    seq > 0 &&
    seq < 2 ** 31;
  if (!isPlace)
    throw new AppError("INVALID", "cursor: not one that a page gave out.", {
      fields: { cursor: ["Use nextCursor of the page before, or leave it out."] },
    });
  return { at: new Date(time), chain, seq };
}

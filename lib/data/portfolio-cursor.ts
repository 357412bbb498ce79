import "server-only";
import { AppError } from "@/lib/domain/errors";
import { isId } from "./access";

/** The last project of a page: the next page begins behind it. */
export interface PortfolioPlace {
  updatedAt: Date;
  id: string;
}

export const writeCursor = ({ updatedAt, id }: PortfolioPlace): string =>
  Buffer.from(`${updatedAt.getTime()}:${id}`).toString("base64url");

/** @throws AppError INVALID for a cursor that no page gave out */
export function readCursor(cursor: string): PortfolioPlace {
  const [time = "", id = ""] = Buffer.from(cursor, "base64url").toString("utf8").split(":");
  const updatedAt = new Date(Number(time));
  if (!/^\d{1,15}$/.test(time) || !isId(id) || Number.isNaN(updatedAt.getTime()))
    throw new AppError("INVALID", "cursor: not one that a page gave out.", {
      fields: { cursor: ["Use nextCursor of the page before, or leave it out."] },
    });
  return { updatedAt, id };
}

import "server-only";
import { AppError } from "@/lib/domain/errors";
import { route } from "./define";

const refuse = route("/api/v1/*", async () => {
  throw new AppError("NOT_FOUND", "There is nothing at this address. See /docs/api for what there is.");
});

/** Every address under /api/v1 that is not one: refused in the same form as everything else. */
export const nothingHere = (request: Request): Promise<Response> =>
  refuse(request, { params: Promise.resolve({}) });

import { expect, it } from "vitest";
import { ERROR_CODES } from "@/lib/domain/errors";
import { problemSchema } from "@/lib/schemas/api-problem";
import { methodNotAllowed, problem, STATUS_OF } from "./problem";

it.each(ERROR_CODES)("says %s as RFC 9457 does", async (code) => {
  const response = problem({ code, message: "One sentence.", requestId: "r-1" });
  expect(response.status).toBe(STATUS_OF[code]);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const body = problemSchema.parse(await response.json());
  expect(body).toMatchObject({ code, status: STATUS_OF[code], detail: "One sentence.", requestId: "r-1" });
});

it("carries the details of a refusal", async () => {
  const body = await problem({ code: "CONFLICT", message: "Changed.", current: { version: 8 } }).json();
  expect(body.current).toEqual({ version: 8 });
});

it("asks for a token, and for patience", () => {
  expect(problem({ code: "SIGN_IN", message: "" }).headers.get("www-authenticate")).toBe("Bearer");
  expect(problem({ code: "UNAVAILABLE", message: "" }).headers.get("retry-after")).toBe("2");
});

it("names the methods that are possible", async () => {
  const response = methodNotAllowed("DELETE", ["GET", "HEAD", "OPTIONS"], "r-2");
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
  expect(problemSchema.parse(await response.json()).code).toBe("METHOD_NOT_ALLOWED");
});

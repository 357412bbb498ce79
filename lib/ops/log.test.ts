import { expect, it } from "vitest";
import { createLog } from "./log";
import { withRequestId } from "./request-id";

function lines(write: (log: ReturnType<typeof createLog>) => void): unknown[] {
  const written: unknown[] = [];
  write(createLog("info", { write: (line: string) => written.push(JSON.parse(line)) }));
  return written;
}

it("writes one JSON line with the time and the request it belongs to", () => {
  const [line] = lines((log) => withRequestId("r-1", () => log.info({ route: "check" }, "answered")));
  expect(line).toMatchObject({ level: "info", requestId: "r-1", route: "check", msg: "answered" });
  expect(line).toHaveProperty("time", expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/));
});

it("leaves secrets out, also deeper down", () => {
  const text = JSON.stringify(
    lines((log) =>
      log.info({
        password: "pw-1",
        user: { tokenHash: "pw-2" },
        request: { headers: { authorization: "pw-3", cookie: "pw-4" } },
      }),
    ),
  );
  expect(text).not.toMatch(/pw-\d/);
  expect(text.match(/\[left out\]/g)).toHaveLength(4);
});

import { expect, it } from "vitest";
import { sessionSecretOf } from "./define";

const secretIn = (cookie?: string) =>
  sessionSecretOf(new Request("http://localhost/", cookie === undefined ? {} : { headers: { cookie } }));

it("finds the session among other cookies", () => {
  expect(secretIn("theme=dark; next-auth.session-token=abc_-1; other=2")).toBe("abc_-1");
});

it.each([undefined, "", "theme=dark", "next-auth.session-token=", "x-next-auth.session-token=abc"])(
  "finds none in %s",
  (cookie) => {
    expect(secretIn(cookie)).toBeNull();
  },
);

it("takes a broken encoding for what it is: no secret of ours", () => {
  expect(secretIn("next-auth.session-token=%E0%A4%A")).toBe("%E0%A4%A");
});

it("does not look at the cookie of the other protocol", () => {
  expect(secretIn("__Secure-next-auth.session-token=abc")).toBeNull();
});

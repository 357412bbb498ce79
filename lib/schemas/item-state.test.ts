import { expect, it } from "vitest";
import { itemStateSchema } from "./item-state";

it("takes a reason as every other text is taken", () => {
  const wish = { state: "NOT_APPLICABLE", reason: " We have\u0000 no \ud800database\u001b. " };
  expect(itemStateSchema.parse(wish).reason).toBe("We have no \ufffddatabase.");
  expect(itemStateSchema.safeParse({ ...wish, reason: "x".repeat(2_001) }).success).toBe(false);
});

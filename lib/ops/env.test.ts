import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSettings, settingNames } from "./env";

describe("settings", () => {
  it("has a working value for everything that can have one", () => {
    expect(readSettings({})).toEqual({
      PORT: 3000,
      PHASEGATE_DATA: ".data",
      DATABASE_POOL: 10,
      NODE_ENV: "development",
    });
  });

  it("takes an empty variable as one that is not set, as compose files pass them", () => {
    expect(readSettings({ PORT: "", DATABASE_URL: "" })).toMatchObject({ PORT: 3000 });
  });

  it("names every wrong key in one sentence", () => {
    const wrong = { PORT: "0", DATABASE_POOL: "x", DATABASE_URL: "mysql://x", LOG_LEVEL: "loud" };
    expect(() => readSettings(wrong)).toThrow(
      /^Wrong settings: PORT must.*; DATABASE_URL must.*; DATABASE_POOL must.*; LOG_LEVEL must be one of.*\.$/,
    );
  });

  it("does not repeat a secret it refuses", () => {
    expect(() => readSettings({ NEXTAUTH_SECRET: "tooshort-hidden" })).toThrow(
      /^(?!.*hidden).*NEXTAUTH_SECRET must have 32/,
    );
  });

  it("stays few", () => {
    expect(settingNames.length).toBeLessThan(15);
  });

  it.each([".env.example", "docs/self-hosting.md"])("is explained, each key, in %s", (file) => {
    const text = readFileSync(file, "utf8");
    expect(settingNames.filter((name) => !text.includes(name))).toEqual([]);
  });
});

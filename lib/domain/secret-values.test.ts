import { describe, expect, it } from "vitest";
import {
  documentWithoutSecretValues,
  looksLikeSecretValue,
  secretValueRefusal,
  withoutSecretValues,
} from "./secret-values";

// Put together as the test runs: nothing in this file has the form of a credential, for scanners read it too.
const fake = (length: number, alphabet = "fAk3E9zQ0x7vB2nM5tR8wY1pL4cH6jDs") =>
  Array.from({ length }, (_, place) => alphabet[(place * 7 + (place >> 3)) % alphabet.length]).join("");
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

const VALUES: [string, string, string][] = [
  ["a payment key", ["sk", "live", fake(24)].join("_"), "token"],
  ["a webhook key", ["whsec", fake(32)].join("_"), "token"],
  ["a code host's token", ["ghp", fake(36)].join("_"), "token"],
  ["a cloud's access key", `AKI${"A"}${"FAKE0".repeat(4).slice(0, 16)}`, "token"],
  ["a chat token", ["xoxb", "0".repeat(10), fake(12)].join("-"), "token"],
  ["a model's key", ["sk", "proj", fake(30)].join("-"), "token"],
  ["our own token", ["pgt", fake(32)].join("_"), "token"],
  ["a token in a sentence", `Use ${["npm", fake(36)].join("_")} for now`, "token"],
  [
    "a signed token",
    [base64({ alg: "none" }), base64({ sub: "nobody" }), fake(20)].join("."),
    "signed-token",
  ],
  ["a private key", `-----BEGIN ${"PRIVATE"} KEY-----\nnot one\n`, "private-key"],
  ["a certificate", `-----BEGIN ${"CERTIFICATE"}-----`, "private-key"],
  ["a database's address", `postgres://app:${"fakefake1"}@db.test:5432/app`, "connection-string"],
  ["a queue's address", `amqps://:${"notreal99"}@queue.test`, "connection-string"],
  ["a connection string", `Server=db;User Id=app;Password=${"Fake-1234!"};`, "assignment"],
  ["a line of an env file", `SESSION_SECRET=${"notarealvalue"}`, "assignment"],
  ["JSON", `{"apiKey": "${"fakefake123"}"}`, "assignment"],
  [
    "base64",
    Buffer.from(Array.from({ length: 32 }, (_, place) => (place * 89 + 17) % 256)).toString("base64"),
    "random-text",
  ],
  ["hexadecimal", fake(40, "0a7f3c9e1b5d8264"), "random-text"],
];

const WORDS: [string, string][] = [
  ["nothing", ""],
  ["a name", "Stripe live key"],
  ["a variable", "NEXT_PUBLIC_SUPABASE_ANON_KEY_2"],
  ["a long variable", "PAYMENTS_WEBHOOK_SIGNING_SECRET_EU_WEST_1"],
  ["a camel-case name", "productionDatabaseConnectionString2"],
  ["a vault's path", "vault:kv/production/payments-service/stripe-live-2"],
  ["a secret manager's name", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/database-AbCdEf"],
  ["a prefix alone", "begins with sk_live_"],
  ["an address", "https://console.cloud.test/secrets/mail?project=harbour-production-2026"],
  ["an id", "1Password item 7f1c2c1e-0a1b-4c2d-8e3f-0123456789ab"],
  ["a masked address", "postgres://app:***@db.test/app"],
  ["a placeholder", `postgres://app:${"$"}{DB_PASSWORD}@db.test/app`],
  ["an example", "postgres://user:password@localhost:5432/app"],
  ["an address without a password", "redis://cache.test:6379/0"],
  ["where a password lies", "password: vault/kv/mail"],
  ["a masked assignment", "API_KEY=<ask-Ana>"],
  ["a sentence about rotation", "Rotated by the token-rotation job every 90 days"],
  ["a date and a version", "release-2026-11-21-build-000482-canary"],
  ["zeros", "00000000000000000000000000000000"],
  ["a long number", "123456789012345678901234567890123456"],
];

describe("looksLikeSecretValue", () => {
  it.each(VALUES)("knows %s", (_, text, kind) => expect(looksLikeSecretValue(text)).toBe(kind));
  it.each(WORDS)("lets %s be", (_, text) => expect(looksLikeSecretValue(text)).toBeNull());

  it("is quick on a long text", () => {
    const text = `${"a:".repeat(10_000)}${"password".repeat(2_000)}${"://".repeat(5_000)}`;
    const before = performance.now();
    looksLikeSecretValue(text);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

it("refuses without repeating what it refuses", () => {
  for (const [, text] of VALUES) {
    const kind = looksLikeSecretValue(text);
    expect(kind && secretValueRefusal(kind)).not.toContain(text.slice(0, 12));
  }
});

it("removes tokens and passwords of known form from what is read, and nothing else", () => {
  const token = ["ghp", fake(36)].join("_");
  expect(withoutSecretValues(`Key: ${token}, see vault`)).toBe("Key: [removed], see vault");
  expect(withoutSecretValues(`postgres://app:${"fakefake1"}@db.test/app`)).toBe(
    "postgres://app:[removed]@db.test/app",
  );
  for (const [, text] of WORDS) expect(withoutSecretValues(text)).toBe(text);
});

describe("a document", () => {
  const token = ["ghp", fake(36)].join("_");
  const [begin, end] = ["BEGIN", "END"].map((word) => `-----${word} RSA PRIVATE KEY-----`);

  it("keeps its lines and loses the values", () => {
    const text = `# Plan\n\n- [ ] Rotate ${token}\n\n${begin}\nProc-Type: 4,ENCRYPTED\n\n${fake(64)}\n${fake(20)}==\n${end}\n- [x] Done\n`;
    const { text: kept, lines } = documentWithoutSecretValues(text);
    expect(lines).toEqual([3, 6, 8, 9]);
    expect(kept.split("\n")).toEqual([
      ..."# Plan||- [ ] Rotate [removed]|".split("|"),
      begin,
      "[removed]",
      "",
      "[removed]",
      "[removed]",
      ...[end, "- [x] Done", ""],
    ]);
    expect(documentWithoutSecretValues(kept)).toEqual({ text: kept, lines: [] });
  });

  it("loses no words behind a key that is cut off, and takes a key on one line", () => {
    const cut = `> ${begin}\n> ${fake(64)}\n\nWhat comes next is work.\n- [ ] Call them\n`;
    expect(documentWithoutSecretValues(cut).lines).toEqual([2]);
    const line = `KEY="${begin}\\n${fake(40)}\\n${end}"`;
    expect(documentWithoutSecretValues(line).text).toBe(`KEY="${begin}[removed]${end}"`);
  });

  it("leaves keys of things and words alone", () => {
    const own = "- [ ] SK Telecom is connected <!-- key: sk-telecom-is-connected-and-tested -->\n";
    expect(documentWithoutSecretValues(own)).toEqual({ text: own, lines: [] });
    for (const [, text] of WORDS) expect(documentWithoutSecretValues(text)).toEqual({ text, lines: [] });
  });
});

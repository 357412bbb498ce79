/** What a text seems to give away; only the kind is ever told, never the text. */
export type SecretValueKind =
  | "private-key"
  | "token"
  | "signed-token"
  | "connection-string"
  | "assignment"
  | "random-text";

/** Prefixes that services put on their tokens so that they are recognised; behind each as much as no name has. */
const TOKEN_PATTERNS = [
  "[sr]k_(?:live|test)_\\w{8,}",
  "sk-[\\w-]{16,}",
  "whsec_[\\w+/=-]{16,}",
  "gh[pousr]_\\w{16,}",
  "github_pat_\\w{16,}",
  "glpat-[\\w-]{16,}",
  "A(?:KIA|SIA)[0-9A-Z]{12,}",
  "xox[abeoprs]-[\\w-]{8,}",
  "xapp-[\\w-]{16,}",
  "AIza[\\w-]{20,}",
  "ya29\\.[\\w-]{16,}",
  "SG\\.[\\w-]{16,}\\.[\\w-]{16,}",
  "npm_\\w{20,}",
  "pypi-[\\w-]{20,}",
  "hf_\\w{20,}",
  "dop_v1_\\w{20,}",
  "shp(?:at|ca|pa|ss)_\\w{16,}",
  "hv[sb]\\.[\\w-]{16,}",
  "pgt_[\\w-]{16,}",
];
const TOKEN = new RegExp(`(?<![\\w-])(?:${TOKEN_PATTERNS.join("|")})`, "g");
const SIGNED_TOKEN = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g;
const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]+-----/;

/** scheme://user:password@host */
const URL_PASSWORD = /(:\/\/[^\s:/@]*:)([^\s@/]{3,})(?=@)/g;
const ASSIGNED =
  /(?:^|[\s;,{"'])[\w.-]*(?:password|passwd|pwd|secret|token|api[_-]?key|private[_-]?key|access[_-]?key)["']?\s*[=:]\s*["']?([^\s"';,]{8,})/gi;

/** Stands for a value instead of being one: "***", "<password>", "${DB_PASSWORD}", "{{ key }}", "changeme". */
const PLACEHOLDER =
  /^(?:[*x•.…-]+|<.*>?|\[.*\]?|\$.*|%.*%|\{\{.*|@.*|(?:your|my|the|some|example|dummy|fake|test)?[-_]?(?:pass|password|passwd|pwd|secret|token|changeme|removed|redacted|postgres|user)[-_]?(?:here)?)$/i;
/** The place of a value: "vault:kv/mail", "https://…", "1Password/Production". */
const PLACE = /:\/\/|[/:]/;

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
const RUN = /[A-Za-z0-9+/=_-]{24,}/g;
/** Letters or digits that read as a word, an abbreviation, a year. */
const WORD = /[A-Z]?[a-z]{3,}|[A-Z]{4,}|\d{4,}/g;

/** Bits for each character: 0 for "aaaa", about 4 for a name, above for what a machine drew. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => {
    const share = count / text.length;
    return bits - share * Math.log2(share);
  }, 0);
}

/** A long run that no person wrote: many different characters, digits among them, and hardly a word. */
function isDrawnByChance(run: string): boolean {
  const digits = run.match(/\d/g)?.length ?? 0;
  if (/^[0-9a-f]+$/i.test(run))
    return run.length >= 32 && digits > 0 && digits < run.length && entropyOf(run) > 3;
  const inWords = (run.match(WORD) ?? []).join("").length;
  return digits > 0 && inWords < run.length * 0.6 && entropyOf(run) > 3.8;
}

/**
 * Whether a text seems to hold the value of a secret: a private key, a token by its known prefix, a signed token, a
 * password in a connection string or behind "password=", or a long text drawn by chance. Names, addresses of a vault,
 * placeholders and ids of the form of a UUID are none.
 *
 * @returns what it seems to be, to be told without repeating it; null when it looks like words
 */
export function looksLikeSecretValue(text: string): SecretValueKind | null {
  if (PRIVATE_KEY.test(text)) return "private-key";
  if (text.search(TOKEN) >= 0) return "token";
  if (text.search(SIGNED_TOKEN) >= 0) return "signed-token";
  if ([...text.matchAll(URL_PASSWORD)].some(([, , password = ""]) => !PLACEHOLDER.test(password)))
    return "connection-string";
  if ([...text.matchAll(ASSIGNED)].some(([, value = ""]) => !PLACEHOLDER.test(value) && !PLACE.test(value)))
    return "assignment";
  const runs = text.replaceAll(UUID, " ").match(RUN) ?? [];
  return runs.some(isDrawnByChance) ? "random-text" : null;
}

const SEEMS: Record<SecretValueKind, string> = {
  "private-key": "a private key",
  token: "an access token",
  "signed-token": "a signed token",
  "connection-string": "an address with a password in it",
  assignment: "a password or key",
  "random-text": "the value of a secret",
};

/** The sentence a field with such a text is refused with; it does not repeat the text. */
export const secretValueRefusal = (kind: SecretValueKind): string =>
  `This looks like ${SEEMS[kind]}. Values of secrets are never kept here: write where it is stored, and change the secret if this page was shared.`;

/** The text with tokens and passwords of known form replaced, for what is read from a document. */
export const withoutSecretValues = (text: string): string =>
  text
    .replace(TOKEN, "[removed]")
    .replace(SIGNED_TOKEN, "[removed]")
    .replace(URL_PASSWORD, (_, before: string, password: string) =>
      PLACEHOLDER.test(password) ? `${before}${password}` : `${before}[removed]`,
    );

const KEY_BEGINS = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;
const KEY_ENDS = /-----END [A-Z0-9 ]*PRIVATE KEY-----/;
const KEY_ON_ONE_LINE = /(-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----).*?(-----END [A-Z0-9 ]*PRIVATE KEY-----)/g;
/** A line inside a key, also in a quote or a list: letters and digits in one run, or a header. */
const KEY_LINE = /^[\s>*\d.-]*(?:[A-Za-z0-9+/=]{8,}|[\w-]+: [\w,. -]+)\s*$/;
/** What stands behind this on a line of our own plan files are keys of things, which may look like tokens. */
const COMMENT = "<!--";

function withoutValues(line: string): string {
  const at = line.indexOf(COMMENT);
  const words = at < 0 ? line : line.slice(0, at);
  const rest = at < 0 ? "" : line.slice(at);
  return withoutSecretValues(words.replace(KEY_ON_ONE_LINE, "$1[removed]$2")) + rest;
}

/**
 * A document without the values of secrets that are known by their form, and the lines they stood on. Lines keep their
 * numbers.
 */
export function documentWithoutSecretValues(text: string): { text: string; lines: number[] } {
  if (!KEY_BEGINS.test(text) && withoutSecretValues(text) === text) return { text, lines: [] };
  let inKey = false;
  const changed: number[] = [];
  const kept = text.split("\n").map((line, index) => {
    const isInside = inKey && !KEY_ENDS.test(line) && KEY_LINE.test(line);
    // A key that is cut off ends where words begin again.
    inKey = isInside || (inKey && line.trim() === "") || (KEY_BEGINS.test(line) && !KEY_ENDS.test(line));
    const without = isInside ? "[removed]" : withoutValues(line);
    if (without !== line) changed.push(index + 1);
    return without;
  });
  return { text: kept.join("\n"), lines: changed };
}

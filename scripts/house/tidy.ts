import { isTest, type Source } from "./sources";

/** Nothing hand-written is longer: a longer file has a second reason to change. */
export const MOST_LINES = 300;

/** Files that are too long, but for tables of cases. */
export const tooLong = (files: readonly Source[]): string[] =>
  files
    .filter(({ path, text }) => !isTest(path) && text.split("\n").length - 1 > MOST_LINES)
    .map(({ path }) => path);

const SAYS_NOTHING = /(?:^|[/-])(?:utils?|helpers?|misc|common|manager|stuff)(?:[-./]|$)/;

/** Paths that say nothing of what is in them, or are not in kebab-case; [parameters] are named as in the code. */
export const namelessFiles = (files: readonly Source[]): string[] =>
  files
    .map(({ path }) => path)
    .filter((path) => SAYS_NOTHING.test(path) || /[A-Z_]/.test(path.replaceAll(/\[[^\]]*\]/g, "")));

/** Lines that read the environment of the process; Next replaces the ones in `replaced` when it builds. */
export function environmentReads(files: readonly Source[], replaced: readonly string[]): string[] {
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(/\bprocess\s*\.\s*env\b(?:\.(\w+)\b(?! = )|(?!\.\w))|\bimport\.meta\.env\b/g)]
      .filter(([, name = ""]) => !replaced.includes(name))
      .map(([read]) => `${path}: ${read}`),
  );
}

/** What would make a rule give another answer tomorrow or elsewhere. */
const FROM_THE_AIR =
  /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bcrypto\.random|\bprocess\.|\bfetch\(|\btoLocale\w*String\(\)/g;

/** Where a pure file reads the clock, chance or the machine. */
export const impurities = (files: readonly Source[]): string[] =>
  files.flatMap(({ path, text }) => [...text.matchAll(FROM_THE_AIR)].map(([found]) => `${path}: ${found}`));

const SILENCED = /@ts-(?:ignore|expect-error|nocheck)|eslint-disable/g;

/** Where the compiler is told to look away; `any` is Biome's to find. */
export const silenced = (files: readonly Source[]): string[] =>
  files.flatMap(({ path, text }) => [...text.matchAll(SILENCED)].map(([found]) => `${path}: ${found}`));

/** Files in which a property is tried with cases of the day: without `runs` of prisma/factories/runs.ts. */
export function leftToChance(files: readonly Source[]): string[] {
  const times = (text: string, words: RegExp) => text.match(words)?.length ?? 0;
  return files.flatMap(({ path, text }) =>
    times(text, /\bfc\.assert\(/g) > times(text, /\bruns\(\d+\)/g) ? [path] : [],
  );
}

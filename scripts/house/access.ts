import type { Source } from "./sources";

/** An exported name of lib/data, with what it takes and gives as far as its text says. */
interface Exported {
  name: string;
  /** type of the first parameter; null: not a function, or one without parameters */
  first: string | null;
  isFunction: boolean;
  /** declared to give no promise: what does not wait cannot ask the database */
  isImmediate: boolean;
  /** the whole declaration */
  text: string;
}

const CLOSING: Record<string, string> = { "(": ")", "[": "]", "{": "}", "<": ">" };

/** Index just behind the bracket that closes the one at `open`. Arrows are no brackets. */
function behind(text: string, open: number): number {
  const stack: string[] = [];
  for (let index = open; index < text.length; index += 1) {
    const char = text[index] ?? "";
    const isArrow = char === ">" && text[index - 1] === "=";
    if (CLOSING[char]) stack.push(CLOSING[char]);
    else if (!isArrow && char === stack.at(-1)) stack.pop();
    if (stack.length === 0) return index + 1;
  }
  return text.length;
}

/** The type of the first of several parameters: behind its own colon, before the comma that follows it. */
function firstType(parameters: string): string | null {
  let start = -1;
  for (let index = 0; index < parameters.length; index += 1) {
    const char = parameters[index] ?? "";
    if (CLOSING[char]) index = behind(parameters, index) - 1;
    else if (char === ":" && start < 0) start = index + 1;
    else if (char === "," && start >= 0) return parameters.slice(start, index).trim();
  }
  return start < 0 ? null : parameters.slice(start).trim();
}

const DECLARED = /^export (async )?(function\*?|const|let|class) (\w+)/gm;

/** Every exported value of a file. */
export function exportsOf(text: string): Exported[] {
  return [...text.matchAll(DECLARED)].map((match) => {
    const [head, isAsync, kind, name = ""] = match;
    const declaration = text.slice(match.index).split(/\n\n(?=\S)/)[0] ?? "";
    const rest = declaration.slice(head.length);
    const isFunction = kind?.startsWith("function") || /^\s*=\s*(?:async\s*)?(?:<[^(]*>)?\s*\(/.test(rest);
    if (!isFunction) return { name, first: null, isFunction, isImmediate: false, text: declaration };
    const generics = /^(?:\s*=\s*(?:async\s*)?)?</.exec(rest);
    const from = generics ? behind(rest, generics[0].length - 1) : 0;
    const open = rest.indexOf("(", from);
    const close = behind(rest, open);
    const result = /^\s*:([\s\S]*?)(?:=>|\{\n|$)/.exec(rest.slice(close))?.[1];
    const waits = Boolean(isAsync) || /=\s*async\b/.test(rest.slice(0, open)) || kind === "function*";
    return {
      name,
      first: firstType(rest.slice(open + 1, close - 1)),
      isFunction,
      isImmediate: !waits && result !== undefined && !/\b(?:Promise|Async\w+|Generator)\b/.test(result),
      text: declaration,
    };
  });
}

const IS_ACCESS = /^(?:(?:Project|Workspace)Access(?:<[^>]*>)?(?: \| )?)+$/;
const ACCESS_ALIAS = /^type Access = (?:Project|Workspace)Access</m;

/** Only lib/data/write.ts begins a transaction, behind a door that has asked. */
const IS_INSIDE_WRITE = /^(?:Transaction|(?:Pick<)?Write\b.*)$/;

/** Files without a way to the database of their own. */
const REACHES_DATABASE = /\bfrom "\.\/(?:client|statement)"/;

const isScoped = (first: string, text: string): boolean =>
  IS_ACCESS.test(first) || (first === "Access" && ACCESS_ALIAS.test(text));

/** Functions of lib/data that name themselves unscoped. */
export const unscoped = (files: readonly Source[]): string[] =>
  files.flatMap(({ text }) =>
    exportsOf(text).flatMap(({ name }) => (name.endsWith("Unscoped") ? [name] : [])),
  );

/**
 * Exports of lib/data that neither take an access first, nor run inside a write, nor give their answer at once, nor say
 * that they are unscoped: each could read what nobody was let in to.
 */
export function unaskedReads(files: readonly Source[]): string[] {
  return files.flatMap(({ path, text }) => [
    ...(/^export (?:\*|\{)/m.test(text) ? [`${path} re-exports`] : []),
    ...exportsOf(text)
      .filter(({ name, first, isFunction, isImmediate, text: declaration }) => {
        if (name.endsWith("Unscoped") || isImmediate) return false;
        if (!isFunction) return REACHES_DATABASE.test(text) && /=>|\basync\b/.test(declaration);
        return first === null || !(isScoped(first, text) || IS_INSIDE_WRITE.test(first));
      })
      .map(({ name }) => `${path} ${name}`),
  ]);
}

/** Casts that make somebody an access without asking. */
export const mintedAccess = (files: readonly Source[]): string[] =>
  files.flatMap(({ path, text }) =>
    [
      ...text.matchAll(
        /\bas (?:unknown as )?(?:Project|Workspace)Access\b|<(?:Project|Workspace)Access(?:<"[^"]*">)?>\{/g,
      ),
    ].map(([cast]) => `${path}: ${cast}`),
  );

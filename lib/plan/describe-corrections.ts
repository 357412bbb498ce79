import { groupBy } from "@/lib/domain/group-by";
import {
  type Anchor,
  type Correction,
  type CorrectionEffect,
  type Corrections,
  NO_WORD,
  type ReadAs,
} from "@/lib/domain/plan-corrections";
import type { ReadPlan } from "./read-document";

const AS_WORDS: Readonly<Record<ReadAs, string>> = {
  items: "items",
  criteria: "success criteria",
  goals: "goals",
  scope: "scope",
  rollback: "the rollback plan",
  risks: "risks",
  text: "text only",
};

const quoted = (text: string): string => {
  const words = text.replace(/^[#>\s*_-]+|[*_\s]+$/g, "") || text;
  return `“${words.length > 80 ? `${words.slice(0, 79)}…` : words}”`;
};

const NOTHING = " That changes nothing in this document.";

const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, 12).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
};

/** Restates corrections, each with what came of it. One that did nothing, because the file changed, says so. */
export function describeCorrections(corrections: Corrections, read: ReadPlan): CorrectionEffect[] {
  const { phases, lists, levels, fold, document } = corrections;
  const { said, documents } = read;
  const kinds = new Map(read.reading.map(({ line, kind }) => [line, kind]));
  const counts = new Map(read.levels.map(({ word, count }) => [word, count]));
  const handles = new Set(read.handles.filter(({ as }) => as !== null).map(({ line }) => line));
  const found = new Set(read.phases.map(({ name }) => name));
  const name = ({ line, text }: Anchor) => (text === "" ? `line ${line}` : quoted(text));
  const effect = (line: number, text: string, worked: boolean, takeBack: Correction): CorrectionEffect => ({
    line,
    text: worked ? `You said that ${text}` : `You said that ${text}${NOTHING}`,
    takeBack,
  });
  const effects = [
    ...phases.map(({ isPhase, ...at }) => {
      const line = said.lineOf(at);
      const text = `${name(at)} is ${isPhase ? "a phase" : "not a phase"}.`;
      const worked = line !== null && (kinds.get(line) === "phase") === isPhase;
      return effect(line ?? at.line, text, worked, { kind: "phase", line: at.line, isPhase: null });
    }),
    ...lists.map(({ as, ...at }) => {
      const line = said.lineOf(at);
      const text = `${name(at)} is read as ${AS_WORDS[as]}.`;
      const worked = line !== null && handles.has(line);
      return effect(line ?? at.line, text, worked, { kind: "list", line: at.line, as: null });
    }),
    ...levels.map(({ word, level }) => {
      const what = word === NO_WORD ? "items of which no level is said are" : `“${word}” means`;
      return effect(0, `${what} ${level}.`, counts.has(word), { kind: "level", word, level: null });
    }),
    ...[...groupBy(fold, ({ into }) => into)].map(([into, parts]) => {
      const names = parts.map(({ phase }) => phase);
      const text = `${listed(names)} ${names.length === 1 ? "becomes" : "become"} “${into}”.`;
      return effect(
        0,
        text,
        names.some((phase) => found.has(phase)),
        { kind: "unfold", into },
      );
    }),
  ];
  if (!document) return effects;
  const text = `of this file only ${name(document)} is read.`;
  const worked = documents.some(({ line }) => line === said.document);
  return [...effects, effect(said.document ?? document.line, text, worked, { kind: "document", line: null })];
}

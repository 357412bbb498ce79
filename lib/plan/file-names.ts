import { FILE_MAX } from "@/lib/schemas/plan";
import { withoutControls } from "./plain-text";

/** "(new)", "(exists)": a word about the file before it. */
const REMARK = /\s+\([^()]*\)$/;
const NAMES =
  /^(?:docker|make|rake|gem|proc|vagrant|jenkins|pip|brew|just)file$|^(?:readme|license|changelog|codeowners)$/i;

function isFile(word: string): boolean {
  if (/^n\/a$/i.test(word)) return false;
  return /[/\\]/.test(word)
    ? /[\p{L}\p{N}]/u.test(word)
    : /\p{L}.*\.[a-z]\w{0,9}$|^\.[a-z]/iu.test(word) || NAMES.test(word);
}

/** Markdown as the words of a path: links keep where they go. */
const bare = (markdown: string): string =>
  withoutControls(markdown)
    .replace(/\[([^[\]]*)\]\(<?([^()\s<>]+)>?(?:\s+"[^"]*")?\)/g, (_, words: string, url: string) =>
      words === url || words === "" ? url : `${words} (${url})`,
    )
    .replace(/<((?:https?|ftp):[^<>\s]+)>/g, "$1")
    .replace(
      /(`+)([^`]+)\1|\\([\p{P}\p{S}])/gu,
      (_, _fence, code?: string, sign?: string) => code ?? sign ?? "",
    )
    .replace(/^\*\*(.*)\*\*$/, "$1")
    .replace(/\s+/g, " ")
    .trim();

/**
 * The files a line names: paths, links, names with an ending or in code, one or several with commas between. Null where
 * it does not begin with one, so that "File: a ticket with the vendor" stays a sentence.
 *
 * @param markdown what stands behind "File:"
 */
export function filesIn(markdown: string): string[] | null {
  const text = bare(markdown);
  const parts = text.split(/[,;]\s+(?![^(]*\))/).map((part) => part.trim());
  const each = parts.every(
    (part) => isFile(part.replace(REMARK, "")) && !/\s/.test(part.replace(REMARK, "")),
  );
  const found = each ? parts : [text];
  const begins = each || /^(?:`[^`]|\[[^\]]*\]\()/.test(markdown.trim()) || isFile(text.split(" ")[0] ?? "");
  return begins && found.every((file) => file !== "" && file.length <= FILE_MAX) ? found : null;
}

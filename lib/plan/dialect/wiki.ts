import { continued, type SourceCell, Translation } from "./translation";

/** Jira and Confluence: "h2. Title", "** entry", "||head||". */
export function fromJira(lines: readonly string[]): Translation {
  const made = new Translation();
  const block = /^\s*\{(code|noformat)(?::[^}]*)?\}\s*$/;
  let inside = false;
  lines.forEach((line, index) => {
    const at = index + 1;
    if (block.test(line)) {
      inside = !inside;
      made.add(at, "```");
      return;
    }
    if (inside) {
      made.add(at, line);
      return;
    }
    const text = line
      .replace(
        /\{(?:color|panel|quote|info|note|tip|warning|expand|section|column|anchor|toc)(?::[^}]*)?\}/g,
        "",
      )
      .replace(/\[([^\][|\n]{1,300})\|([^\]\s|]{1,500})[^\]]*\]/g, "[$1]($2)")
      .replace(/(^|\s)\((?:\/|✓)\)(?=\s)/g, "$1[x]")
      .replace(/(^|\s)\((?:x|X| )\)(?=\s)/g, "$1[ ]");
    const heading = /^h([1-6])\.\s+(.+)$/.exec(text);
    const entry = /^\s*([*#-]{1,20})\s+(.+)$/.exec(text);
    const head = /^\s*\|\|(.+?)\|*\s*$/.exec(text)?.[1];
    if (heading?.[1] && heading[2]) made.heading(at, Number(heading[1]), heading[2]);
    else if (head)
      made.row(
        head.split(/\|\|?/).map((cell) => ({ text: cell, from: at, to: at })),
        true,
      );
    else if (entry?.[1] && entry[2] && !/^-{2,}$/.test(entry[1])) made.entry(at, entry[1], entry[2]);
    else made.add(at, text);
  });
  return made;
}

const wikiWords = (text: string): string =>
  text
    .replace(/\[\[(?:[^\]|\n]{1,300}\|)?([^\]|\n]{1,300})\]\]/g, "$1")
    .replace(/\[(https?:\/\/\S{1,500}) ([^\]\n]{1,300})\]/g, "[$2]($1)")
    .replace(/\{\{(?:done|tick|y|yes|check)\}\}/gi, "[x]")
    .replace(/\{\{(?:not ?done|cross|n|no|x)\}\}/gi, "[ ]")
    .replace(/'''(.+?)'''/g, "**$1**")
    .replace(/''(.+?)''/g, "*$1*");

/** MediaWiki: "== Title ==", "** entry", "{| … |}". */
export function fromMediaWiki(lines: readonly string[]): Translation {
  const made = new Translation();
  let table: { cells: SourceCell[]; head: boolean } | null = null;
  const flush = () => {
    if (table && table.cells.length > 0) made.row(table.cells, table.head);
    if (table) table = { cells: [], head: false };
  };
  lines.forEach((line, index) => {
    const at = index + 1;
    const text = wikiWords(line);
    if (/^\s*\{\|/.test(line)) {
      flush();
      table = { cells: [], head: false };
      made.aside(at, line);
    } else if (/^\s*\|\}/.test(line)) {
      flush();
      table = null;
      made.aside(at, line);
    } else if (table && /^\s*\|-/.test(line)) flush();
    else if (table && /^\s*[|!]/.test(line)) {
      const isHead = /^\s*!/.test(line);
      const cells = text
        .trim()
        .slice(1)
        .split(isHead ? /!!|\|\|/ : "||")
        .map((cell) => ({ text: cell.replace(/^\s*[a-z]+\s*=\s*"[^"]*"[^|]*\|/i, ""), from: at, to: at }));
      table = { cells: [...table.cells, ...cells], head: table.head || isHead };
    } else if (table && text.trim() === "") {
      // Nothing was said, and a table of Markdown would end here.
    } else if (table?.cells.length) {
      const cell = table.cells.pop();
      if (cell) table.cells.push(continued(cell, text, at));
    } else {
      const heading = /^\s*(={1,6})\s*([^=].*?)\s*={1,6}\s*$/.exec(text);
      const entry = /^([*#]{1,20})\s*(\S.*)$/.exec(text);
      if (heading?.[1] && heading[2]) made.heading(at, heading[1].length, heading[2]);
      else if (entry?.[1] && entry[2]) made.entry(at, entry[1], entry[2]);
      else made.add(at, text);
    }
  });
  flush();
  return made;
}

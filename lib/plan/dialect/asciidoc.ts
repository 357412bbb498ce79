import { continued, type SourceCell, Translation } from "./translation";

const cellsOf = (line: string, at: number): SourceCell[] =>
  line
    .split(/(?<!\\)(?:\d*[.+*^<>]*[aehlmsdv]?)\|/)
    .slice(1)
    .map((cell) => ({ text: cell.trim(), from: at, to: at }));

/** AsciiDoc: "== Title", "** entry", "|===" around tables. */
export function fromAsciiDoc(lines: readonly string[]): Translation {
  const made = new Translation();
  let fence: string | null = null;
  let table: { width: number; cells: SourceCell[]; rows: number } | null = null;
  let announced = 0;
  /** A row is whole when the next cell begins: until then its last one may go on. At the end what is left is one. */
  const flush = (isEnd: boolean) => {
    if (!table) return;
    const { cells, width } = table;
    while (cells.length >= Math.max(width, 1) || (isEnd && cells.length > 0))
      made.row(cells.splice(0, width), table.rows++ === 0);
  };
  lines.forEach((line, index) => {
    const at = index + 1;
    if (fence !== null) {
      if (line.trim() === fence) fence = null;
      made.add(at, fence === null ? "```" : line);
    } else if (table) {
      const isEnd = /^\|===/.test(line);
      if (!isEnd && !/^\s*\S*\|/.test(line)) {
        const cell = table.cells.pop();
        if (cell) table.cells.push(line.trim() === "" ? cell : continued(cell, line, at));
        else if (line.trim() !== "") made.add(at, line);
        return;
      }
      flush(isEnd);
      if (isEnd) {
        table = null;
        made.aside(at, line);
        return;
      }
      table.cells.push(...cellsOf(line, at));
      // Where the columns are not said before, the first line has them all.
      if (table.width === 0) table.width = table.cells.length;
    } else if (/^(?:-{4,}|\.{4,})\s*$/.test(line)) {
      fence = line.trim();
      made.add(at, "```");
    } else if (/^\|===/.test(line)) {
      table = { width: announced, cells: [], rows: 0 };
      made.aside(at, line);
    } else {
      const heading = /^(={1,6})\s+(\S.*)$/.exec(line);
      const entry = /^\s*(\*{1,5}|\.{1,5}|-)\s+(\S.*)$/.exec(line);
      const columns = /^\[.*cols\s*=\s*"([^"]*)"/.exec(line)?.[1];
      announced = columns
        ? Number(/^(\d+)\*$/.exec(columns)?.[1] ?? columns.split(/[,;]/).length)
        : announced;
      if (heading?.[1] && heading[2]) made.heading(at, heading[1].length, heading[2]);
      else if (entry?.[1] && entry[2]) made.entry(at, entry[1], entry[2].replace(/^\[\*\]/, "[x]"));
      else if (/^\/\/(?!\/)/.test(line) || /^:[\w!-]+:/.test(line)) made.aside(at, line);
      else if (/^\[[^\]]*\]\s*$/.test(line)) made.aside(at, line);
      else if (/^\.[^\s.]/.test(line)) made.add(at, `**${line.slice(1).trim()}**`);
      else made.add(at, line.trim() === "+" ? "" : line);
      if (line.trim() !== "" && !columns) announced = 0;
    }
  });
  flush(true);
  return made;
}

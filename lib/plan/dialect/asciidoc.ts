import { Translation } from "./translation";

const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)(?:\d*[.+*^<>]*[aehlmsdv]?)\|/)
    .slice(1)
    .map((cell) => cell.trim());

/** AsciiDoc: "== Title", "** entry", "|===" around tables. */
export function fromAsciiDoc(lines: readonly string[]): Translation {
  const made = new Translation();
  let fence: string | null = null;
  let table: { width: number; cells: string[]; at: number; rows: number } | null = null;
  let announced = 0;
  lines.forEach((line, index) => {
    const at = index + 1;
    if (fence !== null) {
      if (line.trim() === fence) fence = null;
      made.add(at, fence === null ? "```" : line);
    } else if (table) {
      if (/^\|===/.test(line)) {
        if (table.cells.length > 0) made.row(table.at, table.cells, table.rows === 0);
        table = null;
        made.aside(at, line);
        return;
      }
      if (!/^\s*\S*\|/.test(line)) {
        const cell = table.cells.pop();
        if (cell !== undefined) table.cells.push(`${cell} ${line.trim()}`);
        else if (line.trim() !== "" && table.rows > 0) made.continueRow(line);
        else if (line.trim() !== "") made.add(at, line);
        return;
      }
      const cells = cellsOf(line);
      // Where the columns are not said before, the first line has them all.
      if (table.width === 0) table.width = cells.length;
      table = { ...table, at: table.cells.length > 0 ? table.at : at, cells: [...table.cells, ...cells] };
      while (table.width > 0 && table.cells.length >= table.width) {
        made.row(table.at, table.cells.slice(0, table.width), table.rows === 0);
        table = { ...table, cells: table.cells.slice(table.width), at, rows: table.rows + 1 };
      }
    } else if (/^(?:-{4,}|\.{4,})\s*$/.test(line)) {
      fence = line.trim();
      made.add(at, "```");
    } else if (/^\|===/.test(line)) {
      table = { width: announced, cells: [], at, rows: 0 };
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
  return made;
}

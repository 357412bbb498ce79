import { Translation } from "./translation";

const OPEN = /^(?:TODO|NEXT|WAITING|WAIT|HOLD|STARTED|DOING|IN-PROGRESS)$/;
const DONE = /^(?:DONE|CANCELLED|CANCELED)$/;

/** Org mode: "** TODO Work", "#+TITLE:", tables with "|---+---|". */
export function fromOrg(lines: readonly string[]): Translation {
  const made = new Translation();
  let drawer = false;
  /** the level of the last heading that is no task, and of the task that is open */
  let heading = 0;
  let task = 0;
  lines.forEach((line, index) => {
    const at = index + 1;
    const text = line.replace(/\s+(?::[\w@#%]+)+:\s*$/, "").replace(/\s*\[(?:\d*\/\d*|\d*%)\]/g, "");
    const stars = /^(\*{1,20})\s+(?:([A-Z][A-Z-]{2,12})\s+)?(.*)$/.exec(text);
    const directive = /^\s*#\+(\w+):?\s*(.*)$/.exec(line);
    if (drawer || /^\s*:[A-Z]+:\s*$/.test(line)) {
      drawer = !/^\s*:END:\s*$/i.test(line);
      made.aside(at, line);
    } else if (directive?.[1]) {
      const name = directive[1].toLowerCase();
      if (name === "title") made.heading(at, 1, directive[2] ?? "");
      else if (/^(?:begin|end)_(?:src|example)/.test(name)) made.add(at, "```");
      else made.aside(at, line);
    } else if (/^\s*#\s/.test(line)) made.aside(at, line);
    else if (stars?.[1]) {
      const level = stars[1].length;
      const state = stars[2] ?? "";
      const priority = /\[#([A-C])\]\s*/.exec(stars[3] ?? "");
      const words = (stars[3] ?? "").replace(priority?.[0] ?? "", "");
      if (OPEN.test(state) || DONE.test(state)) {
        task = level;
        const mark =
          state === "DONE"
            ? "x"
            : DONE.test(state)
              ? "-"
              : /^(?:TODO|NEXT|WAIT|HOLD)/.test(state)
                ? " "
                : "/";
        const rank = priority
          ? ` (${{ A: "HIGH", B: "MEDIUM", C: "LOW" }[priority[1] ?? ""] ?? "MEDIUM"})`
          : "";
        made.entry(at, "*".repeat(Math.max(level - heading, 1)), `[${mark}] ${words}${rank}`);
      } else {
        heading = level;
        task = 0;
        made.heading(at, level + 1, `${state} ${words}`);
      }
    } else if (/^\s*\|[-+]+\|?\s*$/.test(line)) made.add(at, line.replaceAll("+", "|"));
    else {
      const blank = (lines[index - 1] ?? "").trim() === "";
      if (blank && /^\S/.test(line)) task = 0;
      // What stands below a task is about it, and no part of its title.
      if (task > 0 && /^\*+\s/.test(lines[index - 1] ?? "") && line.trim() !== "") made.add(at, "");
      const body = line.replace(/^(\s*(?:[-+*]|\d+[.)])\s+)\[-\]/, "$1[/]");
      made.add(at, task > 0 && body.trim() !== "" ? "   ".repeat(task - heading) + body.trim() : body);
    }
  });
  return made;
}

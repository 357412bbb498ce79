/** One line of the table: what was measured, against what must hold. */
export interface Line {
  action: string;
  /** figures of the subjects, for the record; absolute times differ from machine to machine */
  figures: string;
  /** what is compared with the goals: a ratio, or an absolute figure where the goal is one */
  value: number;
  unit: string;
  must: number;
  aim: number;
  /** "less": the value must not be above; "more": not below */
  wants: "less" | "more";
}

const round = (value: number, unit: string) => (unit === "x" ? value.toFixed(2) : value.toFixed(0)) + unit;

const holds = ({ value, wants }: Line, goal: number) => (wants === "less" ? value <= goal : value >= goal);

/** The table as Markdown, as docs/performance.md keeps it. */
export function tableOf(lines: Line[]): string {
  const head = "| action | measured | must | aim | | figures |\n|---|---|---|---|---|---|";
  const rows = lines.map((line) => {
    const verdict = holds(line, line.aim) ? "aim reached" : holds(line, line.must) ? "holds" : "**missed**";
    const { unit } = line;
    return `| ${line.action} | ${round(line.value, unit)} | ${round(line.must, unit)} | ${round(line.aim, unit)} | ${verdict} | ${line.figures} |`;
  });
  return [head, ...rows].join("\n");
}

export const allHold = (lines: Line[]): boolean => lines.every((line) => holds(line, line.must));

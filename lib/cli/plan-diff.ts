import { comparePlan } from "@/lib/data/plan-differences";
import { type Differences, differencesSchema } from "@/lib/schemas/api-differences";
import { type Answer, FAILED, PASSED } from "./answer";
import { cliProject, locally } from "./local";
import { readInput } from "./read-file";
import { askServer, pathOf, type ServerOptions, serverOf } from "./remote";

type Change = Differences["changes"][number];
type Conflict = Differences["conflicts"][number];

const LONG = 120;

/** A value on one line. */
function shown(value: unknown): string {
  const text = JSON.stringify(value ?? null);
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

const named = ({ noun, title, place }: Pick<Change, "noun" | "title" | "place">): string =>
  [`${noun} "${title}"`, ...(place.length > 0 ? [`in ${place.join(" / ")}`] : [])].join(" ");

function changeLine(change: Change): string {
  if (change.kind === "added") return `+ ${named(change)}`;
  if (change.kind === "archived") return `- ${named(change)}`;
  if (change.kind === "moved") return `> ${named(change)} to ${change.to.join(" / ")}`;
  if (change.kind === "reordered")
    return `> ${named(change)}: ${change.order.map(({ title }) => `"${title}"`).join(", ")}`;
  return `~ ${named(change)}: ${change.field} ${shown(change.from)} -> ${shown(change.to)}`;
}

function conflictLine(conflict: Conflict): string {
  if (conflict.kind === "gone from the file" || conflict.kind === "archived here")
    return `? ${named(conflict)}: ${conflict.kind}${conflict.changed.length > 0 ? `, and changed otherwise (${conflict.changed.join(", ")})` : ""}`;
  const what = conflict.kind === "place" ? "place" : conflict.field;
  const { base, theirs, ours } = conflict;
  return `? ${named(conflict)}: ${what} was ${shown(base)}, in the file ${shown(theirs)}, here ${shown(ours)}`;
}

/** What a file would change in a project, asked of a server or of the own database. */
export async function differencesOf(
  project: string,
  content: Uint8Array,
  options: ServerOptions,
): Promise<Differences> {
  const server = serverOf(options);
  if (!server)
    return locally(async () => comparePlan(await cliProject(project, "plan:edit"), content, new Date()));
  const path = pathOf("projects", project, "differences");
  return askServer(server, path, differencesSchema, content);
}

const leftOutLine = (left: Differences["leftOut"][number]): string => `! ${named(left)} stays: ${left.why}`;

/** What a file would change, what is asked about, and what is not done, line by line. */
export const differenceLines = ({ changes, conflicts, leftOut }: Differences): string[] => [
  ...changes.map(changeLine),
  ...conflicts.map(conflictLine),
  ...leftOut.map(leftOutLine),
];

/** What a newer file would change in a project, compared with the last import. As diff: 0 nothing, 1 something. */
export async function diffPlanOf(project: string, file: string, options: ServerOptions): Promise<Answer> {
  const differences = await differencesOf(project, await readInput(file), options);
  const lines = differenceLines(differences);
  return {
    text: lines.length > 0 ? lines.join("\n") : `${file} changes nothing in the project ${project}.`,
    json: differences,
    exitCode: lines.length > 0 ? FAILED : PASSED,
  };
}

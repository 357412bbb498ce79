import { writeFile } from "node:fs/promises";
import { exportPlan } from "@/lib/data/plan-export";
import { AppError } from "@/lib/domain/errors";
import { errorCode } from "@/lib/ops/operator-error";
import { parsePlan } from "@/lib/plan/parse-plan";
import { FORMS } from "@/lib/plan/plan-file/export-formats";
import { type Lag, lagOf } from "@/lib/plan/plan-file/lag";
import { readSource } from "@/lib/plan/read-source";
import { exportFormatSchema } from "@/lib/schemas/api-export";
import { parseInput } from "@/lib/schemas/parse-input";
import { type Plan, planSchema } from "@/lib/schemas/plan";
import { type Answer, FAILED, PASSED } from "./answer";
import { cliProject, locally } from "./local";
import { readInput } from "./read-file";
import { askServer, pathOf, serverOf } from "./remote";

interface Options {
  format?: string;
  output?: string;
  check?: string;
  url?: string;
  token?: string;
}

function planOf(project: string, options: Options): Promise<Plan> {
  const server = serverOf(options);
  return server
    ? askServer(server, `${pathOf("projects", project, "export")}?format=json`, planSchema)
    : locally(async () => exportPlan(await cliProject(project, "project:read"), new Date()));
}

async function save(file: string, content: string): Promise<void> {
  await writeFile(file, content).catch((error: unknown) => {
    throw new AppError("INVALID", `${file} cannot be written (${errorCode(error) ?? "unknown"}).`);
  });
}

/** Lines shown of each kind; a file that was never kept in step differs in hundreds. */
const SHOWN = 20;

function marked(sign: string, lines: readonly string[]): string[] {
  const shown = lines.slice(0, SHOWN).map((line) => `${sign} ${line}`);
  return lines.length > SHOWN ? [...shown, `${sign} … and ${lines.length - SHOWN} more`] : shown;
}

const lagText = (file: string, project: string, { gone, added, reordered }: Lag): string =>
  [
    `${file} lags behind the project ${project}.`,
    ...(reordered ? ["The lines are the same, in another order."] : []),
    ...marked("-", gone),
    ...marked("+", added),
  ].join("\n");

/** Whether a file says what the project says. What cannot be told is thrown, and is never "up to date". */
async function check(file: string, project: string, options: Options): Promise<Answer> {
  const { plan } = parsePlan(readSource(await readInput(file)).text);
  const lag = lagOf(plan, await planOf(project, options));
  if (!lag) return { text: `${file} is up to date.`, json: { upToDate: true }, exitCode: PASSED };
  return { text: lagText(file, project, lag), json: { upToDate: false, ...lag }, exitCode: FAILED };
}

/** Prints a project as a file or saves it, or checks whether a file is up to date. */
export async function exportPlanOf(project: string, options: Options): Promise<Answer> {
  const format = parseInput(exportFormatSchema, options.format);
  if (options.check !== undefined) return check(options.check, project, options);
  const content = FORMS[format].write(await planOf(project, options));
  if (options.output === undefined)
    return { text: content.replace(/\r?\n$/, ""), json: { project, content } };
  await save(options.output, content);
  return { text: `Wrote ${options.output}.`, json: { project, file: options.output } };
}

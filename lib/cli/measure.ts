import type { z } from "zod";
import { isId } from "@/lib/data/access";
import { findCriterionId } from "@/lib/data/criterion-reference";
import { recordMeasurement } from "@/lib/data/measurements";
import { AppError, notFound } from "@/lib/domain/errors";
import { presentRecorded } from "@/lib/http/present-phase";
import { phaseSchema, projectSchema, recordedSchema } from "@/lib/schemas/api-project";
import { measurementSchema } from "@/lib/schemas/measurements";
import { parseInput } from "@/lib/schemas/parse-input";
import type { Answer } from "./answer";
import { cliProject, locally } from "./local";
import { askServer, pathOf, type Server, serverOf } from "./remote";

interface Options {
  sampleSize?: string;
  measuredAt?: string;
  note?: string;
  url?: string;
  token?: string;
}

type Recorded = z.output<typeof recordedSchema>;

const numberOf = (text: string, what: string): number => {
  const number = Number(text.trim() === "" ? Number.NaN : text);
  if (Number.isFinite(number)) return number;
  throw new AppError("INVALID", `${what} must be a number, like 97.5; this is "${text}".`);
};

/** The id of a criterion on a server, where programs find keys only phase by phase. */
async function remoteCriterionId(server: Server, project: string, key: string): Promise<string> {
  if (isId(key)) return key;
  const { phases } = await askServer(server, pathOf("projects", project), projectSchema);
  for (const phase of phases) {
    const { criteria } = await askServer(
      server,
      pathOf("projects", project, "phases", phase.key),
      phaseSchema,
    );
    const found = criteria.find((criterion) => criterion.key === key);
    if (found) return found.id;
  }
  throw notFound(`The criterion "${key}"`);
}

async function recordRemotely(
  server: Server,
  project: string,
  criterion: string,
  body: object,
): Promise<Recorded> {
  const id = await remoteCriterionId(server, project, criterion);
  return askServer(server, pathOf("criteria", id, "measurements"), recordedSchema, body);
}

const recordLocally = (project: string, criterion: string, body: object): Promise<Recorded> =>
  locally(async () => {
    const access = await cliProject(project, "item:work");
    const id = await findCriterionId(access, criterion);
    return presentRecorded(await recordMeasurement(access, id, parseInput(measurementSchema, body)));
  });

/** Records one measurement; `criterion` is a key or an id. */
export async function measure(
  project: string,
  criterion: string,
  value: string,
  { sampleSize, measuredAt, note, url, token }: Options,
): Promise<Answer> {
  const body = {
    value: numberOf(value, "The value"),
    ...(sampleSize === undefined ? {} : { sampleSize: numberOf(sampleSize, "--sample-size") }),
    ...(measuredAt === undefined ? {} : { measuredAt }),
    ...(note === undefined ? {} : { note }),
  };
  const server = serverOf({ url, token });
  const recorded = await (server
    ? recordRemotely(server, project, criterion, body)
    : recordLocally(project, criterion, body));
  const { text, result, reason } = recorded.criterion;
  return { text: `Recorded ${recorded.value} for "${text}": ${result}. ${reason}`, json: recorded };
}

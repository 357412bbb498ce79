import type { z } from "zod";
import { checkGate } from "@/lib/data/gate-check";
import { presentCheck } from "@/lib/http/present-check";
import { checkQuerySchema, checkSchema } from "@/lib/schemas/api-write";
import { parseInput } from "@/lib/schemas/parse-input";
import { type Answer, FAILED, PASSED } from "./answer";
import { cliProject, locally } from "./local";
import { askServer, pathOf, type Server, serverOf } from "./remote";

interface Options {
  sha?: string;
  url?: string;
  token?: string;
}

type Check = z.output<typeof checkSchema>;

const WORDS: Record<Check["result"], string> = {
  pass: "The gate is passed.",
  warn: "The gate is passed, but something needs attention.",
  pass_override: "The gate is passed by an override.",
  fail: "The gate is not passed.",
};

const askRemotely = (
  server: Server,
  project: string,
  phase: string,
  sha: string | undefined,
): Promise<Check> => {
  const query = sha === undefined ? "" : `?sha=${encodeURIComponent(sha)}`;
  return askServer(server, `${pathOf("projects", project, "phases", phase, "check")}${query}`, checkSchema);
};

const askLocally = (project: string, phase: string, sha: string | undefined): Promise<Check> =>
  locally(async () => {
    const access = await cliProject(project, "project:read");
    return presentCheck(await checkGate(access, phase, sha ?? null, new Date()));
  });

/**
 * Whether a gate is passed. Whatever cannot be told (no server, no such phase) is thrown, and the command then ends as
 * "could not tell", never as "passed".
 */
export async function checkGateOf(project: string, phase: string, options: Options): Promise<Answer> {
  const { sha } = parseInput(checkQuerySchema, { sha: options.sha });
  const server = serverOf(options);
  const check = await (server ? askRemotely(server, project, phase, sha) : askLocally(project, phase, sha));
  return {
    text: [WORDS[check.result], ...check.reasons.map((reason) => `  ${reason}`)].join("\n"),
    json: { project, phase, ...check },
    exitCode: check.result === "fail" ? FAILED : PASSED,
  };
}

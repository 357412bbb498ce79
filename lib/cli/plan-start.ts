import { createProjectFromStart } from "@/lib/data/template-writes";
import { listTemplates } from "@/lib/data/templates";
import { parseInput } from "@/lib/schemas/parse-input";
import { newProjectSchema } from "@/lib/schemas/projects";
import type { Answer } from "./answer";
import { cliWorkspace, locally } from "./local";

/** Makes a project from a template, or with three bare phases, as its owner would. */
export async function startProject(
  name: string,
  { template = "empty" }: { template?: string },
): Promise<Answer> {
  const { projectId, slug } = await locally(async () =>
    createProjectFromStart(
      await cliWorkspace("project:create"),
      parseInput(newProjectSchema, { name, start: template }),
    ),
  );
  return { text: `Made the project ${slug}.`, json: { id: projectId, slug } };
}

/** Every template there is to start from, a line each. */
export async function showTemplates(): Promise<Answer> {
  const data = await locally(async () => listTemplates(await cliWorkspace("workspace:read")));
  const width = Math.max(...data.map(({ key }) => key.length));
  const lines = data.map(({ key, title, version }) => `${key.padEnd(width)}  ${title}, version ${version}`);
  return { text: lines.join("\n"), json: { data } };
}

import { importMarkdown } from "@/lib/data/import-drafts";
import type { Answer } from "./answer";
import { cliWorkspace, locally } from "./local";
import { type CorrectionOptions, readCorrections } from "./read-corrections";
import { readInput } from "./read-file";

/** Makes a project from a plan, as its owner would. */
export async function importPlan(
  file: string,
  { name, ...said }: { name?: string } & CorrectionOptions,
): Promise<Answer> {
  const corrected = await readCorrections(said);
  const content = await readInput(file);
  const { projectId, slug, notes, unplaced } = await locally(async () =>
    importMarkdown(await cliWorkspace("project:create"), { name: name ?? null, content, ...corrected }),
  );
  const lines = [`Made the project ${slug}.`];
  if (unplaced.length > 0)
    lines.push(`${unplaced.length} lines were not understood; \`plan inspect\` shows them.`);
  return { text: lines.join("\n"), json: { id: projectId, slug, notes, unplaced } };
}

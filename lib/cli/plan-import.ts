import { importMarkdown } from "@/lib/data/import-drafts";
import { AppError } from "@/lib/domain/errors";
import type { Answer } from "./answer";
import { cliWorkspace, locally } from "./local";
import { type CorrectionOptions, readCorrections } from "./read-corrections";
import { readInput } from "./read-file";

export interface ImportOptions extends CorrectionOptions {
  name?: string;
  dryRun?: boolean;
  onConflict?: string;
  url?: string;
  token?: string;
  json?: boolean;
}

/** Makes a project from a plan, as its owner would. @throws AppError INVALID for options of a merge */
export async function importPlan(
  file: string,
  { name, dryRun, onConflict, url, token, ...said }: ImportOptions,
): Promise<Answer> {
  if (dryRun || [onConflict, url, token].some((option) => option !== undefined))
    throw new AppError(
      "INVALID",
      "--dry-run, --on-conflict, --url and --token are for merging; say the project with --into.",
    );
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

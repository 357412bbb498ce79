import { mergePlanFile } from "@/lib/data/plan-merges";
import { AppError } from "@/lib/domain/errors";
import { mergeInWords } from "@/lib/domain/plan-merges";
import { type Merged, mergedSchema, mergeQuerySchema } from "@/lib/schemas/api-merges";
import { parseInput } from "@/lib/schemas/parse-input";
import { type Answer, FAILED, PASSED } from "./answer";
import { cliProject, locally } from "./local";
import { differenceLines, differencesOf } from "./plan-diff";
import type { ImportOptions } from "./plan-import";
import { readInput } from "./read-file";
import { askServer, pathOf, serverOf } from "./remote";

interface MergeOptions extends ImportOptions {
  into: string;
}

/** @throws AppError INVALID for options of an import that makes a project */
function refuseMaking({ name, fold, corrections }: MergeOptions): void {
  if (name ?? fold ?? corrections)
    throw new AppError(
      "INVALID",
      "--name, --fold and --corrections are for a new project; with --into the file is read as the project's first one was.",
    );
}

type OnConflict = "stop" | "file" | "project";

async function merge(
  content: Uint8Array,
  { into, ...options }: MergeOptions,
  { onConflict, preview }: { onConflict: OnConflict; preview: string },
): Promise<Merged> {
  const server = serverOf(options);
  if (server) {
    const query = new URLSearchParams({ onConflict, preview });
    return askServer(server, `${pathOf("projects", into, "merges")}?${query}`, mergedSchema, content);
  }
  const answers = { each: {}, otherwise: onConflict === "stop" ? null : onConflict };
  return locally(async () =>
    mergePlanFile(await cliProject(into, "plan:edit"), { content, answers, preview }),
  );
}

/**
 * Merges a newer file into the project it belongs to: 0 merged or nothing to do, 1 conflicts that nobody answered (and
 * nothing was changed), 2 it could not be done.
 */
export async function mergeInto(file: string, options: MergeOptions): Promise<Answer> {
  refuseMaking(options);
  const { onConflict } = parseInput(mergeQuerySchema, { onConflict: options.onConflict });
  const content = await readInput(file);
  const differences = await differencesOf(options.into, content, options);
  const { changes, conflicts, preview, leftOut, notes } = differences;
  const lines = [...notes.map((note) => `# ${note}`), ...differenceLines(differences)];
  const stops = conflicts.length > 0 && onConflict === "stop";
  const json = { changes, conflicts, leftOut, notes };
  if (stops)
    return {
      text: [
        ...lines,
        `${conflicts.length} to decide (?): merge in the browser, or with --on-conflict file or project. Nothing was changed.`,
      ].join("\n"),
      json: { merged: false, ...json },
      exitCode: FAILED,
    };
  if (options.dryRun)
    return {
      text:
        lines.length > notes.length
          ? lines.join("\n")
          : `${file} changes nothing in the project ${options.into}.`,
      json: { merged: false, ...json },
      exitCode: PASSED,
    };
  const merged = await merge(content, options, { onConflict, preview });
  const done =
    changes.length + conflicts.length === 0
      ? `${file} changes nothing in the project ${options.into}.`
      : `Merged ${file} into the project ${options.into}: ${mergeInWords(merged.counts)}.`;
  return {
    text: [...lines, done].join("\n"),
    json: { merged: merged.id !== null, id: merged.id, counts: merged.counts, ...json },
    exitCode: PASSED,
  };
}

import { AppError } from "@/lib/domain/errors";
import { type Corrections, NO_CORRECTIONS } from "@/lib/domain/plan-corrections";
import { parseInput } from "@/lib/schemas/parse-input";
import { correctionsSchema, foldTargetsSchema } from "@/lib/schemas/plan-corrections";
import { readInput } from "./read-file";

export interface CorrectionOptions {
  corrections?: string;
  fold?: string;
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError(
      "INVALID",
      `${file} is not JSON. It should say what is read otherwise (docs/command-line.md).`,
    );
  }
}

/**
 * How a plan is to be understood, as the options of a command say.
 * @throws AppError NOT_FOUND for a file that cannot be read; INVALID saying what is wrong in it
 */
export async function readCorrections({ corrections: file, fold }: CorrectionOptions): Promise<{
  corrections: Corrections;
  fold: string[];
}> {
  const targets = fold === undefined ? [] : parseInput(foldTargetsSchema, fold);
  if (file === undefined) return { corrections: NO_CORRECTIONS, fold: targets };
  const text = new TextDecoder().decode(await readInput(file));
  return { corrections: parseInput(correctionsSchema, parsed(file, text)), fold: targets };
}

import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { createInterface } from "node:readline";
import { readCheckpoints, verifyAuditLines } from "@/lib/data/audit-lines";
import { verifyAuditUnscoped } from "@/lib/data/audit-verify";
import { AppError } from "@/lib/domain/errors";
import { type Answer, FAILED, PASSED } from "./answer";
import { locally } from "./local";

async function linesOf(file: string): Promise<AsyncIterable<string>> {
  await access(file).catch(() => {
    throw new AppError("NOT_FOUND", `The file ${file} cannot be read.`);
  });
  return createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
}

const intact = (events: number, chains: number) =>
  `The audit is intact: ${events} events in ${chains} ${chains === 1 ? "chain" : "chains"}.`;

const atTime = (at: string | null) => (at ? ` of ${at}` : "");

/** Checks an exported file, without a database. */
async function verifyFile(file: string): Promise<Answer> {
  const verdict = await verifyAuditLines(await linesOf(file));
  if (verdict.ok) return { text: intact(verdict.events, verdict.chains), json: verdict, exitCode: PASSED };
  const { line, seq, action, at, why } = verdict;
  const event = seq === null ? "" : `, event ${seq}${action ? ` (${action})` : ""}${atTime(at)}`;
  return { text: `The audit is broken at line ${line}${event}: ${why}`, json: verdict, exitCode: FAILED };
}

/** @param checkpoints an exported file whose ends of chains must still be there */
async function verifyDatabase(checkpoints: string | undefined): Promise<Answer> {
  const heads = checkpoints !== undefined ? await readCheckpoints(await linesOf(checkpoints)) : undefined;
  const verdict = await locally(() => verifyAuditUnscoped(null, heads));
  if (verdict.ok) return { text: intact(verdict.events, verdict.chains), json: verdict, exitCode: PASSED };
  const { project, chain, seq, action, at, why } = verdict.broken;
  const event = `event ${seq}${action ? ` (${action})` : ""}${atTime(at)}`;
  return {
    text: `The audit is broken at ${event} in ${project ? `"${project}"` : `chain ${chain}`}: ${why}`,
    json: verdict,
    exitCode: FAILED,
  };
}

/** Checks the audit of the database, or of an exported file; the text names the first broken event. */
export const verifyAuditOf = (
  file: string | undefined,
  { checkpoints }: { checkpoints?: string | undefined },
): Promise<Answer> => (file === undefined ? verifyDatabase(checkpoints) : verifyFile(file));

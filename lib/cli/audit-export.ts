import { exportAuditUnscoped } from "@/lib/data/audit-export";
import type { Answer } from "./answer";
import { locally } from "./local";

/** Prints the whole audit as lines of JSON, as they are read: a chain may be longer than the memory. */
export const exportAuditLines = (): Promise<Answer> =>
  locally(async () => {
    for await (const line of exportAuditUnscoped(null))
      if (!process.stdout.write(`${line}\n`))
        await new Promise((resolve) => process.stdout.once("drain", resolve));
    return { text: "", json: null };
  });

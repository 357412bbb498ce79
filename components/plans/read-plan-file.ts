import type { ActionResult } from "@/lib/domain/action-result";
import { PLAN_MAX_BYTES } from "@/lib/domain/plan-size";

const refused = (code: "TOO_LARGE" | "INVALID", message: string) =>
  ({ ok: false, error: { code, message } }) satisfies ActionResult<string>;

/** The bytes of a file as base64, so that the server finds out its encoding. Refused here when it is too large to send. */
export async function readPlanFile(file: File): Promise<ActionResult<string>> {
  if (file.size > PLAN_MAX_BYTES)
    return refused("TOO_LARGE", `A plan may be 2 MB at most; “${file.name}” is larger.`);
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let binary = "";
    for (let at = 0; at < bytes.length; at += 32_768)
      binary += String.fromCharCode(...bytes.subarray(at, at + 32_768));
    return { ok: true, value: btoa(binary) };
  } catch {
    return refused("INVALID", `“${file.name}” could not be read. Is it still there?`);
  }
}

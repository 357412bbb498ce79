import { doctor } from "@/lib/ops/doctor";
import { type Answer, FAILED, PASSED } from "./answer";

/** Looks for what would keep the product from working on this machine. */
export async function examine(): Promise<Answer> {
  const checks = await doctor();
  const isWell = checks.every(({ ok }) => ok);
  return {
    text: checks.map(({ ok, name, says }) => `${ok ? "ok  " : "FAIL"}  ${name}: ${says}`).join("\n"),
    json: { ok: isWell, checks },
    exitCode: isWell ? PASSED : FAILED,
  };
}

import { spawn } from "node:child_process";

/** What a command printed and how it ended. */
export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command line as its own process, as `npm run -s phasegate -- …` does. */
export function phasegate(
  args: string[],
  { stdin = "", variables = {} }: { stdin?: string; variables?: Record<string, string> } = {},
): Promise<Ran> {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "lib/cli/main.ts", ...args],
    { env: { ...process.env, NODE_ENV: "production", ...variables } },
  );
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  // A command that ends without reading closes the pipe; that is no fault.
  child.stdin.on("error", () => undefined);
  child.stdin.end(stdin);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { AppError } from "@/lib/domain/errors";

const LONGEST = 10_000;

async function typed(): Promise<string> {
  process.stderr.write("Password: ");
  // What is typed is echoed to nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once("line", resolve);
      lines.once("SIGINT", () => reject(new AppError("INVALID", "Cancelled; nothing was changed.")));
      lines.once("close", () => reject(new AppError("INVALID", "No password was typed.")));
    });
  } finally {
    lines.close();
    process.stderr.write("\n");
  }
}

async function piped(): Promise<string> {
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) {
    text += chunk;
    if (text.includes("\n") || text.length > LONGEST) break;
  }
  return text.split(/\r?\n/, 1)[0] ?? "";
}

/**
 * The first line of standard input, never an argument: arguments are seen by everybody on the machine.
 * @throws AppError INVALID when there is none
 */
export async function readPassword(): Promise<string> {
  const password = await (process.stdin.isTTY ? typed() : piped());
  if (password !== "") return password;
  throw new AppError("INVALID", "The password is read from standard input, and nothing was there.");
}

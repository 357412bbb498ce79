import { createRequire } from "node:module";
import { join } from "node:path";
import { checkServer } from "./check-server";
import { env, settings } from "./env";
import { migrate } from "./migrate";
import { OperatorError } from "./operator-error";
import { productRoot } from "./product-root";

// The image's entry: bundled into one file, it brings the database up to date and becomes the web server that
// `next build` wrote. Any number of them may start at once; one migrates, the others wait.

async function main(): Promise<void> {
  const { DATABASE_URL } = env();
  if (!settings().NEXTAUTH_SECRET)
    throw new OperatorError("NEXTAUTH_SECRET is not set: every replica needs the same one.");
  await checkServer(DATABASE_URL);
  await migrate(DATABASE_URL);
  createRequire(join(productRoot, "server.js"))("./server.js");
}

main().catch((error: unknown) => {
  console.error(error instanceof OperatorError ? error.message : error);
  process.exit(1);
});

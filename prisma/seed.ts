import { demoPeople } from "@/lib/auth/demo-people";
import { locally } from "@/lib/cli/local";
import { createDemoUnscoped } from "@/lib/data/demo";
import { isInstalledUnscoped } from "@/lib/data/installation";
import { listDemoSignInsUnscoped } from "@/lib/data/setup";
import { settings } from "@/lib/ops/env";

// Fills an empty installation with the demo, for development: `npx prisma db seed`, or
// `node --conditions=react-server --import tsx prisma/seed.ts`. Run again, it changes nothing and shows the sign-ins.

async function seed(): Promise<string> {
  if (settings().NODE_ENV === "production")
    throw new Error("The demo is not for production. Nothing was changed.");
  return locally(async () => {
    if (!(await isInstalledUnscoped())) await createDemoUnscoped(await demoPeople());
    const signIns = await listDemoSignInsUnscoped();
    if (signIns.length === 0) throw new Error("This server has a workspace of its own. Nothing was changed.");
    return signIns.map(({ name, email, password }) => `${name}: ${email} ${password}`).join("\n");
  });
}

seed().then(
  (signIns) => process.stdout.write(`${signIns}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DemoSignIns } from "@/components/setup/demo-sign-ins";
import { Door } from "@/components/setup/door";
import { SignInForm } from "@/components/setup/sign-in-form";
import { currentActor, sessionSecret } from "@/lib/auth/current-actor";
import { isInstalledUnscoped } from "@/lib/data/installation";
import { listDemoSignInsUnscoped } from "@/lib/data/setup";
import { returnPath } from "@/lib/domain/return-path";

export const metadata: Metadata = { title: "Sign in" };

type Search = Promise<{ next?: string | string[] }>;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { next } = await searchParams;
  const goTo = returnPath(typeof next === "string" ? next : undefined);
  if (await currentActor()) redirect(goTo);
  if (!(await isInstalledUnscoped())) redirect("/setup");
  const hasEnded = (await sessionSecret()) !== undefined;
  const demo = await listDemoSignInsUnscoped();
  return (
    <Door
      title="Sign in"
      lead={hasEnded ? "Your session has ended. Sign in to go on." : "Every gate shows why it is what it is."}
    >
      <SignInForm next={goTo} />
      {demo.length > 0 && <DemoSignIns people={demo} next={goTo} />}
    </Door>
  );
}

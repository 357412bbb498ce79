import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DemoButton } from "@/components/setup/demo-button";
import { Door } from "@/components/setup/door";
import { SetupForm } from "@/components/setup/setup-form";
import { makeDemoAction, setupAction } from "@/lib/actions/setup";
import { isInstalledUnscoped } from "@/lib/data/installation";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage() {
  if (await isInstalledUnscoped()) redirect("/sign-in");
  return (
    <Door title="Set up this server" lead="You become its owner. This page works once.">
      <SetupForm setUp={setupAction} />
      <DemoButton makeDemo={makeDemoAction} />
    </Door>
  );
}

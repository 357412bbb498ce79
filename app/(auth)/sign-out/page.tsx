import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Door } from "@/components/setup/door";
import { SignOut } from "@/components/setup/sign-out";
import { currentActor } from "@/lib/auth/current-actor";

export const metadata: Metadata = { title: "Sign out" };

export default async function SignOutPage() {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const isOurs = (await headers()).get("sec-fetch-site") === "same-origin";
  return (
    <Door title="Sign out" lead={`You are signed in as ${actor.name}.`}>
      <SignOut atOnce={isOurs} />
    </Door>
  );
}

import "server-only";
import { demoSignIns } from "@/lib/data/demo";
import type { DemoSignIn } from "@/lib/schemas/setup";
import { hashPassword } from "./passwords";

const hashed = async (person: DemoSignIn) => ({
  ...person,
  passwordHash: await hashPassword(person.password),
});

/** The people of a new demo, with passwords of this demo alone: shown, and hashed as everybody's. The first owns it. */
export async function demoPeople() {
  const [ana, ben, chidi] = demoSignIns();
  return [await hashed(ana), await hashed(ben), await hashed(chidi)] as const;
}

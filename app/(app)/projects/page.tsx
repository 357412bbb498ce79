import { redirect } from "next/navigation";
import { workspacePage } from "@/lib/auth/page-access";

/** The portfolio is the first page; this address is what people type. */
export default async function ProjectsPage() {
  await workspacePage("workspace:read");
  redirect("/");
}

"use client";
import { RoleTooWeak } from "@/components/shell/role-too-weak";

// A client component, because Next sends it along with every page.
export default function Forbidden() {
  return <RoleTooWeak />;
}

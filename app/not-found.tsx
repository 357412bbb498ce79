"use client";
import { NothingHere } from "@/components/shell/nothing-here";

// A client component, because Next sends it along with every page.
export default function NotFound() {
  return <NothingHere />;
}

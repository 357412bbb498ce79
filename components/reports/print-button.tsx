"use client";
import { Button } from "@/components/ui/button";

/** Opens the browser's print dialog, which writes with the fonts of the reader's own machine. */
export function PrintButton() {
  return <Button onClick={() => window.print()}>Print</Button>;
}

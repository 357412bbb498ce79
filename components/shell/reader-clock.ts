import "server-only";
import { cookies } from "next/headers";
import type { ReaderClock } from "@/components/ui/time-format";
import { isZone } from "@/lib/domain/zone-formatter";

/** The reader's zone, from the cookie their browser set, and this moment: what every page passes to what shows a time. */
export async function readerClock(fallbackZone = "UTC"): Promise<ReaderClock> {
  const zone = decodeURIComponent((await cookies()).get("tz")?.value ?? "");
  return { zone: zone && isZone(zone) ? zone : fallbackZone, now: new Date().toISOString() };
}

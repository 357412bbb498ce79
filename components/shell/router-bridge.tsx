"use client";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { navigationSignal, refreshSignal, toastSignal } from "@/components/ui/signals";
import { remember } from "./device-cookies";
import { softTarget } from "./soft-target";

const Toaster = dynamic(() => import("@/components/ui/toaster").then((module) => module.Toaster), {
  ssr: false,
});

/**
 * Follows plain links inside the product without loading the page anew, so that long lists need no client component
 * for each link; does what signals ask for; tells the server the reader's zone.
 */
export function RouterBridge() {
  const router = useRouter();
  const [toasts, setToasts] = useState(false);

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const href = softTarget(event);
      if (href === null) return;
      event.preventDefault();
      router.push(href);
    };
    document.addEventListener("click", follow);
    const stops = [
      navigationSignal.listen((href) => router.push(href)),
      refreshSignal.listen(() => router.refresh()),
    ];
    return () => {
      document.removeEventListener("click", follow);
      for (const stop of stops) stop();
    };
  }, [router]);

  useEffect(() => toastSignal.whenWaiting(() => setToasts(true)), []);

  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone && remember("tz", zone)) router.refresh();
  }, [router]);

  return toasts ? <Toaster /> : null;
}

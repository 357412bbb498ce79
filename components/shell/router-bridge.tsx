"use client";
import { useRouter } from "next/navigation";
import { type ComponentType, useEffect, useState, useTransition } from "react";
import { navigationSignal, refreshSignal, toastSignal } from "@/components/ui/signals";
import { remember } from "./device-cookies";
import { installPatientFetch } from "./patient-fetch";
import { softTarget } from "./soft-target";

const UNREACHABLE_MS = 10_000;

/**
 * Follows plain links inside the product without loading the page anew, so that long lists need no client component
 * for each link; does what signals ask for; tells the server the reader's zone.
 */
export function RouterBridge() {
  const router = useRouter();
  const [toaster, setToaster] = useState<{ Toaster: ComponentType } | null>(null);
  const [unreachable, setUnreachable] = useState(0);
  const [isOnTheWay, onTheWay] = useTransition();
  const [isOutdated, setOutdated] = useState(false);

  useEffect(installPatientFetch, []);

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const href = softTarget(event);
      if (href === null) return;
      event.preventDefault();
      onTheWay(() => router.push(href));
    };
    document.addEventListener("click", follow);
    const stops = [
      navigationSignal.listen((href) => onTheWay(() => router.push(href))),
      refreshSignal.listen(() => setOutdated(true)),
    ];
    return () => {
      document.removeEventListener("click", follow);
      for (const stop of stops) stop();
    };
  }, [router]);

  // Reading a page anew breaks off the way to another one, which would then begin again.
  useEffect(() => {
    if (!isOutdated || isOnTheWay) return;
    setOutdated(false);
    router.refresh();
  }, [router, isOutdated, isOnTheWay]);

  useEffect(
    () =>
      toastSignal.whenWaiting(() =>
        import("@/components/ui/toaster").then(setToaster, () => setUnreachable(Date.now())),
      ),
    [],
  );

  useEffect(() => {
    if (unreachable === 0) return;
    const timer = setTimeout(() => setUnreachable(0), UNREACHABLE_MS);
    return () => clearTimeout(timer);
  }, [unreachable]);

  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone && remember("tz", zone)) router.refresh();
  }, [router]);

  return (
    <>
      {isOnTheWay && <div role="progressbar" aria-label="Loading the page" className="on-the-way" />}
      {toaster && <toaster.Toaster />}
      {!toaster && unreachable > 0 && (
        // A server that is away cannot send what shows messages; the first one may be just that.
        <div className="toasts">
          <p role="alert" className="toast">
            The server could not be reached. Try again in a moment.
          </p>
        </div>
      )}
    </>
  );
}

import type { Instrumentation } from "next";

/** Bytes a stream takes before it asks to wait. Node's own 64 KB from version 22 on; with 16 a page waited between its two parts. */
const HIGH_WATER_MARK = 64 * 1024;

/** What everybody does all day: the state of one item. */
const TICK = /^\/api\/v1\/items\/(?<id>[0-9a-f-]{36})$/i;

/**
 * Called by Next once before a server process answers: pages get their headers, ticks their answers, browsers their
 * scripts and styles, and it keeps standings, history and the time limit of reviews.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const [
    { setDefaultHighWaterMark },
    { watchRequests },
    { startRefresher },
    { closeExpiredReviewsUnscoped },
  ] = await Promise.all([
    import("node:stream"),
    import("@/lib/http/page-headers"),
    import("@/lib/data/refresher"),
    import("@/lib/data/expired-reviews"),
  ]);
  setDefaultHighWaterMark(false, HIGH_WATER_MARK);
  watchRequests();
  // `next dev` would go on calling the handler as it was when the server started.
  if (process.env.NODE_ENV === "production") {
    const [{ answerBeforeNext }, { compressedFiles }, { PATCH }] = await Promise.all([
      import("@/lib/http/before-next"),
      import("@/lib/http/compressed-files"),
      import("@/app/api/v1/items/[id]/route"),
    ]);
    answerBeforeNext(
      [{ method: "PATCH", address: TICK, handler: PATCH }],
      compressedFiles(".next/compressed"),
    );
  }
  startRefresher(closeExpiredReviewsUnscoped);
}

/**
 * Called by Next for what no door caught: a page that could not be rendered, an error of Next itself. Routes and actions
 * tell their own (lib/http/refusal.ts).
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === "edge") return;
  const { reportPageError } = await import("@/lib/http/page-error");
  reportPageError(error, request.headers["x-request-id"], request.path, context.routePath);
};

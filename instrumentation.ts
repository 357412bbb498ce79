import type { Instrumentation } from "next";

/**
 * Called by Next for what no door caught: a page that could not be rendered, an error of Next itself. Routes and actions
 * tell their own (lib/http/refusal.ts).
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === "edge") return;
  const { reportPageError } = await import("@/lib/http/page-error");
  reportPageError(error, request.headers["x-request-id"], request.path, context.routePath);
};

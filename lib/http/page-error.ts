import { log } from "@/lib/ops/log";

/** Logs what a page failed with. The query of the address is left out: it may hold what somebody typed. */
export function reportPageError(
  error: unknown,
  requestId: string | string[] | undefined,
  path: string,
  route: string,
): void {
  const id = Array.isArray(requestId) ? requestId[0] : requestId;
  log().error({ requestId: id, path: path.split("?")[0], route, err: error }, "page error");
}

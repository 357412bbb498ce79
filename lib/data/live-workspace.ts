import "server-only";
import type { ProjectAccess, WorkspaceAccess } from "./access";
import { onChange } from "./listener";

/** A workspace in a rush is told of once in this time. */
const SETTLE_MS = 1_000;

/**
 * Tells that something in the workspace changed, without saying what: a list then asks again for what it shows.
 *
 * @returns stops the watching
 */
export function watchWorkspace(access: WorkspaceAccess, changed: () => void): () => void {
  let settling: NodeJS.Timeout | null = null;
  const tell = () => {
    settling ??= setTimeout(() => {
      settling = null;
      changed();
    }, SETTLE_MS);
  };
  const stop = onChange(({ workspaceId }) => {
    if (workspaceId === access.workspaceId) tell();
  }, tell);
  return () => {
    stop();
    if (settling) clearTimeout(settling);
  };
}

/**
 * Tells that members, roles or tokens of the workspace may have changed: who listens may have to stop.
 *
 * @returns stops the watching
 */
export function watchMembers(
  { workspaceId }: ProjectAccess | WorkspaceAccess,
  changed: () => void,
): () => void {
  // The workspace's own chain has the workspace's id.
  return onChange(({ chain }) => {
    if (chain === workspaceId) changed();
  }, changed);
}

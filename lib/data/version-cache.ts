import "server-only";
import { LRUCache } from "lru-cache";

interface Kept<Value> {
  value: Value;
  /** what it was read at */
  version: string;
  /** from this moment on time alone may have changed it; null: never */
  validUntil: Date | null;
}

/** Values of one kind, read from the database and kept in this process for as long as they are true. */
export interface VersionCache<Value extends object> {
  /** @param version as the database gives it for this very request @returns null when nothing true is kept */
  find(key: string, version: string, now: Date): Value | null;
  keep(key: string, version: string, validUntil: Date | null, value: Value): void;
}

/**
 * A cache that nobody has to clear: each request brings the present version from the database, and what was read at
 * another one is not found. So several processes need not tell each other of changes (docs/decisions/0008-version-cache.md).
 *
 * @param most how many values are kept, the ones used last
 */
export function versionCache<Value extends object>(most: number): VersionCache<Value> {
  const kept = new LRUCache<string, Kept<Value>>({ max: most });
  return {
    find(key, version, now) {
      const found = kept.get(key);
      if (!found || found.version !== version) return null;
      return found.validUntil === null || now < found.validUntil ? found.value : null;
    },
    keep(key, version, validUntil, value) {
      kept.set(key, { value, version, validUntil });
    },
  };
}

import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What a pool of database connections tells about itself; a `pg` Pool fits. */
export interface WatchedPool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

interface Metrics {
  registry: Registry;
  requests: Histogram<"route" | "method" | "status">;
  realtime: Gauge;
  pools: Set<WatchedPool>;
}

// On globalThis: a bundler may load this module once for each entry, and all of them must share one registry.
const holder = globalThis as typeof globalThis & { phasegateMetrics?: Metrics };

function create(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const pools = new Set<WatchedPool>();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "phasegate_database_connections",
    help: "Connections of this process to the database, and requests waiting for one.",
    labelNames: ["state"],
    registers,
    collect() {
      const sum = (count: (pool: WatchedPool) => number) =>
        [...pools].reduce((total, pool) => total + count(pool), 0);
      this.set(
        { state: "busy" },
        sum((pool) => pool.totalCount - pool.idleCount),
      );
      this.set(
        { state: "idle" },
        sum((pool) => pool.idleCount),
      );
      this.set(
        { state: "waiting" },
        sum((pool) => pool.waitingCount),
      );
    },
  });
  return {
    registry,
    pools,
    requests: new Histogram({
      name: "phasegate_http_request_duration_seconds",
      help: "Time to answer a request, by route, method and status.",
      labelNames: ["route", "method", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    realtime: new Gauge({
      name: "phasegate_realtime_connections",
      help: "Browsers that listen for changes through this process.",
      registers,
    }),
  };
}

function metrics(): Metrics {
  holder.phasegateMetrics ??= create();
  return holder.phasegateMetrics;
}

/** Counts one answered request. `route` is the route's name, never the address, so that there are few of them. */
export function observeRequest(route: string, method: string, status: number, seconds: number): void {
  metrics().requests.observe({ route, method, status: String(status) }, seconds);
}

/** Shows a pool's connections in the metrics, until the returned function is called. */
export function watchPool(pool: WatchedPool): () => void {
  metrics().pools.add(pool);
  return () => metrics().pools.delete(pool);
}

/** Counts one listening browser, until the returned function is called. */
export function countRealtimeConnection(): () => void {
  metrics().realtime.inc();
  let open = true;
  return () => {
    if (open) metrics().realtime.dec();
    open = false;
  };
}

/** All metrics as Prometheus reads them. */
export async function renderMetrics(): Promise<{ contentType: string; body: string }> {
  const { registry } = metrics();
  return { contentType: registry.contentType, body: await registry.metrics() };
}

import { expect, it } from "vitest";
import { countRealtimeConnection, observeRequest, renderMetrics, watchPool } from "./metrics";

it("shows requests, connections of the pool, listening browsers and the process", async () => {
  observeRequest("check", "GET", 200, 0.02);
  const forget = watchPool({ totalCount: 5, idleCount: 2, waitingCount: 1 });
  const close = countRealtimeConnection();
  const { contentType, body } = await renderMetrics();
  expect(contentType).toContain("text/plain");
  for (const line of [
    'phasegate_http_request_duration_seconds_count{route="check",method="GET",status="200"} 1',
    'phasegate_http_request_duration_seconds_bucket{le="0.025",route="check",method="GET",status="200"} 1',
    'phasegate_database_connections{state="busy"} 3',
    'phasegate_database_connections{state="waiting"} 1',
    "phasegate_realtime_connections 1",
  ])
    expect(body).toContain(line);
  expect(body).toContain("process_cpu_seconds_total");
  forget();
  close();
  close();
  const after = (await renderMetrics()).body;
  expect(after).toContain('phasegate_database_connections{state="busy"} 0');
  expect(after).toContain("phasegate_realtime_connections 0");
});

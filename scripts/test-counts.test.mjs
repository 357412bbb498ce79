import { expect, it } from "vitest";
import { playwrightCounts, sumCounts, vitestCounts } from "./test-counts.mjs";

it("counts a test file that cannot be loaded as a failure", () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    testResults: [
      { status: "passed", assertionResults: [{ status: "passed" }] },
      { status: "failed", assertionResults: [{ status: "failed" }] },
      { status: "failed", assertionResults: [] },
    ],
  };
  expect(vitestCounts(report)).toEqual({ passed: 3, failed: 2 });
});

it("counts what Playwright says, skipped tests as neither", () => {
  const stats = { expected: 5, flaky: 1, unexpected: 2, skipped: 4 };
  expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 6, failed: 3 });
});

it("leaves out reports of steps that were not reached", () => {
  expect(sumCounts([["/no/such/report.json", vitestCounts]])).toEqual({ passed: 0, failed: 0 });
});

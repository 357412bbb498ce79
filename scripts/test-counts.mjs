import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number }} Counts */

/** What a Vitest JSON report says; a file that could not be loaded counts as one failure. @returns {Counts} */
export function vitestCounts(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

/** What a Playwright JSON report says; an error outside any test counts as one failure. @returns {Counts} */
export function playwrightCounts(report) {
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length };
}

/** The sum over all reports that were written. @param {[string, (report: unknown) => Counts][]} reports */
export function sumCounts(reports) {
  const total = { passed: 0, failed: 0 };
  for (const [file, read] of reports) {
    if (!existsSync(file)) continue;
    const { passed, failed } = read(JSON.parse(readFileSync(file, "utf8")));
    total.passed += passed;
    total.failed += failed;
  }
  return total;
}

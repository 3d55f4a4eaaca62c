/** Adds up what the steps of a test run counted and says it in the one closing line. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What a vitest JSON report counted. A file that could not even be collected counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests };
}

/**
 * What a playwright JSON report counted; an error outside any test counts as one failure.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  const broken = errors.length > 0 && stats.unexpected === 0 ? 1 : 0;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + broken, skipped: stats.skipped };
}

/**
 * What a whole run counted. A run that leaves no whole report has crashed, and one that ends with an error although no test
 * failed (an error outside any test) has failed too: each is a failure, not an absence of tests.
 * @template T
 * @param {boolean} passed whether the tool ended without an error
 * @param {string | null} report the text of its JSON report
 * @param {(report: T) => Counts} count
 * @returns {Counts}
 */
export function countRun(passed, report, count) {
  const failure = { passed: 0, failed: 1, skipped: 0 };
  if (report === null) return failure;
  try {
    const counted = count(JSON.parse(report));
    return passed || counted.failed > 0 ? counted : { ...counted, failed: 1 };
  } catch {
    return failure;
  }
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sumCounts(all) {
  return all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }), {
    passed: 0,
    failed: 0,
    skipped: 0,
  });
}

/**
 * @param {Counts} counts
 * @returns {string} the closing line
 */
export function closingLine(counts) {
  return `${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`;
}

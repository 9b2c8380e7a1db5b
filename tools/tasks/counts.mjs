import { readJson } from './paths.mjs'

const none = { passed: 0, failed: 0, skipped: 0 }

/** What a Vitest JSON report counted. A file that could not be loaded is one failed test: it ran none of its own. */
export function countVitest(path) {
  const report = readJson(path)
  if (!report) return undefined
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0)
  }
}

/** What a Playwright JSON report counted. A test that passed only on a retry passed; the report names it flaky. */
export function countPlaywright(path) {
  const report = readJson(path)
  if (!report) return undefined
  const { expected, flaky, unexpected, skipped } = report.stats
  const unloaded = expected + flaky + unexpected + skipped === 0 ? report.errors.length : 0
  return { passed: expected + flaky, failed: unexpected + unloaded, skipped }
}

/** The sum of several counts. */
export function sum(counts) {
  return counts.reduce(
    (total, count) => ({
      passed: total.passed + count.passed,
      failed: total.failed + count.failed,
      skipped: total.skipped + count.skipped
    }),
    none
  )
}

/** A count as people and scripts read it: "12 passed, 0 failed", with ", 3 skipped" if any were. */
export function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

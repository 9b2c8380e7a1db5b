import { readJson } from './paths.mjs'

const none = { passed: 0, failed: 0, skipped: 0, flaky: [] }

/**
 * What a Vitest JSON report counted, and in `flaky` the names of what passed at a second try only. A file that could not be loaded
 * is one failed test: it ran none of its own.
 */
export function countVitest(path) {
  const report = readJson(path)
  if (!report) return undefined
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    // Vitest keeps what went wrong before a try that passed.
    flaky: tests.filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0).map(({ fullName }) => fullName)
  }
}

/** What a Playwright JSON report counted, and in `flaky` the names of what passed at a second try only. */
export function countPlaywright(path) {
  const report = readJson(path)
  if (!report) return undefined
  const { expected, flaky, unexpected, skipped } = report.stats
  const unloaded = expected + flaky + unexpected + skipped === 0 ? report.errors.length : 0
  return { passed: expected + flaky, failed: unexpected + unloaded, skipped, flaky: report.suites.flatMap(flakySpecs) }
}

function flakySpecs(suite) {
  const here = (suite.specs ?? []).filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title)
  return [...here, ...(suite.suites ?? []).flatMap(flakySpecs)]
}

/** The sum of several counts. */
export function sum(counts) {
  return counts.reduce(
    (total, count) => ({
      passed: total.passed + count.passed,
      failed: total.failed + count.failed,
      skipped: total.skipped + count.skipped,
      flaky: [...total.flaky, ...count.flaky]
    }),
    none
  )
}

/** A count as people and scripts read it: "12 passed, 0 failed", with ", 3 skipped" and ", 1 at the second try" if any were. */
export function describe({ passed, failed, skipped, flaky }) {
  const more = [skipped > 0 ? `, ${skipped} skipped` : '', flaky.length > 0 ? `, ${flaky.length} at the second try` : '']
  return `${passed} passed, ${failed} failed${more.join('')}`
}

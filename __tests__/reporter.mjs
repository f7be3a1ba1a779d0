// Ends a test run with the reasons why tests were skipped, and with one plain line, for tools that read
// no more than that. With FAIL_ON_SKIP a run that skips a test fails: CI proves with it that it runs them.
export default class PlainLine {
  #isFiltered
  #skipped = 0

  constructor({ testNamePattern }) {
    this.#isFiltered = Boolean(testNamePattern)
  }

  onRunComplete(_, results) {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = results
    this.#skipped = numPendingTests
    const failed = numFailedTests + numRuntimeErrorTestSuites
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
    // `npm test -- -t NAME` skips every other test.
    const reasons = this.#isFiltered ? [] : reasonsOf(results)
    const refused = this.getLastError()
    const closing = `${numPassedTests} passed, ${failed} failed${skipped}`
    const lines = [...reasons, ...(refused ? [refused.message] : []), closing]
    // The runner's own summary comes after this call.
    process.once('exit', () => console.log(lines.join('\n')))
  }

  getLastError() {
    const isRefused = process.env.FAIL_ON_SKIP && this.#skipped > 0
    return isRefused ? new Error('With FAIL_ON_SKIP no test may be skipped.') : undefined
  }
}

// A skipped test has the reason in its name: "… (skipped: only root can mount a file system)".
function reasonsOf({ testResults }) {
  const skipped = testResults
    .flatMap((file) => file.testResults)
    .filter(({ status }) => status === 'pending')
    .map(({ fullName }) => /\(skipped: ([^)]+)\)/.exec(fullName)?.[1] ?? `no reason: ${fullName}`)
  const counts = Object.entries(Object.groupBy(skipped, (reason) => reason))
  return counts.map(([reason, tests]) => `Skipped ${tests.length}: ${reason}`)
}

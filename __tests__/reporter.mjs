// Ends a test run with one plain line, for tools that read no more than that.
export default class PlainLine {
  onRunComplete(_, results) {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = results
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
    const failed = numFailedTests + numRuntimeErrorTestSuites
    // The runner's own summary comes after this call.
    process.once('exit', () => console.log(`${numPassedTests} passed, ${failed} failed${skipped}`))
  }
}

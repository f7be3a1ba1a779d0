/**
 * Measures the processor time that something in this process takes, in milliseconds. Unlike the time of
 * a clock, it is nearly the same on a busy machine.
 */
export function processorTimeOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

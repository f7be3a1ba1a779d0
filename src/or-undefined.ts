/**
 * Does what may fail, when nothing is known to be there or to be readable.
 *
 * @returns what it returns, or undefined when it throws
 */
export function orUndefined<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

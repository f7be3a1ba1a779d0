// The end of main from outside: the runner stops a step when the run is cancelled and when `timeout-minutes` is
// over, with the same signal.
import { titledError } from '../runner/titled-error.ts'

const stoppedByRunner = new Error('The runner stopped the step.')

/** Returns a signal that is aborted when the runner stops this step, or by an error that nothing catches. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => controller.abort(stoppedByRunner))
  }
  // Node would end the process, and print the error on standard error, where masks do not hold yet.
  process.on('uncaughtException', (error) => controller.abort(error))
  return controller.signal
}

/**
 * Does a part of a login.
 *
 * @param activity as the end of "while the action was …"
 * @throws what the work throws; when `stopped` is aborted, the cause of that, because every other error follows
 *   from it
 */
export async function during<T>(
  activity: string,
  stopped: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!stopped.aborted) throw error
    if (stopped.reason !== stoppedByRunner) throw stopped.reason
    throw titledError(
      'Step stopped',
      `The runner stopped the step while the action was ${activity}: the run was cancelled, or \`timeout-minutes\` was over.`,
    )
  }
}

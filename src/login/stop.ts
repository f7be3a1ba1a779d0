// The end of main by a signal: the runner stops a step when the run is cancelled and when `timeout-minutes` is
// over, with the same signal.
import { titledError } from '../runner/titled-error.ts'

/** Returns a signal that is aborted when the runner stops this step. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort())
  return controller.signal
}

/**
 * Does a part of a login.
 *
 * @param activity as the end of "while the action was …"
 * @throws what the work throws; when the runner has stopped the step, an Error that says so, because it is the
 *   cause of every other one
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
    throw titledError(
      'Step stopped',
      `The runner stopped the step while the action was ${activity}: the run was cancelled, or \`timeout-minutes\` was over.`,
    )
  }
}

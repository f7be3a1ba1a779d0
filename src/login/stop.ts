// What ends a login from outside: the runner, or an early log-out.
import { titledError } from '../runner/titled-error.ts'
import { isClosed } from '../session/find.ts'
import type { Context } from './context.ts'

const stoppedByRunner = new Error('The runner stopped the step.')

/**
 * Returns a signal that is aborted when the runner stops this step, or by an error that nothing catches. The
 * runner sends the same signals when the run is cancelled and when `timeout-minutes` is over, on Windows SIGBREAK
 * as the second. SIGHUP comes when somebody closes the terminal of a runner.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const) {
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
 * @throws what the work throws; when something else ended the login meanwhile, that, because every other error
 *   follows from it
 */
export async function during<T>(
  activity: string,
  context: Context,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } finally {
    refuseEnded(activity, context)
  }
}

function refuseEnded(activity: string, { session, stopped }: Context): void {
  if (isClosed(session)) {
    throw titledError(
      'Session closed',
      'A log-out of this job closed the session while its login was running. Start the log-out after the login has ended.',
    )
  }
  if (stopped.reason === stoppedByRunner) {
    throw titledError(
      'Step stopped',
      `The runner stopped the step while the action was ${activity}: the run was cancelled, or \`timeout-minutes\` was over.`,
    )
  }
  stopped.throwIfAborted()
}

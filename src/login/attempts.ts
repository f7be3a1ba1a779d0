// Calls the CLI, again after transient failures.
import { type Diagnosis, diagnose } from '../cli/failure.ts'
import { type Outcome, succeeded } from '../cli/run.ts'
import { retry } from '../network/retry.ts'
import { say } from '../runner/report.ts'
import type { Context } from './context.ts'

/** The shortest pause before another attempt, in milliseconds. */
export const backoffMs = 500

/** The outcome of a call that succeeded, or why all attempts failed. */
export type Result = { readonly outcome: Outcome } | { readonly failed: Diagnosis }

/**
 * Calls the CLI until it succeeds. Only transient failures are repeated: a refused token stays refused, and
 * repeating it could lock the account.
 *
 * @param prepare called before each further attempt; `false`: there is none
 * @throws Error when the runner stops the step between two attempts
 */
export async function attempt(
  call: () => Promise<Outcome>,
  { inputs, secrets, stopped }: Context,
  prepare: () => boolean = () => true,
): Promise<Result> {
  const attempts = inputs.loginAttempts
  const callOnce = async (number: number): Promise<Result> => {
    const outcome = await call()
    if (succeeded(outcome)) return { outcome }
    const failed = diagnose(outcome, secrets)
    if (failed.kind !== 'transient') return { failed }
    const times = number > 1 ? `${number} attempts failed. ` : ''
    throw Object.assign(new Error(failed.title), {
      failed: { ...failed, what: times + failed.what },
    })
  }
  try {
    return await retry(callOnce, {
      attempts,
      backoffMs,
      maxBackoffMs: 30_000,
      pauseAfter: (thrown) => (failedIn(thrown) === undefined ? undefined : 0),
      onRetry: (thrown, number, pauseMs) => {
        if (!prepare()) throw thrown
        const title = failedIn(thrown)?.title
        const pause = (pauseMs / 1000).toFixed(1)
        say(`Attempt ${number} of ${attempts} failed (${title}). Next attempt in ${pause} s.`)
      },
      signal: stopped,
    })
  } catch (thrown) {
    const failed = failedIn(thrown)
    if (failed === undefined) throw thrown
    return { failed }
  }
}

function failedIn(thrown: unknown): Diagnosis | undefined {
  return (thrown as { readonly failed?: Diagnosis }).failed
}

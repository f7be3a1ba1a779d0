// Calls the CLI, again after transient failures.
import { type Diagnosis, diagnose } from '../cli/failure.ts'
import { type Outcome, succeeded } from '../cli/run.ts'
import { retry } from '../network/retry.ts'
import { say } from '../runner/report.ts'
import type { Context } from './context.ts'

/** The shortest pause before another attempt, in milliseconds. */
export const backoffMs = 500

/**
 * Calls the CLI until it succeeds. Only transient failures are repeated: a refused token stays refused, and
 * repeating it could lock the account.
 *
 * @param prepare called before each further attempt; `false`: there is none
 * @throws Diagnosis of the last attempt; another Error when the runner stops the step between two attempts
 */
export async function attempt(
  call: () => Promise<Outcome>,
  { inputs, secrets, stopped }: Context,
  prepare: () => boolean = () => true,
): Promise<Outcome> {
  const attempts = inputs.loginAttempts
  const callOnce = async (number: number): Promise<Outcome> => {
    const outcome = await call()
    if (succeeded(outcome)) return outcome
    throw diagnose(outcome, secrets, number)
  }
  return await retry(callOnce, {
    attempts,
    backoffMs,
    maxBackoffMs: 30_000,
    pauseAfter: (thrown) => ((thrown as Diagnosis).kind === 'transient' ? 0 : undefined),
    onRetry: (thrown, number, pauseMs) => {
      if (!prepare()) throw thrown
      const { title } = thrown as Diagnosis
      const pause = (pauseMs / 1000).toFixed(1)
      say(`Attempt ${number} of ${attempts} failed (${title}). Next attempt in ${pause} s.`)
    },
    signal: stopped,
  })
}

// Logs the CLI of a session out.
import { diagnose, outputOf } from '../cli/failure.ts'
import { callLogout, type Outcome, succeeded } from '../cli/run.ts'
import type { Machine } from '../runner/machine.ts'
import { cliOf, type Session } from '../session/session.ts'

/** How a log-out went. */
export interface LoggedOut {
  /** `needless`: there was no valid login any more. */
  readonly result: 'succeeded' | 'needless' | 'failed'
  /** Why it failed. No words of the CLI: nobody here knows the token that they can hold. */
  readonly cause: string
}

const timeoutMs = 10_000

/** @param tokens no variable of the CLI holds them; may be unknown */
export async function logOut(
  session: Session,
  machine: Machine,
  tokens: readonly string[],
): Promise<LoggedOut> {
  // Not cancelled with the run: that is when it matters most.
  const limits = { timeoutMs, cancelled: new AbortController().signal }
  const outcome = await callLogout(cliOf(session, machine, tokens, limits))
  if (succeeded(outcome)) return { result: 'succeeded', cause: '' }
  return { result: isNeedless(outcome) ? 'needless' : 'failed', cause: causeOf(outcome) }
}

function isNeedless(outcome: Outcome): boolean {
  const { kind } = diagnose(outcome, [])
  const isLoggedOut = /\b(not|never|no longer) (currently )?logged in\b|\balready logged out\b/i
  return (
    kind === 'refused' || (outcome.stopped === undefined && isLoggedOut.test(outputOf(outcome)))
  )
}

function causeOf(outcome: Outcome): string {
  const { exitCode, signal, stopped } = outcome
  if (stopped === 'timeout') return `not finished within ${timeoutMs / 1000} seconds`
  const { title } = diagnose(outcome, [])
  const end = exitCode === null ? `signal ${signal}` : `exit code ${exitCode}`
  // A title such as "Login failed" explains nothing here.
  return title.startsWith('Login') ? end : `${title}, ${end}`
}

// Logs the CLI of a session out.
import { mkdirSync } from 'node:fs'
import { diagnose, outputOf } from '../cli/failure.ts'
import { callLogout, type Outcome, succeeded } from '../cli/run.ts'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { cliOf, partsOf, type Session } from '../session/session.ts'

/** How a log-out went. */
export interface LoggedOut {
  /** `refused`: the CLI says that there is no valid login; `needless`: there was none, so it was not asked. */
  readonly result: 'succeeded' | 'refused' | 'needless' | 'failed'
  /** Why it failed. No words of the CLI: nobody here knows the token that they can hold. */
  readonly cause: string
}

const timeoutMs = 10_000

/** Logs out, also when the runner stops the step: that is when it matters most. */
export async function logOut(session: Session, machine: Machine): Promise<LoggedOut> {
  // A step that deletes empty directories deletes this one too, and no CLI could start.
  orUndefined(() => mkdirSync(partsOf(session).cwd, { mode: 0o700 }))
  const outcome = await callLogout(cliOf(session, machine, { timeoutMs }))
  if (succeeded(outcome)) return { result: 'succeeded', cause: '' }
  const { kind, title } = diagnose(outcome, [])
  const isRefused = kind === 'refused' || loggedOut.test(outputOf(outcome))
  return { result: isRefused ? 'refused' : 'failed', cause: causeOf(outcome, title) }
}

const loggedOut = /\b(not|never|no longer) (currently )?logged in\b|\balready logged out\b/i

function causeOf({ exitCode, signal, limit }: Outcome, title: string): string {
  if (limit === 'timeout') return `not finished within ${timeoutMs / 1000} seconds`
  const ends = [exitCode !== null && `exit code ${exitCode}`, signal !== null && `signal ${signal}`]
  // A title such as "Login failed" explains nothing here.
  const known = !title.startsWith('Login') && title
  return [known, ...ends].filter((part) => part !== false).join(', ')
}

// Closes a session: logs out, removes the directory, searches for leftover copies of the tokens.
import { existsSync, lstatSync } from 'node:fs'
import { basename, join } from 'node:path'
import { distributions } from '../cli/distributions.ts'
import { outputOf, quote } from '../cli/failure.ts'
import { callLogout, type Outcome, succeeded } from '../cli/run.ts'
import { homesOf, type Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { say, warn } from '../runner/report.ts'
import { searchTokens } from '../session/leftovers.ts'
import { removeSession } from '../session/remove.ts'
import { cliOf, holdsLogin, partsOf, type Session } from '../session/session.ts'
import { redact } from '../token/redact.ts'

const logoutTimeoutMs = 10_000

/** The variable of the job by which post learns that an early log-out has closed a session. */
export function closedVariable({ directory }: Session): string {
  return `CHOREO_LOGIN_CLOSED_${basename(directory).slice(-16)}`
}

/**
 * Closes a session and prints one line about it. Each failure is a warning. A session that an early
 * log-out has closed, or that main never opened, needs nothing.
 *
 * @param tokens searched for afterwards; may be unknown
 * @param wasLoggedIn whether main reported a login
 * @returns whether the directory is gone
 */
export async function closeSession(
  session: Session,
  machine: Machine,
  tokens: readonly string[],
  wasLoggedIn: boolean,
): Promise<boolean> {
  const isThere = orUndefined(() => lstatSync(session.directory)) !== undefined
  const isClosed = machine.env[closedVariable(session)] === 'true'
  if (!isThere && (isClosed || !wasLoggedIn)) return true
  const isLoggedOut = await logOut(session, machine, tokens)
  const failures = await removeSession(session, machine.platform)
  if (!isThere) warnOfVanished(session)
  if (failures.length > 0) warnOfRemaining(failures, tokens)
  const searched = search(session, machine, tokens)
  if (!isThere || failures.length > 0) return failures.length === 0
  const done = isLoggedOut ? 'Logged out, and removed' : 'Removed'
  say(`${done} the session of \`${session.command}\`${searched}.`)
  return true
}

/**
 * Undoes a login that failed. It prints nothing, because the error that ended the login says everything.
 *
 * @param secrets no variable of the CLI holds them
 * @returns whether the directory is gone, and whether no login remains at Choreo
 */
export async function discardSession(
  session: Session,
  machine: Machine,
  secrets: readonly string[],
) {
  const isLoggedOut = !isLoggedIn(session) || succeeded(await runLogout(session, machine, secrets))
  const isGone = (await removeSession(session, machine.platform)).length === 0
  return { isGone, isLoggedOut }
}

async function logOut(
  session: Session,
  machine: Machine,
  tokens: readonly string[],
): Promise<boolean> {
  if (!isLoggedIn(session)) return false
  const outcome = await runLogout(session, machine, tokens)
  if (succeeded(outcome)) return true
  const what =
    outcome.stopped === 'timeout'
      ? `did not finish within ${logoutTimeoutMs / 1000} seconds`
      : 'failed'
  const lines = [
    `The log-out of the CLI ${what}.`,
    quote(redact(outputOf(outcome), tokens)),
    'Revoke the token if its session must not stay valid at Choreo.',
  ]
  warn('Log-out failed', lines.filter(Boolean).join('\n'))
  return false
}

// A login that was interrupted leaves files at most.
function isLoggedIn(session: Session): boolean {
  return existsSync(partsOf(session).loggedIn) || holdsLogin(session)
}

function runLogout(
  session: Session,
  machine: Machine,
  tokens: readonly string[],
): Promise<Outcome> {
  // Not cancelled with the run: that is when it matters most.
  const limits = { timeoutMs: logoutTimeoutMs, cancelled: new AbortController().signal }
  return callLogout(cliOf(session, machine, tokens, limits))
}

function warnOfVanished({ command }: Session): void {
  warn(
    'Session vanished',
    `The session of \`${command}\` was removed before the end of the job, so the action could not log out. ` +
      'Revoke the token if its session must not stay valid at Choreo, and do not empty RUNNER_TEMP in a step.',
  )
}

function warnOfRemaining(failures: readonly string[], tokens: readonly string[]): void {
  const more = failures.length > maxListed ? ` and ${failures.length - maxListed} more` : ''
  const listed = redact(failures.slice(0, maxListed).join('; '), tokens)
  warn(
    'Session not removed',
    `Some of the session could not be removed: ${listed}${more}. Remove it on the machine.`,
  )
}

const maxListed = 10

/** Returns the end of a sentence; empty when no token is known. */
function search(session: Session, machine: Machine, tokens: readonly string[]): string {
  if (tokens.length === 0) return ''
  const { homeDirectory } = distributions[session.cli]
  const homes = homesOf(machine).map((home) => join(home, homeDirectory))
  const places = [...homes, session.directory]
  const { found, files, isComplete } = searchTokens(tokens, machine.env, places)
  if (found.length > 0) {
    warn(
      'Leftover copies of the token',
      `The token was found after the log-out, in ${found.slice(0, maxListed).join(', ')}. ` +
        'Remove it there, and revoke the token if others can read it.',
    )
  }
  const extent = `${files} ${files === 1 ? 'file' : 'files'} searched`
  const result = found.length === 0 ? 'token not found' : `token found in ${found.length} files`
  return `; ${result}, ${extent}${isComplete ? '' : ', others skipped because of a limit'}`
}

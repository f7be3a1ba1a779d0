// Closes a session: logs out, removes the directory, and reports what failed.
import { existsSync, writeFileSync } from 'node:fs'
import { diagnose, outputOf } from '../cli/failure.ts'
import { callLogout, type Outcome, succeeded } from '../cli/run.ts'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { say, warn } from '../runner/report.ts'
import { titledError, withTitle } from '../runner/titled-error.ts'
import { isClosed } from '../session/find.ts'
import { removeSession } from '../session/remove.ts'
import { cliOf, filesInHome, partsOf, type Session } from '../session/session.ts'
import { type Standing, standingOf } from './standing.ts'

const logoutTimeoutMs = 10_000
const revoke = 'Revoke the token if its session must not stay valid at Choreo.'

/**
 * Closes a session at the end of the job, and prints one line about it. Each failure is a warning.
 *
 * @param tokens no variable of the CLI holds them; may be unknown
 * @param isLoggedIn whether main reported a login
 */
export async function closeSession(
  session: Session,
  machine: Machine,
  tokens: readonly string[],
  isLoggedIn: boolean,
): Promise<void> {
  const { command, logout } = session
  const standing = standingOf(session, machine.env, isLoggedIn)
  if (standing === 'open' && isLoggedIn && !logout) {
    say(
      `Nobody logs out of \`${command}\` (\`logout: false\`). The runner removes the files of the session with its temporary directory.`,
    )
    return
  }
  const outcome =
    standing === 'open' ? await logOut(session, machine, tokens, isLoggedIn) : undefined
  const failures = await removeSession(session, machine)
  if (isLoggedIn) warnOfFailedLogout(session, outcome)
  warnOfLeftovers(session, machine, standing, failures)
  if (standing === 'open' && failures.length === 0) sayRemoved(session, outcome)
}

/** Closes a session before the end of the job. Its directory stays, so that nobody else can make it again. */
export async function closeEarly(session: Session, machine: Machine): Promise<void> {
  const { accepted, closed } = partsOf(session)
  const isLoggedIn = existsSync(accepted)
  const standing = standingOf({ ...session, logout: true }, machine.env, isLoggedIn)
  // First, so that a login that is running sees why its files vanish. Later again, where the disk was full.
  const markClosed = () => orUndefined(() => writeFileSync(closed, '', { mode: 0o600 }))
  markClosed()
  const outcome = standing === 'open' ? await logOut(session, machine, [], isLoggedIn) : undefined
  const failures = await removeSession(session, machine, 'closed')
  markClosed()
  if (isLoggedIn) warnOfFailedLogout(session, outcome)
  warnOfLeftovers(session, machine, standing, failures)
  if (standing !== 'vanished' && failures.length === 0) sayRemoved(session, outcome)
}

/**
 * Undoes a login that failed. It prints nothing, because the error that ended the login says everything.
 *
 * @returns whether the directory is gone, and the error to report
 */
export async function discardSession(
  session: Session,
  machine: Machine,
  tokens: readonly string[],
  cause: unknown,
): Promise<{ readonly isGone: boolean; readonly error: unknown }> {
  const isAccepted = existsSync(partsOf(session).accepted)
  const wasClosed = isClosed(session.directory)
  const isOpen = standingOf(session, machine.env, isAccepted) === 'open'
  const outcome = isOpen ? await logOut(session, machine, tokens, isAccepted) : undefined
  const isGone = (await removeSession(session, machine)).length === 0
  if (wasClosed) return { isGone, error: closedMeanwhile() }
  const mayBeValid = isAccepted && (outcome === undefined || !hasEnded(outcome))
  return { isGone, error: mayBeValid ? withRevocation(cause) : cause }
}

/** Expects that no early log-out has closed a session while its login was running. */
export function refuseClosed({ directory }: Session): void {
  if (isClosed(directory)) throw closedMeanwhile()
}

function closedMeanwhile(): Error {
  return titledError(
    'Session closed',
    'A log-out of this job closed the session while its login was running. Start the log-out after the login has ended.',
  )
}

function withRevocation(cause: unknown): Error {
  const { title, message } = withTitle('Unexpected error', cause)
  return titledError(title, `${message}\nThe log-out failed too. ${revoke}`)
}

// Undefined: the login was never accepted, and left nothing to log out with.
async function logOut(
  session: Session,
  machine: Machine,
  tokens: readonly string[],
  isLoggedIn: boolean,
): Promise<Outcome | undefined> {
  if (!isLoggedIn && filesInHome(session).length === 0) return undefined
  // Not cancelled with the run: that is when it matters most.
  const limits = { timeoutMs: logoutTimeoutMs, cancelled: new AbortController().signal }
  return callLogout(cliOf(session, machine, tokens, limits))
}

// A log-out that finds no valid login has nothing to end.
function hasEnded(outcome: Outcome): boolean {
  if (succeeded(outcome)) return true
  const { title, kind } = diagnose(outcome, [])
  const isLoggedOut = /\b(not|never|no longer) (currently )?logged in\b|\balready logged out\b/i
  return (
    (outcome.stopped === undefined && isLoggedOut.test(outputOf(outcome))) ||
    kind === 'refused' ||
    title === 'CLI lost its session'
  )
}

// The words of the CLI are not quoted: nobody here knows the token that they can hold.
function warnOfFailedLogout({ command }: Session, outcome: Outcome | undefined): void {
  if (outcome === undefined || hasEnded(outcome)) return
  warn('Log-out failed', `The log-out of \`${command}\` failed (${causeOf(outcome)}). ${revoke}`)
}

function causeOf(outcome: Outcome): string {
  if (outcome.stopped === 'timeout') return `not finished within ${logoutTimeoutMs / 1000} seconds`
  const { title } = diagnose(outcome, [])
  const { exitCode, signal } = outcome
  const end = exitCode === null ? `signal ${signal}` : `exit code ${exitCode}`
  // A title such as "Login failed" explains nothing here.
  return title.startsWith('Login') ? end : `${title}, ${end}`
}

function warnOfLeftovers(
  { command, directory }: Session,
  { platform }: Machine,
  standing: Standing,
  failures: readonly string[],
): void {
  const isWindows = platform === 'win32'
  const path = isWindows
    ? `'${directory.replaceAll("'", "''")}'`
    : `'${directory.replaceAll("'", "'\\''")}'`
  const removal = isWindows
    ? `Remove-Item -Recurse -Force -LiteralPath ${path}`
    : `sudo rm -rf ${path}`
  const leftovers =
    failures.length === 0
      ? ''
      : `Files remain there (${failures.join(', ')}) and may hold credentials. Run \`${removal}\` on the machine.`
  if (standing === 'vanished') {
    warn(
      'Session vanished',
      `The session of \`${command}\` in ${directory}, or its CLI, was removed or changed before the end of the job, so the ` +
        `action could not log out. ${revoke} Do not empty RUNNER_TEMP in a step. ${leftovers}`.trimEnd(),
    )
  } else if (leftovers !== '') {
    warn(
      'Session not removed',
      `The session of \`${command}\` in ${directory} could not be removed completely. ${leftovers}`,
    )
  }
}

function sayRemoved({ command }: Session, outcome: Outcome | undefined): void {
  const removed = `the session of \`${command}\``
  if (outcome !== undefined && succeeded(outcome)) say(`Logged out, and removed ${removed}.`)
  else if (outcome !== undefined && hasEnded(outcome))
    say(`Removed ${removed}. The CLI was not logged in any more.`)
  else say(`Removed ${removed}.`)
}

// Closes a session: logs out, removes the directory, and reports what failed.
import { existsSync, writeFileSync } from 'node:fs'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { say, warn } from '../runner/report.ts'
import { titledError, withTitle } from '../runner/titled-error.ts'
import { closedError } from '../session/find.ts'
import { removeSession } from '../session/remove.ts'
import { mayHoldFiles, partsOf, type Session } from '../session/session.ts'
import { type LoggedOut, logOut } from './log-out.ts'
import { type Standing, standingOf } from './standing.ts'

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
  if (isLoggedIn && !logout && standingOf(session, machine.env, isLoggedIn) === 'open') {
    say(
      `Nobody logs out of \`${command}\` (\`logout: false\`). The runner removes the files of the session with its temporary directory.`,
    )
  } else report(session, machine, await end(session, machine, tokens, isLoggedIn))
}

/** Closes a session before the end of the job. Its directory stays, so that nobody else can make it again. */
export async function closeEarly(session: Session, machine: Machine): Promise<void> {
  const isLoggedIn = existsSync(partsOf(session).accepted)
  const wanted = { ...session, logout: true }
  const ending = await end(wanted, machine, [], isLoggedIn, 'closed')
  // Again: the disk may have been full before.
  markClosed(session)
  report(session, machine, ending)
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
  // It explains every other error.
  const closed = closedError(session)
  const isAccepted = existsSync(partsOf(session).accepted)
  const { loggedOut, failures } = await end(session, machine, tokens, isAccepted)
  const mayBeValid = isAccepted && (loggedOut?.result ?? 'failed') === 'failed'
  const error = closed ?? (mayBeValid ? withRevocation(cause) : cause)
  return { isGone: failures.length === 0, error }
}

interface Ending {
  readonly standing: Standing
  /** undefined: there was nothing to log out with, or nothing to log out of. */
  readonly loggedOut: LoggedOut | undefined
  readonly isLoggedIn: boolean
  /** Why files remain. */
  readonly failures: readonly string[]
}

async function end(
  session: Session,
  machine: Machine,
  tokens: readonly string[],
  isLoggedIn: boolean,
  keptPart?: 'closed',
): Promise<Ending> {
  const standing = standingOf(session, machine.env, isLoggedIn)
  const mayHoldLogin = isLoggedIn || mayHoldFiles(partsOf(session).home)
  const isNeeded = standing === 'open' && mayHoldLogin
  const loggedOut = isNeeded ? await logOut(session, machine, tokens) : undefined
  // Before the removal, so that a login that is running sees why its files vanish.
  if (keptPart === 'closed') markClosed(session)
  const failures = await removeSession(session, machine, keptPart)
  return { standing, loggedOut, isLoggedIn, failures }
}

function markClosed(session: Session): void {
  // Only as a new file: a pipe that a step has put there would never end.
  orUndefined(() => writeFileSync(partsOf(session).closed, '', { mode: 0o600, flag: 'wx' }))
}

function withRevocation(cause: unknown): Error {
  const { title, message } = withTitle('Unexpected error', cause)
  return titledError(title, `${message}\nThe log-out failed too. ${revoke}`)
}

const revoke = 'Revoke the token if its session must not stay valid at Choreo.'

function report(session: Session, { env, platform }: Machine, ending: Ending): void {
  const { command, directory } = session
  const { standing, loggedOut, isLoggedIn, failures } = ending
  const name = `the session of \`${command}\``
  if (isLoggedIn && loggedOut?.result === 'failed')
    warn(
      'Log-out failed',
      `The log-out of \`${command}\` failed (${loggedOut.cause}). ${revoke}`,
      env,
    )
  const leftovers = `Files remain in ${directory} (${failures.join(', ')}) and may hold credentials. Run \`${removal(directory, platform)}\` on the machine.`
  if (standing === 'vanished') {
    const message = `Before the end of the job, ${name} in ${directory}, or its CLI, was removed or changed, so the action could not log out. ${revoke}`
    warn('Session vanished', failures.length === 0 ? message : `${message}\n${leftovers}`, env)
  } else if (failures.length > 0) {
    warn('Session not removed', `The action could not remove ${name} completely. ${leftovers}`, env)
  } else if (standing === 'open') {
    if (loggedOut?.result === 'succeeded') say(`Logged out, and removed ${name}.`)
    else if (loggedOut?.result === 'needless')
      say(`Removed ${name}. The CLI was not logged in any more.`)
    else say(`Removed ${name}.`)
  }
}

function removal(directory: string, platform: string): string {
  return platform === 'win32'
    ? `Remove-Item -Recurse -Force -LiteralPath '${directory.replaceAll("'", "''")}'`
    : `sudo rm -rf '${directory.replaceAll("'", "'\\''")}'`
}

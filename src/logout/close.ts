// Closes a session: logs out, removes the directory, and reports what failed.
import { existsSync, writeFileSync } from 'node:fs'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { say, warn } from '../runner/report.ts'
import { titledError, withTitle } from '../runner/titled-error.ts'
import { isClosed } from '../session/find.ts'
import { removeSession } from '../session/remove.ts'
import { mayHoldFiles, partsOf, type Session } from '../session/session.ts'
import { type LoggedOut, logOut } from './log-out.ts'
import { type Standing, standingOf } from './standing.ts'

/**
 * Closes a session at the end of the job, and prints one line about it. Each failure is a warning.
 *
 * @param loggedIn whether main reported a login
 */
export async function closeSession(
  session: Session,
  machine: Machine,
  loggedIn: boolean,
): Promise<void> {
  const { command, logout } = session
  const hasLogin = loggedIn && logout
  if (loggedIn && !logout && standingOf(session, machine.env, hasLogin) === 'open') {
    say(
      `The action does not log out of \`${command}\`, because \`logout\` is \`false\`. The runner removes the files of the session with its temporary directory.`,
    )
  } else report(session, machine, await end(session, machine, hasLogin))
}

/** Closes a session before the end of the job. Its directory stays, so that nobody else can make it again. */
export async function closeEarly(session: Session, machine: Machine): Promise<void> {
  const ending = await end(session, machine, isAccepted(session), 'closed')
  // Again: the disk may have been full before.
  markClosed(session)
  report(session, machine, ending)
}

/**
 * Undoes a login that failed. It prints no warning: post removes what remains, or warns.
 *
 * @returns the error to report
 */
export async function discardSession(
  session: Session,
  machine: Machine,
  cause: unknown,
): Promise<unknown> {
  const { loggedOut, hasLogin, failures } = await end(session, machine, isAccepted(session))
  if (failures.length === 0) say('No file of the session remains.')
  return hasLogin && loggedOut.result === 'failed' ? withRevocation(cause) : cause
}

interface Ending {
  readonly standing: Standing
  /** Whether there was a login that had to be logged out. */
  readonly hasLogin: boolean
  readonly loggedOut: LoggedOut
  /** Why files remain. */
  readonly failures: readonly string[]
}

async function end(
  session: Session,
  machine: Machine,
  hasLogin: boolean,
  keptPart?: 'closed',
): Promise<Ending> {
  const ended = await leave(session, machine, hasLogin)
  // Before the removal, so that a login that is running sees why its files vanish.
  if (keptPart === 'closed') markClosed(session)
  const failures = await removeSession(session, machine, keptPart)
  return { ...ended, hasLogin, failures }
}

// Logs out where that is possible and needed.
async function leave(
  session: Session,
  machine: Machine,
  hasLogin: boolean,
): Promise<Pick<Ending, 'standing' | 'loggedOut'>> {
  const standing = standingOf(session, machine.env, hasLogin)
  if (standing === 'vanished') return { standing, loggedOut: { result: 'failed', cause: '' } }
  const needless: LoggedOut = { result: 'needless', cause: '' }
  const isNeeded = standing === 'open' && (hasLogin || mayHoldFiles(partsOf(session).home))
  if (!isNeeded) return { standing, loggedOut: needless }
  const loggedOut = await logOut(session, machine)
  // Another log-out at the same time has closed the session, and with it the CLI. It reports how that went.
  const isOvertaken = loggedOut.result === 'failed' && isClosed(session)
  return isOvertaken ? { standing: 'closed', loggedOut: needless } : { standing, loggedOut }
}

function isAccepted(session: Session): boolean {
  return existsSync(partsOf(session).accepted)
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
  const { standing, hasLogin, loggedOut, failures } = ending
  const name = `the session of \`${command}\``
  const leftovers = `Files remain in ${directory} (${failures.join(', ')}) and may hold credentials. Run \`${removal(directory, platform)}\` on the machine.`
  if (standing === 'vanished') {
    const message = `Before the end of the job, ${name} in ${directory}, or its CLI, was removed or changed, so the action could not log out. ${revoke}`
    warn('Session vanished', failures.length > 0 ? `${message}\n${leftovers}` : message, env)
    return
  }
  if (hasLogin && loggedOut.result === 'failed') {
    const message = `The log-out of \`${command}\` failed (${loggedOut.cause}). ${revoke}`
    warn('Log-out failed', message, env)
  }
  if (failures.length > 0) {
    warn('Session not removed', `The action could not remove ${name} completely. ${leftovers}`, env)
  } else if (standing === 'open') {
    const endings = {
      succeeded: `Logged out, and removed ${name}.`,
      refused: `Removed ${name}. The CLI reported no valid login.`,
      needless: `Removed ${name}. There was no login.`,
      failed: `Removed ${name}.`,
    }
    say(endings[loggedOut.result])
  }
}

function removal(directory: string, platform: string): string {
  return platform === 'win32'
    ? `Remove-Item -Recurse -Force -LiteralPath '${directory.replaceAll("'", "''")}'`
    : `sudo rm -rf '${directory.replaceAll("'", "'\\''")}'`
}

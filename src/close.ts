// The end of a session: log out, remove it, look once more for the token.
import { rm } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { info, warning } from '@actions/core'
import * as cli from './cli.ts'
import { quote } from './failure.ts'
import { changes, list, placesOf, restore } from './machine-home.ts'
import { backupOf, type Machine, removeSession, type Session, settingsOf } from './session.ts'
import { redact } from './token.ts'
import { findTraces } from './traces.ts'

// Loaded with this file, by those who need the one or the other only to close sessions.
export { openSessions, savedSession, sessionIn } from './session.ts'

const logoutMs = 10_000

/**
 * Closes a session, and says so in one line. What cannot be done is a warning.
 *
 * @param tokens looked for in what is left; may be unknown
 */
export async function closeSession(
  session: Session,
  machine: Machine,
  tokens: readonly string[],
): Promise<void> {
  const isLoggedOut = await logOut(session, machine, tokens)
  const undone: string[] = []
  const attempt = (what: Promise<unknown>) =>
    what.catch((error: Error) => undone.push(redact(error.message, tokens)))
  if (!session.isolate) await attempt(restoreHome(session))
  await attempt(removeStrays(session))
  await attempt(removeSession(session, machine.platform))
  if (undone.length > 0) {
    warning(`The session could not be removed entirely: ${undone.join(' ')}`, {
      title: 'Choreo session not removed',
    })
  }
  const proof = await proveNothingLeft(session, machine, tokens)
  const done = isLoggedOut ? 'Logged out, and removed' : 'Removed'
  if (undone.length === 0) info(`${done} the session of \`${session.command}\`${proof}.`)
}

/**
 * Undoes a login that did not come to its end: without a word, because the error that ended it says all.
 */
export async function closeQuietly(session: Session, machine: Machine): Promise<void> {
  if (session.isLoggedIn) await callLogout(session, machine, [])
  if (!session.isolate) await restoreHome(session).catch(() => {})
  await removeStrays(session).catch(() => {})
  await removeSession(session, machine.platform).catch(() => {})
}

/**
 * Looks for the token in what a login could have reached, and warns of every place that holds it.
 *
 * @returns the end of a sentence
 */
export async function proveNothingLeft(
  session: Session,
  { env }: Machine,
  tokens: readonly string[],
): Promise<string> {
  if (tokens.length === 0) return ''
  const places = [...placesOf(session.cliDirectory), session.directory]
  const { paths, isComplete } = await findTraces(tokens, env, places)
  if (paths.length > 0) {
    warning(
      `The token was found after the log-out, in ${paths.slice(0, 10).join(', ')}. Remove it there, and revoke the token if others can read it.`,
      { title: 'Traces of the token' },
    )
  }
  return `; ${paths.length} traces of the token are left${isComplete ? '' : ', as far as was searched'}`
}

async function logOut(
  session: Session,
  machine: Machine,
  tokens: readonly string[],
): Promise<boolean> {
  // Nothing to log out of: a login that never wrote anything, or one that failed in the machine's home.
  const hasWritten = session.isolate && changes(new Map(), await list([session.home])).length > 0
  if (!isAbsolute(session.cli) || !(hasWritten || session.isLoggedIn)) return false
  const outcome = await callLogout(session, machine, tokens)
  if (outcome.exitCode === 0 && outcome.stopped === undefined) return true
  const why =
    outcome.stopped === 'timeout' ? `did not end within ${logoutMs / 1000} seconds` : 'failed'
  const { stderr, stdout, startError } = outcome
  const said = redact(
    [stderr, stdout, startError].map((text) => text.slice(-4096)).join('\n'),
    tokens,
  )
  const lines = [
    `The log-out of the CLI ${why}. Its credentials are removed from this machine all the same.`,
    quote(said),
  ]
  warning(lines.filter(Boolean).join('\n'), { title: 'Choreo log-out failed' })
  return false
}

function callLogout(
  session: Session,
  { env, platform }: Machine,
  tokens: readonly string[],
): Promise<cli.Outcome> {
  return cli.logout({
    path: session.cli,
    env: { ...cli.scrub(env, tokens), HOME: session.home, ...settingsOf(session, platform) },
    timeoutMs: logoutMs,
    // Also when the run is cancelled: that is when it matters most.
    cancelled: new AbortController().signal,
  })
}

function restoreHome(session: Session): Promise<boolean> {
  return restore(join(session.home, session.cliDirectory), backupOf(session))
}

async function removeStrays({ strays, cliDirectory }: Session): Promise<void> {
  const places = placesOf(cliDirectory).map((place) => join(place, '/'))
  // The list may have been tampered with: nothing outside the CLI's own directories is removed.
  for (const path of strays.filter((path) =>
    places.some((place) => join(path).startsWith(place)),
  )) {
    await rm(path, { force: true })
  }
}

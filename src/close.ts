// The end of a session: log out, remove it, look once more for the token.
import { realpath, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { warning } from '@actions/core'
import { release } from './claim.ts'
import * as cli from './cli.ts'
import { quote } from './failure.ts'
import { changes, list, placesOf, restore } from './machine-home.ts'
import { say } from './report.ts'
import {
  backupOf,
  gitConfigOf,
  type Machine,
  removeSession,
  type Session,
  settingsOf,
} from './session.ts'
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
    what.catch((error: Error) => void undone.push(redact(error.message, tokens)))
  const restored = session.isolate ? undefined : await attempt(restoreHome(session))
  await attempt(removeStrays(session))
  await attempt(removeSession(session, machine.platform))
  if (undone.length > 0) {
    warning(`The session could not be removed entirely: ${undone.join(' ')}`, {
      title: 'Choreo session not removed',
    })
  }
  const proof = await proveNothingLeft(session, machine, tokens)
  if (undone.length > 0) return
  const done = isLoggedOut ? 'Logged out, and removed' : 'Removed'
  const also = restored ? `; ${restored} is as it was before` : ''
  say(`${done} the session of \`${session.command}\`${also}${proof}.`)
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
  const hasWritten = session.isolate && (await filesOf(session)).length > 0
  if (!isAbsolute(session.cli) || !(hasWritten || session.isLoggedIn)) return false
  const outcome = await callLogout(session, machine, tokens)
  if (outcome.exitCode === 0 && outcome.stopped === undefined) return true
  const why =
    outcome.stopped === 'timeout' ? `did not end within ${logoutMs / 1000} seconds` : 'failed'
  const { stdout, stderr, startError } = outcome
  const said = redact(
    [stdout, stderr, startError].map((text) => text.slice(-4096)).join('\n'),
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

async function filesOf(session: Session): Promise<readonly string[]> {
  const found = changes(new Map(), await list([session.home]))
  return found.filter((path) => path !== gitConfigOf(session))
}

// Returns the directory that was brought back, or nothing where nothing had been changed.
async function restoreHome(session: Session): Promise<string | undefined> {
  const directory = join(session.home, session.cliDirectory)
  try {
    return (await restore(directory, backupOf(session))) ? directory : undefined
  } finally {
    await release(directory, session.directory)
  }
}

// The list may have been tampered with, and directories may have become links: nothing outside of the
// CLI's own directories is removed.
async function removeStrays({ strays, cliDirectory }: Session): Promise<void> {
  if (strays.length === 0) return
  const places = await Promise.all(
    placesOf(cliDirectory).map((place) => realpath(place).catch(() => place)),
  )
  for (const path of strays) {
    const parent = await realpath(dirname(path)).catch(() => '')
    if (places.some((place) => join(parent, '/').startsWith(join(place, '/')))) {
      await rm(path, { force: true })
    }
  }
}

// The end of a session: log out, remove it, look once more for the token.
import { existsSync } from 'node:fs'
import { realpath, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import { warning } from '@actions/core'
import { quote } from '../cli/failure.ts'
import * as cli from '../cli/run.ts'
import { say } from '../runner/report.ts'
import { redact } from '../token/token.ts'
import { release } from './claim.ts'
import { findTraces } from './leftovers.ts'
import { list, placesOf, restore } from './machine-home.ts'
import {
  backupOf,
  endProcessesOf,
  gitConfigOf,
  type Machine,
  remainsOf,
  removeSession,
  type Session,
  settingsOf,
} from './session.ts'

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
  const failures: string[] = []
  const restored = await undo(session, machine, ({ message }) => failures.push(message))
  if (failures.length > 0) {
    const what = redact(failures.join(' '), tokens)
    warning(`The session could not be removed entirely: ${what}`, {
      title: 'Choreo session not removed',
    })
  }
  const proof = await proveNothingLeft(session, machine, tokens)
  if (failures.length > 0) return
  const done = isLoggedOut ? 'Logged out, and removed' : 'Removed'
  const also = restored ? `; ${restored} is as it was before` : ''
  say(`${done} the session of \`${session.command}\`${also}${proof}.`)
}

/**
 * Undoes a login that did not come to its end: without a word, because the error that ended it says all.
 */
export async function closeQuietly(session: Session, machine: Machine): Promise<void> {
  if (session.isLoggedIn) await callLogout(session, machine, [])
  await undo(session, machine, () => {})
}

// Returns the directory in the machine's home that was brought back, if one had been changed.
async function undo(
  session: Session,
  { platform }: Machine,
  failed: (error: Error) => void,
): Promise<string | undefined> {
  // The removal does it, too; but what lies outside of the session has to be left alone before.
  if (!session.isolate || session.strays.length > 0) endProcessesOf(session, platform)
  const restored = session.isolate
    ? undefined
    : await restoreHome(session).catch((error) => void failed(error))
  await removeStrays(session).catch(failed)
  await removeSession(session, platform).catch(failed)
  return restored
}

/**
 * Looks for the token in what a login could have reached, and warns of every place that holds it.
 *
 * @returns the end of a sentence
 */
async function proveNothingLeft(
  session: Session,
  { env }: Machine,
  tokens: readonly string[],
): Promise<string> {
  if (tokens.length === 0) return ''
  const places = [...placesOf(session.cliDirectory), ...remainsOf(session)]
  const { paths, isComplete } = findTraces(tokens, env, places)
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
  if (!isAbsolute(session.cli) || !isLogin(session)) return false
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

// There is nothing to log out of after a login that never wrote anything, after one that failed in the
// machine's home, and in a session that is half gone.
function isLogin(session: Session): boolean {
  if (!session.isolate) return session.isLoggedIn
  if (!existsSync(session.home)) return false
  if (session.isLoggedIn) return true
  return [...list([session.home]).keys()].some((path) => path !== gitConfigOf(session))
}

async function restoreHome(session: Session): Promise<string | undefined> {
  const directory = join(session.home, session.cliDirectory)
  try {
    return (await restore(directory, backupOf(session))) ? directory : undefined
  } catch (error) {
    throw new Error(`${directory} could not be brought back: ${(error as Error).message}.`)
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

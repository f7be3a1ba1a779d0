// Finds the sessions below RUNNER_TEMP, and tells those of this user from others.
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Environment } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { titledError } from '../runner/titled-error.ts'
import { partsOf, type Session } from './session.ts'

const sessionName = /^choreo-session-[0-9a-f]{16}$/

/**
 * Whether a directory is a session of this user: a real directory with our name, directly below RUNNER_TEMP.
 *
 * RUNNER_TEMP can be shared with other users, who can make directories there, and links. Nothing of theirs
 * is run or removed. On Windows the name and the place decide.
 */
export function isOurs(directory: string, env: Environment): boolean {
  const name = basename(directory)
  const isPlace = directory === join(env['RUNNER_TEMP'] ?? '', name)
  return isPlace && sessionName.test(name) && isOwnDirectory(directory)
}

/** Whether a path leads to a directory of this user, and not to a link. */
export function isOwnDirectory(path: string): boolean {
  const found = orUndefined(() => lstatSync(path))
  const user = process.geteuid?.()
  return found?.isDirectory() === true && (user === undefined || user === found.uid)
}

/** Whether an early log-out has closed a session. */
export function isClosed(session: Pick<Session, 'directory'>): boolean {
  return existsSync(partsOf(session).closed)
}

/** Whether a file is in a session, of this job or of another one. */
export function isInSession(path: string): boolean {
  const directories = path.split(/[\\/]/).slice(0, -1)
  return directories.some((name) => sessionName.test(name))
}

/** Lists the sessions of this user below RUNNER_TEMP that nobody has closed. */
export function openSessions(env: Environment): readonly Session[] {
  const found = directoriesIn(env).map((directory) => sessionIn(directory, env))
  return found.filter((session) => session !== undefined)
}

/**
 * Finds the sessions that an early log-out closes.
 *
 * @param wanted the input `session`: a directory, or `all`
 * @returns sessions that nobody has closed
 * @throws Error when there are only sessions of other users, or when `wanted` is not a session of this user
 */
export function sessionsToClose(wanted: string, env: Environment): readonly Session[] {
  if (wanted === 'all') {
    const sessions = openSessions(env)
    const foreign = directoriesIn(env).filter((directory) => !isOurs(directory, env))
    if (sessions.length > 0 || foreign.length === 0) return sessions
    throw titledError(
      'Session of another user',
      `There are only sessions of other users: ${foreign.join(', ')}. Run the log-out as the user that logged in.`,
    )
  }
  const session = sessionIn(wanted, env)
  if (session !== undefined) return [session]
  if (isOurs(wanted, env) && isClosed({ directory: wanted })) return []
  // An output of a login that was skipped must not close all sessions.
  const actual =
    wanted === ''
      ? 'empty: the login whose output it reads has not logged in'
      : `${JSON.stringify(wanted)}, which is not a session of this job and user`
  throw titledError(
    'Invalid input',
    `The input \`session\` is ${actual}. Expected \`all\`, or the output \`session\` of a login.`,
  )
}

// A marker holds a few paths.
const maxMarkerBytes = 65_536

// Undefined: there is no session of this user, or not yet.
function sessionIn(directory: string, env: Environment): Session | undefined {
  if (!isOurs(directory, env)) return undefined
  const { marker } = partsOf({ directory })
  // A step can put a pipe there, which never ends, or a file that no memory holds.
  const found = orUndefined(() => lstatSync(marker))
  if (found?.isFile() !== true || found.size > maxMarkerBytes) return undefined
  const session = orUndefined(() => JSON.parse(readFileSync(marker, 'utf8')) as Session)
  // A step can write anything there.
  const texts = [session?.command, session?.executable, session?.region]
  const isWhole = texts.every((text) => typeof text === 'string')
  return isWhole && session?.directory === directory ? session : undefined
}

function directoriesIn(env: Environment): readonly string[] {
  const temp = env['RUNNER_TEMP'] ?? ''
  const names = orUndefined(() => readdirSync(temp)) ?? []
  return names.filter((name) => sessionName.test(name)).map((name) => join(temp, name))
}

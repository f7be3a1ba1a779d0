// Finds the sessions below RUNNER_TEMP, and tells those of this user from others.
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
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
  const real = (path: string) => orUndefined(() => realpathSync(path)) ?? path
  const isPlace =
    resolve(directory) === directory &&
    sessionName.test(basename(directory)) &&
    real(dirname(directory)) === real(env['RUNNER_TEMP'] ?? '')
  return isPlace && isOwnDirectory(directory)
}

/** Whether a path leads to a directory of this user, and not to a link. */
export function isOwnDirectory(path: string): boolean {
  const found = orUndefined(() => lstatSync(path))
  const user = process.geteuid?.()
  return found?.isDirectory() === true && (user === undefined || user === found.uid)
}

/** Whether an early log-out has closed a session. */
export function isClosed(directory: string): boolean {
  return existsSync(partsOf({ directory }).closed)
}

/** Returns the error of a login whose session an early log-out has closed; undefined when none has. */
export function closedError({ directory }: Session): Error | undefined {
  if (!isClosed(directory)) return undefined
  return titledError(
    'Session closed',
    'A log-out of this job closed the session while its login was running. Start the log-out after the login has ended.',
  )
}

/** Whether a file is in a session, of this job or of another one. */
export function isInSession(path: string): boolean {
  const directories = path.split(/[\\/]/).slice(0, -1)
  return directories.some((name) => sessionName.test(name))
}

/** Reads a session from its directory; undefined when there is no session of this user, or not yet. */
export function sessionIn(directory: string, env: Environment): Session | undefined {
  if (!isOurs(directory, env)) return undefined
  const { marker } = partsOf({ directory })
  // A pipe in place of the marker would never end.
  const isFile = orUndefined(() => lstatSync(marker).isFile()) ?? false
  if (!isFile) return undefined
  const session = orUndefined(() => JSON.parse(readFileSync(marker, 'utf8')) as Session)
  // A step can write anything there.
  const texts = [session?.command, session?.executable, session?.region]
  const isWhole = texts.every((text) => typeof text === 'string')
  return isWhole && session?.directory === directory ? session : undefined
}

/** Lists the sessions of this user below RUNNER_TEMP that nobody has closed. */
export function openSessions(env: Environment): readonly Session[] {
  const found = directoriesIn(env).map((directory) => sessionIn(directory, env))
  return found.filter((session) => session !== undefined)
}

/** Lists what looks like a session below RUNNER_TEMP, but belongs to another user or is a link. */
export function foreignSessions(env: Environment): readonly string[] {
  return directoriesIn(env).filter((directory) => !isOurs(directory, env))
}

function directoriesIn(env: Environment): readonly string[] {
  const temp = env['RUNNER_TEMP'] ?? ''
  const names = orUndefined(() => readdirSync(temp)) ?? []
  return names.filter((name) => sessionName.test(name)).map((name) => join(temp, name))
}

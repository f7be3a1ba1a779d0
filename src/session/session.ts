// A session is a directory: the CLI's home, and the command that later steps call. Whatever the CLI
// writes lands inside it, and goes with it.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { distributions } from '../cli/distribution.ts'
import { endProcesses } from '../cli/processes.ts'
import type { Environment } from '../cli/run.ts'
import { orUndefined } from '../or-undefined.ts'
import { gitConfig } from './git-config.ts'
import { homes } from './machine-home.ts'
import { writeCommand } from './wrapper.ts'

/** Where the action runs: `process`, or what a test puts in its place. */
export interface Machine {
  readonly platform: string
  readonly arch: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/**
 * All that has to be known of a session to close it. It is saved before there is anything to close, in
 * the state of the step and in the session's own directory.
 */
export interface Session {
  /** Below RUNNER_TEMP, which the runner empties before and after every job. */
  readonly directory: string
  /** The CLI's home: inside the directory, or the machine's own with `isolate: false`. */
  readonly home: string
  readonly isolate: boolean
  readonly command: string
  /** The executable, absolute. */
  readonly cli: string
  /** The CLI's directory in a home, for example `.choreo`. */
  readonly cliDirectory: string
  readonly region: string
  /** `false`: it stays open when the job ends. */
  readonly logout: boolean
  readonly isLoggedIn: boolean
  /** Files that the CLI wrote outside of its home, against what it was told. */
  readonly strays: readonly string[]
}

const prefix = 'choreo-session-'
const marker = 'session.json'

/**
 * Names a new session, and touches nothing.
 *
 * @param temp RUNNER_TEMP
 * @throws Error when the machine's home is asked for, and there is none
 */
export function planSession(
  temp: string,
  plan: Omit<Session, 'directory' | 'home' | 'isLoggedIn' | 'strays'>,
): Session {
  const directory = join(temp, `${prefix}${randomBytes(8).toString('hex')}`)
  const home = plan.isolate ? join(directory, 'home') : homes()[0]
  if (home === undefined) {
    throw new Error(
      'The input `isolate` is "false", and the machine has no home directory: HOME is not set. Set it, or leave `isolate` out.',
    )
  }
  return { ...plan, directory, home, isLoggedIn: false, strays: [] }
}

/** The directory of a session that goes on PATH. */
export function binOf({ directory }: Session): string {
  return join(directory, 'bin')
}

/** The only file in a session's home that is not the CLI's. */
export function gitConfigOf({ home }: Session): string {
  return join(home, '.gitconfig')
}

/** Where a session keeps what the machine's home held before, with `isolate: false`. */
export function backupOf({ directory }: Session): string {
  return join(directory, 'before')
}

/**
 * Makes the directories of a session, for this user alone, and the command that later steps call.
 *
 * @returns the command's path
 * @throws Error of the file system
 */
export async function openSession(
  session: Session,
  { platform, env }: Pick<Machine, 'platform' | 'env'>,
): Promise<string> {
  const bin = binOf(session)
  for (const directory of [session.directory, join(session.directory, 'home'), bin]) {
    mkdirSync(directory, { mode: 0o700 })
    chmodSync(directory, 0o700)
  }
  if (platform === 'win32') await limitAccess(session.directory)
  markSession(session)
  if (session.isolate) writeFileSync(gitConfigOf(session), gitConfig(env, homes()[0] ?? ''))
  const { command: name, cli } = session
  return writeCommand({ name, bin, cli, settings: settingsOf(session, platform) }, platform)
}

/** Writes down in the session's directory what is known of it now. */
export function markSession(session: Session): void {
  writeFileSync(join(session.directory, marker), JSON.stringify(session), { mode: 0o600 })
}

const mark = 'CHOREO_LOGIN_SESSION'

/**
 * Lists the variables by which a CLI finds its home and leaves the keyring alone, and by which its
 * processes are found when the session ends.
 */
export function settingsOf(session: Session, platform: string): Environment {
  const { directory, home, isolate, region } = session
  return {
    SKIP_KEYRING: 'true',
    [mark]: directory,
    ...(region !== '' && { CHOREO_REGION: region }),
    ...(isolate && {
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DATA_HOME: join(home, '.local', 'share'),
      XDG_STATE_HOME: join(home, '.local', 'state'),
      XDG_CACHE_HOME: join(home, '.cache'),
      ...(platform === 'win32' && {
        USERPROFILE: home,
        APPDATA: join(home, 'AppData', 'Roaming'),
        LOCALAPPDATA: join(home, 'AppData', 'Local'),
      }),
    }),
  }
}

/**
 * Reads what was saved of a session, and finds out whether it is one.
 *
 * @param saved JSON, as it was saved; anything is possible
 * @param temp RUNNER_TEMP
 * @returns the session, or nothing when it is gone
 * @throws Error when this cannot be a session of this job: it would not be safe to remove it
 */
export function savedSession(saved: string, temp: string): readonly Session[] {
  const session = parse(saved)
  if (session === undefined) throw new Error('What was saved of the session cannot be read.')
  const isThere = isSession(session.directory, temp)
  // A log-out was killed while it removed the session.
  const isHalfGone = statsOf(movedFrom(session.directory)) !== undefined
  return isThere || isHalfGone ? [session] : []
}

/**
 * Reads a session from its directory.
 *
 * @throws Error when the directory is not that of a session of this job
 */
export function sessionIn(directory: string, temp: string): Session {
  const found = isSession(directory, temp) ? readMarker(directory) : undefined
  if (found === undefined) throw noSession(directory)
  return found
}

/** Lists the sessions of this job that are open. */
export function openSessions(temp: string): readonly Session[] {
  const names = orUndefined(() => readdirSync(temp)) ?? []
  return names
    .filter((name) => name.startsWith(prefix))
    .map((name) => orUndefined(() => sessionIn(join(temp, name), temp)))
    .filter((session) => session !== undefined)
}

/** Ends what still runs in a session: it could write its credentials again. */
export function endProcessesOf({ directory, home, isolate }: Session, platform: string): void {
  endProcesses([`${mark}=${directory}`, ...(isolate ? [`HOME=${home}`] : [])], platform)
}

const longestRemovalMs = 5000

/**
 * Removes a session with all that is in it, after ending what still runs in it.
 *
 * @throws Error of the file system, when something could not be removed within 5 s
 */
export async function removeSession(session: Session, platform: string): Promise<void> {
  const { directory } = session
  const deadline = process.uptime() * 1000 + longestRemovalMs
  // Whoever writes to the old place writes to nothing. Windows moves no directory with a file in use.
  orUndefined(() => renameSync(directory, movedFrom(directory)))
  for (let pauseMs = 50; ; pauseMs *= 2) {
    try {
      endProcessesOf(session, platform)
      for (const place of remainsOf(session)) removeAll(place)
      return
    } catch (error) {
      if (process.uptime() * 1000 + pauseMs > deadline) throw error
      await sleep(pauseMs)
    }
  }
}

/** Lists where a session is, or where what is left of it would be. */
export function remainsOf({ directory }: Session): readonly string[] {
  return [directory, movedFrom(directory)]
}

function movedFrom(directory: string): string {
  return `${directory}-ended`
}

function removeAll(directory: string): void {
  makeRemovable(directory)
  rmSync(directory, { recursive: true, force: true })
}

function isSession(directory: string, temp: string): boolean {
  const isPlace =
    isAbsolute(directory) &&
    /^[0-9a-f]{16}$/.test(basename(directory).slice(prefix.length)) &&
    basename(directory).startsWith(prefix) &&
    temp !== '' &&
    real(dirname(directory)) === real(temp)
  if (!isPlace) throw noSession(directory)
  const found = statsOf(directory)
  if (found !== undefined && !found.isDirectory()) throw noSession(directory)
  return found !== undefined
}

function readMarker(directory: string): Session | undefined {
  const path = join(directory, marker)
  // Reading a pipe that somebody has put there would never end.
  const isFile = statsOf(path)?.isFile() ?? false
  const session = isFile ? parse(readFileSync(path, 'utf8')) : undefined
  return session?.directory === directory ? session : undefined
}

// What a session was is written where the steps of a job can reach it. So nothing is believed that would
// end processes elsewhere, or remove anything outside of the session but a directory of the CLI.
function parse(text: string): Session | undefined {
  try {
    const session = JSON.parse(text) as Session
    const texts = ['directory', 'home', 'command', 'cli', 'region'] as const
    const decisions = ['isolate', 'logout', 'isLoggedIn'] as const
    const isWhole =
      texts.every((key) => typeof session[key] === 'string') &&
      decisions.every((key) => typeof session[key] === 'boolean') &&
      (!session.isolate || session.home === join(session.directory, 'home')) &&
      cliDirectories.includes(session.cliDirectory) &&
      Array.isArray(session.strays) &&
      session.strays.every((path) => typeof path === 'string')
    return isWhole ? session : undefined
  } catch {
    return undefined
  }
}

const cliDirectories = Object.values(distributions).map(({ homeDirectory }) => homeDirectory)

function noSession(directory: string): Error {
  return new Error(`"${directory}" is not a session of this job, so nothing was removed there.`)
}

function statsOf(path: string): Stats | undefined {
  return orUndefined(() => lstatSync(path))
}

function real(path: string): string {
  return orUndefined(() => realpathSync(path)) ?? path
}

// What mode 0700 is elsewhere: nobody inherits access, and the owner (S-1-3-4) has all of it.
async function limitAccess(directory: string): Promise<void> {
  const icacls = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'icacls.exe')
  const args = [directory, '/inheritance:r', '/grant:r', '*S-1-3-4:(OI)(CI)F']
  await promisify(execFile)(icacls, args, { timeout: 10_000, windowsHide: true })
}

// A file can be removed only from a directory that may be written to. A link is none of ours to follow, and
// what is another user's is left to the removal, which says so.
function makeRemovable(directory: string): void {
  try {
    if (!lstatSync(directory).isDirectory()) return
    chmodSync(directory, 0o700)
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.isDirectory()) makeRemovable(join(directory, entry.name))
    }
  } catch {
    // It is gone, or not ours.
  }
}

// A session is a directory: the home of a CLI, its executable, and the command that later steps call.
import { randomBytes } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import type { CliName } from '../cli/distributions.ts'
import { distributions, executableName } from '../cli/distributions.ts'
import { scrubbed } from '../cli/environment.ts'
import { sessionVariable } from '../cli/processes.ts'
import type { Cli } from '../cli/run.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { titledError } from '../runner/titled-error.ts'

/** What has to be known to close a session. It is saved before its directory is made. */
export interface Session {
  /** Directly below RUNNER_TEMP, which the runner empties before and after every job. */
  readonly directory: string
  /** The name of the command that later steps call. */
  readonly command: string
  readonly cli: CliName
  /** Absolute: inside the directory, or the input `cli-path`. */
  readonly executable: string
  readonly region: string
  /** `false`: it stays open when the job ends. */
  readonly logout: boolean
}

const prefix = 'choreo-session-'
const sessionName = /^choreo-session-[0-9a-f]{16}$/

/**
 * Names a new session. Nothing is written.
 *
 * @param installed an executable that is installed already; empty: it will be in the session
 * @throws Error when RUNNER_TEMP cannot be used
 */
export function planSession(inputs: Inputs, machine: Machine, installed: string): Session {
  const { cli, command, region, logout } = inputs
  const name = prefix + randomBytes(8).toString('hex')
  const directory = join(temporaryDirectoryOf(machine), name)
  const executable =
    installed || join(partsOf({ directory }).cli, executableName(cli, machine.platform))
  return { directory, command, cli, executable, region, logout }
}

function temporaryDirectoryOf({ env }: Machine): string {
  const temp = env['RUNNER_TEMP'] ?? ''
  if (isAbsolute(temp) && !/[\r\n]/.test(temp)) return temp
  const actual = temp === '' ? 'not set' : JSON.stringify(temp)
  throw titledError(
    'Session not created',
    `RUNNER_TEMP is ${actual}. Expected an absolute path on one line, as GitHub's runner sets it.`,
  )
}

/** The parts of a session's directory. */
export function partsOf({ directory }: Pick<Session, 'directory'>) {
  return {
    /** The home of the CLI. */
    home: join(directory, 'home'),
    /** A downloaded executable. */
    cli: join(directory, 'cli'),
    /** The command of later steps. This directory goes on PATH. */
    bin: join(directory, 'bin'),
    /** A file that exists from the moment when a login succeeded. */
    loggedIn: join(directory, 'logged-in'),
    /** The copy of the session's description that the early log-out reads. */
    marker: join(directory, 'session.json'),
  }
}

/** The only file in the home that the CLI did not write. */
export const gitConfigName = '.gitconfig'

/** Lists the variables by which the CLI finds its home, uses files instead of a keyring, and is found. */
export function settingsOf(session: Session, platform: string): Record<string, string> {
  const { home } = partsOf(session)
  return {
    SKIP_KEYRING: 'true',
    [sessionVariable]: session.directory,
    ...(session.region !== '' && { CHOREO_REGION: session.region }),
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
  }
}

/** Returns the CLI of a session, ready to be run. */
export function cliOf(
  session: Session,
  { env, platform }: Machine,
  tokens: readonly string[],
  limits: Pick<Cli, 'timeoutMs' | 'cancelled'>,
): Cli {
  return {
    path: session.executable,
    cwd: partsOf(session).home,
    env: { ...scrubbed(env, tokens), ...settingsOf(session, platform) },
    platform,
    ...limits,
  }
}

/** Whether the CLI has written anything into its home. */
export function holdsLogin(session: Session): boolean {
  const names = orUndefined(() => readdirSync(partsOf(session).home)) ?? []
  return names.some((name) => name !== gitConfigName)
}

/**
 * Reads a session from the state that main saved.
 *
 * @param saved JSON
 * @throws Error when it cannot be a session of this job
 */
export function savedSession(saved: string, machine: Machine): Session {
  const session = parse(saved)
  if (session === undefined) throw new Error('The saved state of the session cannot be read.')
  return ofThisJob(session, machine)
}

/**
 * Reads a session from its directory.
 *
 * @throws Error when the directory is not a session of this job
 */
export function sessionIn(directory: string, machine: Machine): Session {
  const { marker } = partsOf({ directory })
  // A pipe in place of the marker would never end.
  const isFile = orUndefined(() => lstatSync(marker).isFile()) ?? false
  const session = isFile ? parse(readFileSync(marker, 'utf8')) : undefined
  if (session?.directory !== directory) throw notASession(directory)
  return ofThisJob(session, machine)
}

/** Whether a file is in a session, of this job or of another one. */
export function isInSession(path: string): boolean {
  return path
    .split(/[\\/]/)
    .slice(0, -1)
    .some((part) => sessionName.test(part))
}

/** Lists the open sessions of this job. */
export function openSessions(machine: Machine): readonly Session[] {
  const temp = machine.env['RUNNER_TEMP'] ?? ''
  const names = orUndefined(() => readdirSync(temp)) ?? []
  return names
    .filter((name) => name.startsWith(prefix))
    .map((name) => orUndefined(() => sessionIn(join(temp, name), machine)))
    .filter((session) => session !== undefined)
}

// What is removed is a real directory with our name, directly below this job's RUNNER_TEMP, or nothing.
function ofThisJob(session: Session, { env }: Machine): Session {
  const { directory } = session
  const real = (path: string) => orUndefined(() => realpathSync(path)) ?? path
  const isPlace =
    isAbsolute(directory) &&
    sessionName.test(basename(directory)) &&
    real(dirname(directory)) === real(env['RUNNER_TEMP'] ?? '')
  const found = orUndefined(() => lstatSync(directory))
  if (!isPlace || found?.isDirectory() === false) throw notASession(directory)
  return session
}

function notASession(directory: string): Error {
  return new Error(`"${directory}" is not a session of this job, so nothing was removed there.`)
}

function parse(text: string): Session | undefined {
  const session = orUndefined(() => JSON.parse(text) as Session | null) ?? undefined
  const texts = ['directory', 'command', 'executable', 'region'] as const
  const isWhole =
    texts.every((key) => typeof session?.[key] === 'string') &&
    typeof session?.logout === 'boolean' &&
    Object.hasOwn(distributions, session.cli)
  return isWhole ? session : undefined
}

// A session is a directory: the CLI's home, and the command that later steps call. Whatever the CLI
// writes lands inside it, and goes with it.
import { randomBytes } from 'node:crypto'
import { chmod, lstat, mkdir, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Environment } from './cli.ts'

/** Where the action runs: `process`, or what a test puts in its place. */
export interface Machine {
  readonly platform: string
  readonly arch: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The places of a session. */
export interface Session {
  /** Below RUNNER_TEMP, which the runner empties before and after every job. */
  readonly directory: string
  readonly home: string
  /** Goes on PATH. */
  readonly bin: string
}

/**
 * Names a new session, and touches nothing.
 *
 * @param temp RUNNER_TEMP
 */
export function planSession(temp: string): Session {
  return sessionAt(join(temp, `choreo-session-${randomBytes(8).toString('hex')}`))
}

/**
 * Recognises a session by its directory.
 *
 * @param directory what a state or an input holds; anything is possible
 * @param temp RUNNER_TEMP
 * @returns the session, or undefined when it is gone
 * @throws Error when the directory cannot be a session: it would not be safe to remove it
 */
export async function findSession(directory: string, temp: string): Promise<Session | undefined> {
  const isOurs =
    /^choreo-session-[0-9a-f]{16}$/.test(basename(directory)) &&
    (await real(dirname(directory))) === (await real(temp))
  if (!isOurs) throw noSession(directory)
  const found = await lstat(directory).catch(() => undefined)
  if (found === undefined) return undefined
  if (!found.isDirectory()) throw noSession(directory)
  return sessionAt(directory)
}

/**
 * Makes the directories of a session, for this user alone, and the command that later steps call.
 *
 * @param cli the executable that the command runs
 * @param settings the variables that the command sets
 * @returns the command's path
 */
export async function openSession(
  session: Session,
  command: string,
  cli: string,
  settings: Environment,
  platform: string,
): Promise<string> {
  for (const directory of [session.directory, session.home, session.bin]) {
    await mkdir(directory, { mode: 0o700 })
    await chmod(directory, 0o700)
  }
  await writeFile(join(session.bin, command), posixCommand(cli, settings), { mode: 0o700 })
  if (platform !== 'win32') return join(session.bin, command)
  await writeFile(join(session.bin, `${command}.cmd`), windowsCommand(cli, settings))
  return join(session.bin, `${command}.cmd`)
}

/**
 * Removes a session with all that is in it.
 *
 * @throws Error of the file system, when something could not be removed
 */
export async function removeSession({ directory }: Session): Promise<void> {
  await makeRemovable(directory)
  await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/** Tells whether the CLI has written anything into the session's home. */
export async function isUsed({ home }: Session): Promise<boolean> {
  const entries = await readdir(home).catch(() => [])
  return entries.length > 0
}

/** What has to be known of a session to close it. It is saved before there is anything to close. */
export interface Remembered {
  readonly session: string
  /** The executable, absolute. */
  readonly cli: string
  readonly region: string
  /** `false`: the session stays open. */
  readonly logout: boolean
}

/**
 * Lists the variables by which a CLI finds its home and leaves the keyring alone.
 *
 * @param region empty: as the CLI has it
 */
export function settingsOf({ home }: Session, region: string, platform: string): Environment {
  return {
    SKIP_KEYRING: 'true',
    ...(region !== '' && { CHOREO_REGION: region }),
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

function sessionAt(directory: string): Session {
  return { directory, home: join(directory, 'home'), bin: join(directory, 'bin') }
}

function noSession(directory: string): Error {
  return new Error(`"${directory}" is not a session of this job, so nothing was removed.`)
}

async function real(path: string): Promise<string> {
  return realpath(path).catch(() => path)
}

// A file can be removed only from a directory that may be written to.
async function makeRemovable(directory: string): Promise<void> {
  await chmod(directory, 0o700).catch(() => {})
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (entry.isDirectory()) await makeRemovable(join(directory, entry.name))
  }
}

// Written for the smallest shell there is. `exec` makes the CLI the process that the caller started:
// arguments, streams, signals and exit code are its own.
function posixCommand(cli: string, settings: Environment): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
  const variables = Object.entries(settings).map(
    ([name, value]) => `export ${name}=${quoted(value)}`,
  )
  return `#!/bin/sh
# The CLI with the login of this job alone. It is removed when the job ends.

# git, started by the CLI, keeps the user's own configuration.
if [ -z "\${GIT_CONFIG_GLOBAL+set}" ]; then
  if [ -f "\${HOME-}/.gitconfig" ]; then
    export GIT_CONFIG_GLOBAL="$HOME/.gitconfig"
  elif [ -f "\${XDG_CONFIG_HOME:-\${HOME-}/.config}/git/config" ]; then
    export GIT_CONFIG_GLOBAL="\${XDG_CONFIG_HOME:-$HOME/.config}/git/config"
  fi
fi

${variables.join('\n')}
exec ${quoted(cli)} "$@"
`
}

function windowsCommand(cli: string, settings: Environment): string {
  const escaped = (text: string) => text.replaceAll('%', '%%')
  const lines = [
    '@echo off',
    'rem The CLI with the login of this job alone. It is removed when the job ends.',
    'setlocal DisableDelayedExpansion',
    'if not defined GIT_CONFIG_GLOBAL if exist "%USERPROFILE%\\.gitconfig" set "GIT_CONFIG_GLOBAL=%USERPROFILE%\\.gitconfig"',
    ...Object.entries(settings).map(([name, value]) => `set "${name}=${escaped(value)}"`),
    `"${escaped(cli)}" %*`,
  ]
  return `${lines.join('\r\n')}\r\n`
}

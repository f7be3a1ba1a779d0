// A session is a directory: the home of a CLI, its executable, and the command that later steps call.
import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CliName } from '../cli/distributions.ts'
import { scrubbed } from '../cli/environment.ts'
import { sessionVariable } from '../cli/processes.ts'
import type { Cli } from '../cli/run.ts'
import { secretsOf } from '../inputs/inputs.ts'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'

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
  /** `false`: nobody logs out at the end of the job. */
  readonly logout: boolean
}

/** The parts of a session's directory. */
export function partsOf({ directory }: Pick<Session, 'directory'>) {
  return {
    /** The home of the CLI. Only the CLI writes into it. */
    home: join(directory, 'home'),
    /** The working directory of the CLI. On Windows a process blocks the removal of this directory. */
    cwd: join(directory, 'cwd'),
    /** A downloaded executable. */
    cli: join(directory, 'cli'),
    /** The archive, until it is in the tool cache. The install makes and removes it. */
    download: join(directory, 'download'),
    /** The command of later steps. This directory goes on PATH. */
    bin: join(directory, 'bin'),
    /** A file that exists from the moment when Choreo accepted a token. */
    accepted: join(directory, 'accepted'),
    /** The copy of the session's description that other steps of the action read. */
    marker: join(directory, 'session.json'),
    /** The file that an early log-out leaves until the end of the job. */
    closed: join(directory, 'closed'),
  }
}

/** Lists the variables by which the CLI finds its home, uses files instead of a keyring, and is found. */
export function settingsOf(session: Session, platform: string): Record<string, string> {
  const { home } = partsOf(session)
  return {
    SKIP_KEYRING: 'true',
    [sessionVariable]: session.directory,
    ...(session.region !== '' && { CHOREO_REGION: session.region }),
    HOME: home,
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
  limits: Pick<Cli, 'timeoutMs' | 'stopped'>,
): Cli {
  return {
    path: session.executable,
    cwd: partsOf(session).cwd,
    env: { ...scrubbed(env, secretsOf(env)), ...settingsOf(session, platform) },
    platform,
    ...limits,
  }
}

/** Whether a directory holds anything but directories, or cannot be read. */
export function mayHoldFiles(directory: string): boolean {
  const entries = orUndefined(() => readdirSync(directory, { withFileTypes: true }))
  const isFile = (entry: Dirent) =>
    !entry.isDirectory() || mayHoldFiles(join(directory, entry.name))
  return entries?.some(isFile) ?? true
}

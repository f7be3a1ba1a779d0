// Plans and opens a session: its name, its directories for this user alone, its place among other sessions.
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { promisify } from 'node:util'
import { executableName } from '../cli/distributions.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Machine } from '../runner/machine.ts'
import { notify } from '../runner/report.ts'
import { titledError } from '../runner/titled-error.ts'
import { isOurs, openSessions } from './find.ts'
import { partsOf, type Session } from './session.ts'
import { writeWrapper } from './wrapper.ts'

/**
 * Names a new session. Nothing is written.
 *
 * @param installed an executable that is installed already; empty: it will be in the session
 * @throws Error when RUNNER_TEMP cannot be used, or when another session uses the command's name
 */
export function planSession(inputs: Inputs, machine: Machine, installed: string): Session {
  const { cli, command, region, logout } = inputs
  const name = `choreo-session-${randomBytes(8).toString('hex')}`
  const directory = join(temporaryDirectoryOf(machine), name)
  const executable =
    installed || join(partsOf({ directory }).cli, executableName(cli, machine.platform))
  const session = { directory, command, cli, executable, region, logout }
  // For its error alone.
  namesakesOf(session, machine)
  return session
}

// A directory with a separator in its name would be two entries of PATH.
function temporaryDirectoryOf({ env, platform }: Machine): string {
  const temp = env['RUNNER_TEMP'] ?? ''
  const separator = platform === 'win32' ? ';' : ':'
  const isUsable = isAbsolute(temp) && !/[\r\n]/.test(temp) && !temp.includes(separator)
  if (isUsable) return temp
  const actual = temp === '' ? 'not set' : JSON.stringify(temp)
  throw titledError(
    'Session not created',
    `RUNNER_TEMP is ${actual}. Expected an absolute path on one line without "${separator}", which PATH cannot hold. ` +
      'Install the runner in another directory.',
  )
}

/**
 * Makes the directories of a session, its marker, and the command of later steps. Prints a notice when two
 * logins use the CLI's own name.
 *
 * @returns the path of the command
 * @throws Error that names the place and the reason, or the session that has the command's name
 */
export async function openSession(session: Session, machine: Machine): Promise<string> {
  const path = await makeSession(session, machine).catch((error: Error) => {
    throw titledError(
      'Session not created',
      `The session directory could not be created: ${error.message}. Check that the disk of the runner is not full, and that its ` +
        'user can create and execute files in RUNNER_TEMP (no `noexec`).',
    )
  })
  // Again: of two logins at once, at least one sees the marker of the other here.
  if (namesakesOf(session, machine).length > 0) {
    notify(
      'Command used twice',
      `Another login of this job uses the command \`${session.command}\` too. Later steps call the later login until it ends. ` +
        'Set the input `command` to call both.',
      machine.env,
    )
  }
  return path
}

async function makeSession(session: Session, machine: Machine): Promise<string> {
  const { directory } = session
  mkdirSync(directory, { mode: 0o700 })
  if (machine.platform === 'win32') await limitAccess(directory, machine)
  // Some mounts give new files to another user.
  if (!isOurs(directory, machine.env)) throw new Error(`${directory} belongs to another user`)
  const { home, cwd, cli, bin, marker } = partsOf(session)
  for (const part of [home, cwd, cli, bin]) mkdirSync(part, { mode: 0o700 })
  writeFileSync(marker, JSON.stringify(session), { mode: 0o600, flag: 'wx' })
  const path = writeWrapper(session, machine)
  // Where nothing may be executed, a CLI in `cli-path` would log in, and no later step could call it.
  if (machine.platform !== 'win32') accessSync(path, constants.X_OK)
  return path
}

/**
 * Lists the other sessions whose command has the same name: two logins may use the CLI's own name, and the later
 * one is found first on PATH.
 *
 * Parallel steps have no common PATH, so the disk shows which commands there are. Some file systems do not
 * distinguish `Deploy` from `deploy`.
 *
 * @throws Error when one of the two logins chose the name
 */
function namesakesOf(session: Session, { env }: Machine): readonly Session[] {
  const { directory, command, cli } = session
  const isNamesake = (other: Session) =>
    other.directory !== directory && other.command.toLowerCase() === command.toLowerCase()
  const namesakes = openSessions(env).filter(isNamesake)
  const taken = namesakes.find((other) => command !== cli || other.command !== other.cli)
  if (taken === undefined) return namesakes
  throw titledError(
    'Invalid input',
    `The input \`command\` is "${command}", and the login in ${taken.directory} uses that name. Use a different name for each account.`,
  )
}

// The equivalent of mode 0700: nothing is inherited, and the owner (S-1-3-4) has full access.
async function limitAccess(directory: string, { env }: Machine): Promise<void> {
  const icacls = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'icacls.exe')
  const args = [directory, '/inheritance:r', '/grant:r', '*S-1-3-4:(OI)(CI)F']
  await promisify(execFile)(icacls, args, { timeout: 10_000, windowsHide: true })
}

// Opens a session: its directories, for this user alone.
import { execFile } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { homesOf, type Machine } from '../runner/machine.ts'
import { titledError } from '../runner/titled-error.ts'
import { gitConfig } from './git-config.ts'
import { gitConfigName, partsOf, type Session } from './session.ts'

/**
 * Makes the directories of a session and their first files.
 *
 * @throws Error that names the place and the reason
 */
export async function openSession(session: Session, machine: Machine): Promise<void> {
  const { directory } = session
  try {
    makePrivate(directory)
    if (machine.platform === 'win32') await limitAccess(directory, machine)
    const { home, cli, bin, marker } = partsOf(session)
    for (const part of [home, cli, bin]) makePrivate(part)
    writeFileSync(marker, JSON.stringify(session), { mode: 0o600, flag: 'wx' })
    const config = gitConfig(machine.env, homesOf(machine)[0] ?? '')
    writeFileSync(join(home, gitConfigName), config, { flag: 'wx' })
  } catch (error) {
    throw titledError(
      'Session not created',
      `The session directory could not be created: ${(error as Error).message}. Check that the disk of the runner is not full, ` +
        'and that its user can write to RUNNER_TEMP.',
    )
  }
}

// The mode of `mkdir` is subject to the umask, which can take permissions away from the owner too.
function makePrivate(directory: string): void {
  mkdirSync(directory, { mode: 0o700 })
  chmodSync(directory, 0o700)
}

// The equivalent of mode 0700: nothing is inherited, and the owner (S-1-3-4) has full access.
async function limitAccess(directory: string, { env }: Machine): Promise<void> {
  const icacls = join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'icacls.exe')
  const args = [directory, '/inheritance:r', '/grant:r', '*S-1-3-4:(OI)(CI)F']
  await promisify(execFile)(icacls, args, { timeout: 10_000, windowsHide: true })
}

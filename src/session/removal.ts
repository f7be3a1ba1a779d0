// Removes a session's directory, whatever stands in the way, and tells what is left.
import {
  chmodSync,
  closeSync,
  constants,
  lchmodSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endProcesses } from '../cli/processes.ts'
import { orUndefined } from '../or-undefined.ts'
import { homeOf, type Session } from './session.ts'

const timeoutMs = 5000

/**
 * Ends the processes of a session and removes its directory.
 *
 * Entries that cannot be removed keep no other entry from being removed. The removal is repeated until
 * nothing is there, because processes may still write, or until 5 s have passed.
 *
 * @returns why each remaining entry could not be removed; empty: `lstat` found nothing
 */
export async function removeSession(
  session: Session,
  platform: string,
): Promise<readonly string[]> {
  const deadline = process.uptime() * 1000 + timeoutMs
  // A process that writes to the home by its path fails from here on.
  orUndefined(() => renameSync(homeOf(session), `${homeOf(session)}-closed`))
  for (let pauseMs = 20; ; pauseMs *= 2) {
    endProcesses(session.directory, platform)
    const failures = removeTree(session.directory, platform)
    endProcesses(session.directory, platform)
    if (orUndefined(() => lstatSync(session.directory)) === undefined) return []
    if (process.uptime() * 1000 + pauseMs > deadline) {
      return failures.length > 0 ? failures : [`${session.directory} was written to again`]
    }
    await sleep(pauseMs)
  }
}

// Every directory is moved to the top before it is emptied, so no tree is too deep for a path or a stack.
function removeTree(top: string, platform: string): string[] {
  const failures: string[] = []
  const attempt = (work: () => void) => {
    try {
      work()
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      if (code !== 'ENOENT') failures.push(message)
    }
  }
  const directories = [top]
  for (let at = 0; at < directories.length; at++) {
    const directory = directories[at] ?? ''
    attempt(() => makeWritable(directory, platform))
    attempt(() => {
      for (const entry of readdirSync(directory, { withFileTypes: true })) {
        const path = join(directory, entry.name)
        if (entry.isDirectory()) directories.push(moveUp(path, top, directories.length, platform))
        else attempt(() => unlinkSync(path))
      }
    })
  }
  for (const directory of directories.toReversed()) attempt(() => rmdirSync(directory))
  return failures
}

function moveUp(directory: string, top: string, number: number, platform: string): string {
  const target = join(top, `.${number}`)
  return (
    orUndefined(() => {
      makeWritable(directory, platform)
      renameSync(directory, target)
      return target
    }) ?? directory
  )
}

// Entries can only be removed from a directory that its owner may write to. The directory could be replaced
// by a link at any time, and the mode of a link's target must not change.
function makeWritable(directory: string, platform: string): void {
  if (platform === 'win32') return
  if (platform !== 'linux') {
    lchmodSync(directory, 0o700)
    return
  }
  const file = openSync(directory, pathOnly | constants.O_DIRECTORY | constants.O_NOFOLLOW)
  try {
    chmodSync(`/proc/self/fd/${file}`, 0o700)
  } finally {
    closeSync(file)
  }
}

// O_PATH of Linux: opens also what may not be read. https://man7.org/linux/man-pages/man2/open.2.html
const pathOnly = 0o10000000

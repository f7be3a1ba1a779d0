// Removes a session's directory, and returns what could not be removed.
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
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
import { orUndefined } from '../runner/or-undefined.ts'
import { partsOf, type Session } from './session.ts'

const timeoutMs = 5000

/**
 * Ends the processes of a session and removes its directory.
 *
 * An entry that cannot be removed does not stop the removal of the others. The removal is repeated until
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
  const { home } = partsOf(session)
  orUndefined(() => renameSync(home, `${home}-closed`))
  for (let pauseMs = 20; ; pauseMs *= 2) {
    endProcesses(session.directory, platform)
    const failures = removeTree(session.directory, platform, deadline)
    // A process that was still there may write again.
    const ended = endProcesses(session.directory, platform)
    const isGone = orUndefined(() => lstatSync(session.directory)) === undefined
    const isOver = process.uptime() * 1000 + pauseMs > deadline
    if (isGone && (ended === 0 || isOver)) return []
    if (isOver)
      return failures.length > 0
        ? failures
        : [`${session.directory} is not empty after ${timeoutMs / 1000} seconds`]
    await sleep(pauseMs)
  }
}

// Every directory is moved to the top before it is emptied, so no tree is too deep for a path or a stack.
function removeTree(top: string, platform: string, deadline: number): string[] {
  const failures: string[] = []
  const attempt = (work: () => void) => {
    try {
      work()
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException
      // A directory that is not empty says nothing new: what remains in it is named.
      const isNew = code !== 'ENOENT' && code !== 'ENOTEMPTY'
      if (isNew) failures.push(message.replace(/\/proc\/self\/fd\/\d+/g, '…'))
    }
  }
  const directories = [top]
  for (let at = 0; at < directories.length && process.uptime() * 1000 < deadline; at++) {
    const directory = directories[at] ?? ''
    attempt(() =>
      inDirectory(directory, platform, (inside) => {
        for (const entry of readdirSync(inside, { withFileTypes: true })) {
          if (!entry.isDirectory()) attempt(() => unlinkSync(join(inside, entry.name)))
          else attempt(() => directories.push(moveUp(join(inside, entry.name), top, platform)))
        }
      }),
    )
  }
  for (const directory of directories.toReversed()) attempt(() => remove(directory))
  return failures
}

// Only a directory that its owner may not write to needs another mode before it can be moved.
function moveUp(from: string, top: string, platform: string): string {
  // No other process can know the name before. To load crypto for it takes a while.
  const target = join(top, `.${process.hrtime.bigint()}`)
  try {
    renameSync(from, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error
    inDirectory(from, platform, () => renameSync(from, target))
  }
  return target
}

function remove(directory: string): void {
  if (lstatSync(directory).isDirectory()) rmdirSync(directory)
  else unlinkSync(directory)
}

/**
 * Makes a directory accessible to its owner and works in it.
 *
 * Another process can replace a directory by a link at any time. A link's target must neither lose files
 * nor change its mode, so on Linux the work is done through a descriptor of the directory itself.
 *
 * @throws Error when it is not a directory
 */
function inDirectory(directory: string, platform: string, work: (inside: string) => void): void {
  const descriptors = '/proc/self/fd'
  if (platform !== 'linux' || !existsSync(descriptors)) {
    if (!lstatSync(directory).isDirectory()) throw new Error(`${directory} is not a directory`)
    if (platform !== 'win32') chmodSync(directory, 0o700)
    work(directory)
    return
  }
  const file = openSync(directory, pathOnly | constants.O_DIRECTORY | constants.O_NOFOLLOW)
  try {
    const inside = join(descriptors, String(file))
    orUndefined(() => chmodSync(inside, 0o700))
    work(inside)
  } finally {
    closeSync(file)
  }
}

// O_PATH opens what may not be read. https://man7.org/linux/man-pages/man2/open.2.html
const pathOnly = 0o10000000

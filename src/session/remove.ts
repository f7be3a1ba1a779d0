// Removes a session's directory: a walk that goes on after errors and is repeated.
import { chmodSync, lstatSync, readdirSync, rmdirSync, type Stats, unlinkSync } from 'node:fs'
import { sep, toNamespacedPath } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endProcesses } from '../cli/processes.ts'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { isOurs, isOwnDirectory } from './find.ts'
import { partsOf, type Session } from './session.ts'

const timeoutMs = 5000
const maxPauseMs = 500

/**
 * Ends the processes of a session and removes its directory, unless it belongs to another user.
 *
 * The removal is repeated until nothing is there, because a process may still write or hold a file, or until
 * 5 s have passed.
 *
 * @param keptPart `closed`: the directory stays, with that part
 * @returns why something remains, mostly as codes of the operating system; empty: nothing does
 */
export async function removeSession(
  { directory }: Session,
  { env, platform }: Machine,
  keptPart?: 'closed',
): Promise<readonly string[]> {
  const top = bytesOf(directory)
  const kept = bytesOf(partsOf({ directory }).closed)
  const listed = () =>
    keptPart === undefined ? [top] : contentsOf(top).filter((path) => !path.equals(kept))
  const isGone = () => !listed().some(mayExist)
  if (!isOurs(directory, env)) return isGone() ? [] : ['no access, or another owner']
  const deadline = process.uptime() * 1000 + timeoutMs
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
    const ended = endProcesses(directory, platform)
    const failures = listed().flatMap(removeTree)
    const restMs = deadline - process.uptime() * 1000
    // Where processes were found, another one may have started meanwhile and write again.
    if (isGone() && (ended === 0 || restMs <= 0)) return []
    if (restMs <= 0) return failures.length > 0 ? [...new Set(failures)] : ['ENOTEMPTY']
    await sleep(Math.min(pauseMs, restMs))
  }
}

/**
 * Ends the processes of a session and removes what is in its home.
 *
 * @returns whether the home is empty
 */
export function emptyHome(session: Session, { env, platform }: Machine): boolean {
  const { directory } = session
  endProcesses(directory, platform)
  const { home } = partsOf(session)
  // A link in the place of either could lead to the home of the machine.
  if (!isOurs(directory, env) || !isOwnDirectory(home)) return false
  for (const path of contentsOf(bytesOf(home))) removeTree(path)
  return orUndefined(() => readdirSync(home).length) === 0
}

/** Gives the owner of a directory access to it, if that is possible. Links are not followed. */
export function makeAccessible(directory: string | Buffer): void {
  orUndefined(() => {
    const found = lstatSync(directory)
    if (found.isDirectory() && (found.mode & 0o700) !== 0o700) chmodSync(directory, 0o700)
  })
}

// Paths are bytes, because a name need not be UTF-8.
function bytesOf(path: string): Buffer {
  return Buffer.from(toNamespacedPath(path))
}

function contentsOf(directory: Buffer): readonly Buffer[] {
  makeAccessible(directory)
  const names = orUndefined(() => readdirSync(directory, 'buffer')) ?? []
  return names.map((name) => Buffer.concat([directory, Buffer.from(sep), name]))
}

// What cannot be looked at may be there.
function mayExist(path: Buffer): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}

// A tree that is too deep for a path or for the stack is a failure like others.
function removeTree(path: Buffer): string[] {
  try {
    const found = lstatSync(path)
    if (!found.isDirectory()) {
      removeFile(path, found)
      return []
    }
    const failures = contentsOf(path).flatMap(removeTree)
    if (failures.length === 0) rmdirSync(path)
    return failures
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? [] : [code ?? message]
  }
}

// Windows refuses to remove a file with the read-only attribute.
function removeFile(path: Buffer, found: Stats): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM' || !found.isFile()) throw error
    chmodSync(path, 0o600)
    unlinkSync(path)
  }
}

// Removes a session's directory: a walk that goes on after errors and is repeated.
import { chmodSync, lstatSync, readdirSync, rmdirSync, unlinkSync } from 'node:fs'
import { join, sep, toNamespacedPath } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endProcesses } from '../cli/processes.ts'
import type { Machine } from '../runner/machine.ts'
import { orUndefined } from '../runner/or-undefined.ts'
import { isOurs } from './find.ts'
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
  const listed = () => (keptPart === undefined ? [directory] : othersThan(keptPart, directory))
  const remaining = () => listed().filter((path) => orUndefined(() => lstatSync(path)))
  if (!isOurs(directory, env)) return remaining().length === 0 ? [] : ['another owner']
  const deadline = process.uptime() * 1000 + timeoutMs
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, maxPauseMs)) {
    const ended = endProcesses(directory, platform)
    const failures = listed().flatMap((path) => removeTree(Buffer.from(toNamespacedPath(path))))
    const restMs = deadline - process.uptime() * 1000
    const isGone = remaining().length === 0
    // Where processes were found, another one may have started meanwhile and write again.
    if (isGone && (ended === 0 || restMs <= 0)) return []
    if (restMs <= 0) return failures.length > 0 ? [...new Set(failures)] : ['ENOTEMPTY']
    await sleep(Math.min(pauseMs, restMs))
  }
}

/**
 * Ends the processes of a session and removes what is in its home.
 *
 * @returns whether the home is empty
 */
export function emptyHome({ directory }: Session, { platform }: Machine): boolean {
  endProcesses(directory, platform)
  const { home } = partsOf({ directory })
  makeAccessible(home)
  // A link could lead to the home of the machine.
  const isDirectory = orUndefined(() => lstatSync(home).isDirectory()) ?? false
  const names = isDirectory ? orUndefined(() => readdirSync(home, 'buffer')) : undefined
  const within = Buffer.from(toNamespacedPath(home) + sep)
  const failures = names?.flatMap((name) => removeTree(Buffer.concat([within, name])))
  return failures?.length === 0
}

/** Gives the owner of a directory access to it, if that is possible. Links are not followed. */
export function makeAccessible(directory: string | Buffer): void {
  orUndefined(() => {
    const found = lstatSync(directory)
    if (found.isDirectory() && (found.mode & 0o700) !== 0o700) chmodSync(directory, 0o700)
  })
}

function othersThan(part: 'closed', directory: string): readonly string[] {
  makeAccessible(directory)
  const names = orUndefined(() => readdirSync(directory)) ?? []
  const kept = partsOf({ directory })[part]
  return names.map((name) => join(directory, name)).filter((path) => path !== kept)
}

// Paths are bytes, because a name need not be UTF-8. A tree that is too deep for a path or for the stack is
// a failure like others.
function removeTree(path: Buffer): string[] {
  try {
    if (!lstatSync(path).isDirectory()) {
      unlinkSync(path)
      return []
    }
    makeAccessible(path)
    const failures = readdirSync(path, 'buffer').flatMap((name) =>
      removeTree(Buffer.concat([path, Buffer.from(sep), name])),
    )
    if (failures.length === 0) rmdirSync(path)
    return failures
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ENOENT' ? [] : [code ?? message]
  }
}

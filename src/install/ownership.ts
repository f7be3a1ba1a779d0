// Whether a file or directory in a place that the users of a machine share can be trusted: by its owner, and
// by who may write it. Windows has no such owners.
import { closeSync, constants, fstatSync, lstatSync, openSync, readFileSync, type Stats } from 'node:fs'

/** Demands that a file or directory, which is not a link, is this user's or root's alone. */
export function demandTrusted(path: string, kind: 'file' | 'directory'): void {
  check(path, lstatSync(path), kind)
}

/**
 * Reads a file that is this user's or root's alone. What is checked is what is read, even when somebody
 * replaces the file meanwhile; a link is not followed, and a pipe not waited for.
 */
export function readTrusted(path: string): string {
  // Windows has neither of the two flags.
  const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  const file = openSync(path, constants.O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    check(path, fstatSync(file), 'file')
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}

function check(path: string, stats: Stats, kind: 'file' | 'directory'): void {
  const isKind = kind === 'file' ? stats.isFile() : stats.isDirectory()
  if (!isKind) throw new Error(`${path} is not a ${kind}`)
  const user = process.getuid?.()
  if (user === undefined) return
  if (![user, 0].includes(stats.uid)) throw new Error(`${path} belongs to another user`)
  if ((stats.mode & 0o022) !== 0) throw new Error(`${path} can be written by other users`)
}

// Whether files and directories in shared places can be trusted: by their owner and by who may write them.
// Windows has no such owners.
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  type Stats,
} from 'node:fs'

/** Throws unless only this user or root may write a file or directory, which must not be a link. */
export function demandTrusted(path: string, kind: 'file' | 'directory'): void {
  check(path, lstatSync(path), kind)
}

/**
 * Reads a file that only this user or root may write. The checked file is the one that is read, even if it is
 * replaced meanwhile. Links are not followed, and pipes are not waited for.
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

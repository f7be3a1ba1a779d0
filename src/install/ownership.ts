// Whether a file or directory in a place that all users of a machine share can be trusted: by its owner, and
// by who may write it. On Windows there are no such owners.
import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs'

/**
 * Finds a reason not to trust a file or directory.
 *
 * @param stats of the path itself, not of what a link points at
 * @returns the reason, or undefined when it belongs to this user or root, and nobody else may write it
 */
export function whyUntrusted(
  path: string,
  stats: Stats,
  kind: 'file' | 'directory',
): string | undefined {
  const isKind = kind === 'file' ? stats.isFile() : stats.isDirectory()
  if (!isKind) return `${path} is not a ${kind}`
  const user = process.getuid?.()
  if (user === undefined) return undefined
  if (stats.uid !== user && stats.uid !== 0) return `${path} belongs to another user`
  return (stats.mode & 0o022) === 0 ? undefined : `other users may write ${path}`
}

/**
 * Reads a file that can be trusted. The file that is checked is the one that is read, even when somebody
 * replaces it meanwhile; a link is not followed, and a pipe not waited for.
 *
 * @throws Error that says why the file cannot be trusted or read
 */
export function readTrusted(path: string): string {
  // Windows has neither flag.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants
  const file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  try {
    const reason = whyUntrusted(path, fstatSync(file), 'file')
    if (reason !== undefined) throw new Error(reason)
    return readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}

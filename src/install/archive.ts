// What both formats of release archives have in common.

/** Returns an error of an archive. Its code is one of zlib's: the archive is another one, or its end is missing. */
export function archiveError(
  message: string,
  code: 'Z_DATA_ERROR' | 'Z_BUF_ERROR' = 'Z_DATA_ERROR',
): Error {
  return Object.assign(new Error(message), { code })
}

/** Returns the error of a damaged archive. */
export function damaged(format: 'tar' | 'zip'): Error {
  return archiveError(`it is not a ${format} archive, or a damaged one`)
}

/** A file in an archive that can be the executable. */
export interface Candidate {
  /** How many parts its path has. */
  readonly depth: number
  /** What can prevent its extraction, and whether it does. */
  readonly problems: Readonly<Record<string, boolean>>
}

/**
 * Returns the depth of a path, with `/` or `\`, if its file has this name and replaces the candidate. As with
 * other tools, the last of several equal entries counts.
 */
export function depthOf(path: string, name: string, candidate?: Candidate): number | undefined {
  const parts = path.split(/[\\/]/).filter((part) => part !== '.')
  const isBetter = candidate === undefined || parts.length <= candidate.depth
  return parts.at(-1) === name && isBetter ? parts.length : undefined
}

/** Returns the executable of an archive. Throws when there is none, or when it cannot be extracted. */
export function demandUsable<T extends Candidate>(candidate: T | undefined, name: string): T {
  if (candidate === undefined) throw archiveError(`it holds no executable named ${name}`)
  const problem = Object.entries(candidate.problems).find(([, isSo]) => isSo)?.[0]
  if (problem !== undefined) throw archiveError(`the entry ${name} in it ${problem}`)
  return candidate
}

/** The most that is read of an archive, and of what it inflates to. */
export const maxBytes = 512 * 1024 * 1024

/** Passes bytes on, as long as they are not more than a disk or the memory holds. */
export async function* limited(
  source: AsyncIterable<Buffer>,
  limit = maxBytes,
): AsyncGenerator<Buffer> {
  let size = 0
  for await (const bytes of source) {
    size += bytes.length
    if (size > limit) throw archiveError(`it has more than ${limit / 1024 / 1024} MiB`)
    yield bytes
  }
}

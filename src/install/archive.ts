// What both formats of release archives have in common. Pure.

/** The most that is read of an archive, and of what it inflates to. */
export const maxBytes = 512 * 1024 * 1024

/** Takes the content of the executable. */
export interface Sink {
  append(bytes: Buffer): Promise<void>
  /** Forgets the content: a later entry is the executable. */
  restart(): Promise<void>
}

/** The entry that is the executable, as far as the archive was read. */
export interface Candidate {
  /** How many parts its path has. */
  readonly depth: number
  /** Why it cannot be extracted. */
  readonly problem: string | undefined
}

export const noCandidate: Candidate = { depth: Number.POSITIVE_INFINITY, problem: undefined }

/**
 * Returns the depth of a path, with `/` or `\`, if it has this name and replaces the candidate. As with other
 * tools, the last of several equal entries counts.
 */
export function depthOf(path: string, name: string, { depth }: Candidate): number | undefined {
  const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
  return parts.at(-1) === name && parts.length <= depth ? parts.length : undefined
}

/** Throws unless the archive holds an executable that can be extracted. */
export function demandUsable({ depth, problem }: Candidate, name: string): void {
  if (depth === noCandidate.depth) throw new Error(`it holds no executable named ${name}`)
  if (problem !== undefined) throw new Error(`the entry ${name} in it ${problem}`)
}

export function tooLarge(): Error {
  return new Error('it holds more than 512 MiB, and no CLI is that large')
}

export function damaged(format: string): Error {
  return new Error(`it is not a ${format} archive, or a damaged one`)
}

/** The code of errors of an archive whose end is missing. */
export const truncatedCode = 'TRUNCATED_ARCHIVE'

export function truncated(format: string): Error {
  return Object.assign(new Error(`the end of the ${format} archive is missing`), {
    code: truncatedCode,
  })
}

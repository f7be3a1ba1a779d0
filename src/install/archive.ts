// What both formats of release archives have in common. Pure.

/** The most that is read of an archive, and of what it inflates to. */
export const maxBytes = 512 * 1024 * 1024

export function tooLarge(): Error {
  return new Error('it holds more than 512 MiB, and no CLI is that large')
}

export function damaged(format: string): Error {
  return new Error(`it is not a ${format} archive, or a damaged one`)
}

/** The depth of a file that an archive does not hold. */
export const nowhere = Number.POSITIVE_INFINITY

/** Counts the folders around the file at a path, with `/` or `\`, if it has that name. */
export function depthOf(path: string, name: string): number {
  const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
  return parts.at(-1) === name ? parts.length : nowhere
}

/** Takes the content of a file. */
export interface Sink {
  append(bytes: Buffer): Promise<void>
  /** Forgets the content: another file is nearer to the root. */
  restart(): Promise<void>
}

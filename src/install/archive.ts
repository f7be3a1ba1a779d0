// What both kinds of release archives have in common. Pure.

/** How much is read of an archive, and of what it inflates to: 512 MiB. */
export const maxBytes = 512 * 1024 * 1024

export function tooLarge(): Error {
  return new Error('it holds more than 512 MiB, and no CLI is that large')
}

export function damaged(format: string): Error {
  return new Error(`it is a damaged ${format} archive, or not one`)
}

/**
 * Counts the folders around a file of an archive.
 *
 * @param path as the archive states it, with `/` or `\`
 * @param wanted the name of the file that is looked for
 * @returns 0 at the archive's root; Infinity for a file with another name
 */
export function depthOf(path: string, wanted: string): number {
  const parts = path.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
  return parts.at(-1) === wanted ? parts.length - 1 : Number.POSITIVE_INFINITY
}

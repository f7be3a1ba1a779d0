// Where an entry of an archive wants to be. Nothing is ever written there; an archive that asks for a
// place outside of itself is refused all the same, because nobody makes one by accident. Pure.

/** The last part of a path. */
export function nameOf(path: string): string {
  return partsOf(path).at(-1) ?? ''
}

/**
 * Counts the folders around a path and the path itself.
 *
 * @throws Error when the path is absolute or goes up
 */
export function depthOf(path: string): number {
  const parts = partsOf(path)
  if (isAbsolute(path) || parts.includes('..')) {
    throw new Error('it holds a path that leads out of the archive')
  }
  return parts.length
}

/**
 * Refuses a link that leads out of the archive.
 *
 * @param target what the link points at
 * @param folder what the target is relative to: the link's own folder, or '' for the archive's root
 * @throws Error when it does
 */
export function refuseLeaving(target: string, folder: string): void {
  let depth = partsOf(folder).length
  let lowest = depth
  for (const part of partsOf(target)) {
    depth += part === '..' ? -1 : 1
    lowest = Math.min(lowest, depth)
  }
  if (isAbsolute(target) || lowest < 0) {
    throw new Error('it holds a link that leads out of the archive')
  }
}

function isAbsolute(path: string): boolean {
  return /^([\\/]|[A-Za-z]:)/.test(path)
}

function partsOf(path: string): string[] {
  return path.split(/[\\/]/).filter((part) => part !== '' && part !== '.')
}

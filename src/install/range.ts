// What a user's `cli-version` means among the releases of a CLI. Pure.
import * as semver from 'semver'
import { type CliName, distributions } from '../cli/distributions.ts'
import { titledError } from '../runner/titled-error.ts'

interface Tagged {
  readonly tag: string
}

/** Throws unless a version that cannot be a tag is a range. */
export function demandRange(cli: CliName, version: string): void {
  if (isRange(cli, version)) return
  throw titledError(
    'Invalid input',
    `The input \`cli-version\` is "${version}", which is not a tag, a version or a range. ` +
      'Expected, for example, `latest`, `v1.2.33`, `1.2.33`, `1.x`, `~1.2` or `<2`.',
  )
}

export function isRange(cli: CliName, version: string): boolean {
  return semver.validRange(withoutSuffix(cli, version)) !== null
}

/** Picks the newest release in a range. */
export function newestIn<T extends Tagged>(
  cli: CliName,
  range: string,
  releases: readonly T[],
): T | undefined {
  const bare = withoutSuffix(cli, range)
  const isInside = ({ tag }: T) => semver.satisfies(versionOf(cli, tag), bare)
  return ascending(cli, releases).findLast(isInside)
}

/**
 * Lists what is near a version that does not exist.
 *
 * @returns the newest tag, and up to four around the version, oldest first; undefined when there are no releases
 */
export function nearest(
  cli: CliName,
  version: string,
  releases: readonly Tagged[],
): { readonly newest: string; readonly around: readonly string[] } | undefined {
  const sorted = ascending(cli, releases).map(({ tag }) => tag)
  const newest = sorted.at(-1)
  if (newest === undefined) return undefined
  const wanted = semver.coerce(version)?.version
  const above = sorted.findIndex((tag) => wanted && semver.gt(versionOf(cli, tag), wanted))
  const place = above === -1 ? sorted.length : above
  return { newest, around: sorted.slice(Math.max(0, place - 2), place + 2) }
}

function ascending<T extends Tagged>(cli: CliName, releases: readonly T[]): T[] {
  return releases
    .filter(({ tag }) => versionOf(cli, tag) !== '')
    .toSorted((a, b) => semver.compare(versionOf(cli, a.tag), versionOf(cli, b.tag)))
}

// Empty for a tag that is not a version. The suffix of the tags of `wdp` does not mean a pre-release.
function versionOf(cli: CliName, tag: string): string {
  return semver.valid(withoutSuffix(cli, tag)) ?? ''
}

function withoutSuffix(cli: CliName, text: string): string {
  return text.replaceAll(distributions[cli].tagSuffix, '')
}

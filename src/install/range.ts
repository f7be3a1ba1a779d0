// What a user's `cli-version` means among the tags of a CLI. Pure.
import * as semver from 'semver'
import type { CliName } from '../cli/distributions.ts'
import { distributions } from '../cli/distributions.ts'
import { isTag } from './version.ts'

/**
 * Reads a tag that is not a version, such as `nightly`.
 *
 * @returns the tag, or undefined for a range
 * @throws Error when the text is neither
 */
export function unusualTag(cli: CliName, version: string): string | undefined {
  if (semver.validRange(withoutSuffix(cli, version)) !== null) return undefined
  if (isTag(version)) return version
  throw new Error(
    `The input \`cli-version\` is "${version}", which is not a tag, a version or a range. ` +
      'Expected, for example, `latest`, `v1.2.33`, `1.2.33`, `1.x`, `~1.2` or `<2`.',
  )
}

/** Picks the newest tag in a range. */
export function newestIn(cli: CliName, range: string, tags: readonly string[]): string | undefined {
  const bare = withoutSuffix(cli, range)
  const isInside = (tag: string) => semver.satisfies(versionOf(cli, tag), bare)
  return ascending(cli, tags).findLast(isInside)
}

/**
 * Lists what is near a version that does not exist.
 *
 * @returns the newest tag, and up to four around the version, oldest first; undefined when there are no tags
 */
export function nearest(
  cli: CliName,
  version: string,
  tags: readonly string[],
): { readonly newest: string; readonly around: readonly string[] } | undefined {
  const sorted = ascending(cli, tags)
  const newest = sorted.at(-1)
  if (newest === undefined) return undefined
  const wanted = semver.coerce(version)?.version
  const above = sorted.findIndex((tag) => wanted && semver.gt(versionOf(cli, tag), wanted))
  const place = above === -1 ? sorted.length : above
  return { newest, around: sorted.slice(Math.max(0, place - 2), place + 2) }
}

function ascending(cli: CliName, tags: readonly string[]): string[] {
  return tags
    .filter((tag) => versionOf(cli, tag) !== '')
    .toSorted((a, b) => semver.compare(versionOf(cli, a), versionOf(cli, b)))
}

// Empty for a tag that is not a version. The suffix of the tags of `wdp` does not mean a pre-release.
function versionOf(cli: CliName, tag: string): string {
  return semver.valid(withoutSuffix(cli, tag)) ?? ''
}

function withoutSuffix(cli: CliName, text: string): string {
  return text.replaceAll(distributions[cli].tagSuffix, '')
}

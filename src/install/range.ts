// What a user's `cli-version` means among the tags of a CLI. Pure.
import * as semver from 'semver'
import { distributions } from '../cli/distribution.ts'
import type { CliName } from '../runner/inputs.ts'
import { isTag } from './version.ts'

/**
 * Reads a tag that is not an exact version, such as `nightly`.
 *
 * @returns the tag, or undefined for `latest` and for ranges, which need a list of releases
 * @throws Error when the text is neither a tag nor a range
 */
export function unusualTag(cli: CliName, version: string): string | undefined {
  if (version === 'latest' || semver.validRange(rangeOf(cli, version)) !== null) return undefined
  if (isTag(version)) return version
  throw new Error(
    `The input \`cli-version\` is "${version}", which is not a tag, a version or a range. ` +
      'Expected is for example `latest`, `v1.2.33`, `1.2.33`, `1.x`, `~1.2` or `<2`.',
  )
}

/**
 * Picks the newest tag in a range.
 *
 * @param tags tags of full releases
 * @returns the tag, or undefined when none is in the range
 */
export function newestIn(cli: CliName, range: string, tags: readonly string[]): string | undefined {
  return ascending(cli, tags).findLast((tag) =>
    semver.satisfies(versionOf(cli, tag), rangeOf(cli, range)),
  )
}

/**
 * Finds the releases near a version that does not exist.
 *
 * @param tags tags of full releases
 * @returns the newest tag and up to four around the version, oldest first; undefined when there is no tag
 */
export function nearest(
  cli: CliName,
  version: string,
  tags: readonly string[],
): { readonly newest: string; readonly around: readonly string[] } | undefined {
  const sorted = ascending(cli, tags)
  const newest = sorted.at(-1)
  if (newest === undefined) return undefined
  const wanted = semver.coerce(version)
  const above = sorted.findIndex(
    (tag) => wanted !== null && semver.gt(versionOf(cli, tag), wanted.version),
  )
  const place = above === -1 ? sorted.length : above
  return { newest, around: sorted.slice(Math.max(0, place - 2), place + 2) }
}

function ascending(cli: CliName, tags: readonly string[]): string[] {
  return tags
    .filter((tag) => versionOf(cli, tag) !== '')
    .toSorted((a, b) => semver.compare(versionOf(cli, a), versionOf(cli, b)))
}

// Empty for a tag that is not a version. The suffix of the tags of `wdp` does not mark a pre-release.
function versionOf(cli: CliName, tag: string): string {
  const { tagSuffix } = distributions[cli]
  const bare = tag.endsWith(tagSuffix) ? tag.slice(0, tag.length - tagSuffix.length) : tag
  return semver.valid(bare) ?? ''
}

function rangeOf(cli: CliName, range: string): string {
  const { tagSuffix } = distributions[cli]
  return tagSuffix === '' ? range : range.replaceAll(tagSuffix, '')
}

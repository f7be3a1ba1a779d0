// Which release is meant by `latest`, a tag, a version or a range: its tag, archive and digest.
import { assetName, distributions, type Target } from '../cli/distribution.ts'
import { get } from './http.ts'
import { type Api, fullReleases, type StatedRelease, statedRelease } from './metadata.ts'
import { exactTag, isTag } from './version.ts'

/** What is wanted, and where releases are looked up. */
export interface Wanted extends Api {
  /** `latest`, a tag, a version or a range. */
  readonly version: string
  readonly target: Target
  readonly githubUrl: string
}

export interface Release {
  readonly tag: string
  /** Where the archive for the target is. */
  readonly url: string
  /** The archive's SHA-256 in hexadecimal, where the release states one. */
  readonly digest: string | undefined
}

/**
 * Finds the release that is meant.
 *
 * Where GitHub's API is switched off, refuses or fails, `latest` comes from the redirect of the
 * release page, and an exact tag is taken as it is: both without a digest.
 *
 * @returns the release with its archive for the target
 * @throws Error when there is no such release, or no archive of it for the target
 */
export async function findRelease(wanted: Wanted): Promise<Release> {
  const { cli, version } = wanted
  const exact = exactTag(cli, version)
  if (exact !== undefined) return byTag(wanted, exact)
  if (version === 'latest') return latest(wanted)
  const { unusualTag } = await import('./range.ts')
  const tag = unusualTag(cli, version)
  return tag === undefined ? newestInRange(wanted) : byTag(wanted, tag)
}

async function byTag(wanted: Wanted, tag: string): Promise<Release> {
  const stated = await statedRelease(wanted, `tags/${encodeURIComponent(tag)}`)
  if (stated === undefined) return withoutDigest(wanted, tag)
  if (stated !== 'none' && !stated.isDraft) return withArchive(wanted, stated)
  throw await unknownVersion(wanted, await fullReleases(wanted))
}

async function latest(wanted: Wanted): Promise<Release> {
  const stated = await statedRelease(wanted, 'latest')
  if (stated !== undefined && stated !== 'none') return withArchive(wanted, stated)
  return withoutDigest(wanted, await latestByRedirect(wanted))
}

const redirectLimitMs = 60_000

async function latestByRedirect({ cli, githubUrl, cancelled }: Wanted): Promise<string> {
  const page = `${githubUrl}/${distributions[cli].repository}/releases/latest`
  const options = { followRedirects: false, limitMs: redirectLimitMs, cancelled }
  const answered = await get(
    page,
    options,
    async ({ status, headers }) => headers.location ?? `status ${status}`,
  )
  const tag = /\/releases\/tag\/([\w.+%-]+)$/.exec(answered)?.[1]?.replaceAll('%2B', '+')
  if (tag !== undefined && isTag(tag)) return tag
  throw new Error(
    `${page} does not lead to a release (it answered with ${answered}). ` +
      'Check the input `github-url`, or name a version in the input `cli-version`.',
  )
}

async function newestInRange(wanted: Wanted): Promise<Release> {
  const releases = await fullReleases(wanted)
  if (releases === undefined) {
    throw new Error(
      `The range "${wanted.version}" in \`cli-version\` needs the list of releases, and GitHub's API did not give it. ` +
        'Name an exact version, or check the inputs `github-token` and `github-api-url`.',
    )
  }
  const { newestIn } = await import('./range.ts')
  const tag = newestIn(wanted.cli, wanted.version, tagsOf(releases))
  const newest = releases.find((release) => release.tag === tag)
  if (newest === undefined) throw await unknownVersion(wanted, releases)
  return withArchive(wanted, newest)
}

async function unknownVersion(
  { cli, version }: Wanted,
  releases: readonly StatedRelease[] | undefined,
): Promise<Error> {
  const none = `There is no release "${version}" of the ${distributions[cli].title}.`
  const { nearest } = await import('./range.ts')
  const known = nearest(cli, version, tagsOf(releases ?? []))
  if (known === undefined) {
    return new Error(`${none} Check the inputs \`cli-version\` and \`github-api-url\`.`)
  }
  return new Error(
    `${none} The latest one is ${known.newest}; the nearest to it are ${known.around.join(', ')}. ` +
      'Name one of these in the input `cli-version`.',
  )
}

function tagsOf(releases: readonly StatedRelease[]): string[] {
  return releases.map(({ tag }) => tag)
}

function withArchive(wanted: Wanted, { tag, assets }: StatedRelease): Release {
  const name = assetName(wanted.cli, tag, wanted.target)
  if (assets.has(name)) return { ...withoutDigest(wanted, tag), digest: assets.get(name) }
  const others = [...assets.keys()].join(', ') || 'no archive at all'
  throw new Error(
    `The release ${tag} has no ${name}: it has ${others}. Name another version in the input \`cli-version\`.`,
  )
}

// The address is built rather than taken from the API: with a mirror in front, it is the mirror's.
function withoutDigest(wanted: Wanted, tag: string): Release {
  const { repository } = distributions[wanted.cli]
  const name = assetName(wanted.cli, tag, wanted.target)
  const url = `${wanted.githubUrl}/${repository}/releases/download/${encodeURIComponent(tag)}/${name}`
  return { tag, url, digest: undefined }
}

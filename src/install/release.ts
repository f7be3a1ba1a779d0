// Which release `latest`, a tag, a version or a range means: its tag, archive and digest.
import { assetName, distributions, type Target } from '../cli/distribution.ts'
import { get } from './http.ts'
import { type Api, listReleases, type Metadata, readRelease } from './metadata.ts'
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
  /** Of the archive for the target. */
  readonly url: string
  /** The archive's SHA-256 in hexadecimal, where the release states one. */
  readonly digest: string | undefined
}

/**
 * Finds the release that is meant.
 *
 * When GitHub's API is switched off, refuses or fails, `latest` comes from the redirect of the release page,
 * and an exact tag is taken as it is: both without a digest.
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
  const found = await readRelease(wanted, `tags/${encodeURIComponent(tag)}`)
  // Metadata of another release must not decide what an exact version installs.
  if (found !== 'none' && found?.tag !== tag) return withoutDigest(wanted, tag)
  if (found !== 'none' && !found.isDraft) return withArchive(wanted, found)
  throw await unknownVersion(wanted, await listReleases(wanted))
}

async function latest(wanted: Wanted): Promise<Release> {
  const found = await readRelease(wanted, 'latest')
  if (found !== undefined && found !== 'none') return withArchive(wanted, found)
  return withoutDigest(wanted, await latestByRedirect(wanted))
}

async function latestByRedirect(wanted: Wanted): Promise<string> {
  const page = `${wanted.githubUrl}/${distributions[wanted.cli].repository}/releases/latest`
  const options = { ...wanted, followRedirects: false, limitMs: 60_000 }
  const target = await get(
    page,
    options,
    async ({ status, headers }) => headers.location ?? `status ${status}`,
  )
  const tag = /\/releases\/tag\/([\w.+%-]+)$/.exec(target)?.[1]?.replaceAll('%2B', '+')
  if (tag !== undefined && isTag(tag)) return tag
  throw new Error(
    `${page} does not redirect to a release (it responded with ${target}). ` +
      'Check the input `github-url`, or name a version in the input `cli-version`.',
  )
}

async function newestInRange(wanted: Wanted): Promise<Release> {
  const releases = await listReleases(wanted)
  if (releases === undefined) {
    throw new Error(
      `The range "${wanted.version}" in \`cli-version\` needs the list of releases, and GitHub's API did not return it. ` +
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
  releases: readonly Metadata[] | undefined,
): Promise<Error> {
  const message = `There is no release "${version}" of the ${distributions[cli].title}.`
  const { nearest } = await import('./range.ts')
  const known = nearest(cli, version, tagsOf(releases ?? []))
  if (known === undefined) {
    return new Error(`${message} Check the inputs \`cli-version\` and \`github-api-url\`.`)
  }
  return new Error(
    `${message} The latest one is ${known.newest}; the nearest to it are ${known.around.join(', ')}. ` +
      'Name one of these in the input `cli-version`.',
  )
}

function tagsOf(releases: readonly Metadata[]): string[] {
  return releases.map(({ tag }) => tag)
}

function withArchive(wanted: Wanted, { tag, assets }: Metadata): Release {
  const name = assetName(wanted.cli, tag, wanted.target)
  if (assets.has(name)) return { ...withoutDigest(wanted, tag), digest: assets.get(name) }
  const others = [...assets.keys()].join(', ') || 'no archive at all'
  throw new Error(
    `The release ${tag} has no ${name}: it has ${others}. Name another version in the input \`cli-version\`.`,
  )
}

// The URL is built, not taken from the API: with a mirror in front, it is the mirror's.
function withoutDigest(wanted: Wanted, tag: string): Release {
  const { repository } = distributions[wanted.cli]
  const name = assetName(wanted.cli, tag, wanted.target)
  const url = `${wanted.githubUrl}/${repository}/releases/download/${encodeURIComponent(tag)}/${name}`
  return { tag, url, digest: undefined }
}

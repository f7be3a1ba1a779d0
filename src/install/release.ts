// Which release `latest`, a tag, a version or a range means: its tag, archive and digest. GitHub's API states
// them; where it is switched off, refuses, fails or sends malformed metadata, there is no digest.
// https://docs.github.com/en/rest/releases/releases
import { text } from 'node:stream/consumers'
import { assetName, distributions, type Target } from '../cli/distributions.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { get, type Network } from '../network/get.ts'
import { exactTag, isTag } from './version.ts'

/** What is wanted, and where releases are looked up. */
export type Wanted = Network & { readonly target: Target } & Pick<
    Inputs,
    'cli' | 'cliVersion' | 'githubUrl' | 'githubApiUrl' | 'githubToken'
  >

export interface Release {
  readonly tag: string
  /** Of the archive for the target. */
  readonly url: string
  /** The archive's SHA-256 in hexadecimal, where the release states one. */
  readonly digest: string | undefined
}

/**
 * Finds the release that is meant. Without metadata `latest` comes from the redirect of the release page, and
 * an exact tag is taken as it is.
 *
 * @throws Error when there is no such release, or no archive of it for the target
 */
export async function findRelease(wanted: Wanted): Promise<Release> {
  const { cli, cliVersion: version } = wanted
  const exact = exactTag(cli, version)
  if (exact !== undefined) return byTag(wanted, exact)
  if (version === 'latest') return latest(wanted)
  const { unusualTag } = await import('./range.ts')
  const tag = unusualTag(cli, version)
  return tag === undefined ? newestInRange(wanted) : byTag(wanted, tag)
}

async function byTag(wanted: Wanted, tag: string): Promise<Release> {
  const response = await fetchJson(wanted, `/tags/${encodeURIComponent(tag)}`)
  if (response?.status === 404) throw await unknownVersion(wanted, await listReleases(wanted))
  // Metadata of another release does not decide what an exact version installs.
  const isAsked = (response?.data as Metadata | undefined)?.tag_name === tag
  return (isAsked ? releaseOf(wanted, response?.data) : undefined) ?? withoutDigest(wanted, tag)
}

async function latest(wanted: Wanted): Promise<Release> {
  const release = releaseOf(wanted, (await fetchJson(wanted, '/latest'))?.data)
  if (release !== undefined) return release
  const page = `${wanted.githubUrl}/${distributions[wanted.cli].repository}/releases/latest`
  const options = { ...wanted, followRedirects: false, limitMs: 60_000 }
  const to = await get(page, options, async ({ statusCode, headers }) => {
    return headers.location ?? `status ${statusCode}`
  })
  const tag = /\/releases\/tag\/([\w.+%-]+)$/.exec(to)?.[1]?.replaceAll('%2B', '+')
  if (isTag(tag)) return withoutDigest(wanted, tag)
  throw new Error(
    `${page} does not redirect to a release (it responded with ${to}). ` +
      'Check the input `github-url`, or name a version in the input `cli-version`.',
  )
}

async function newestInRange(wanted: Wanted): Promise<Release> {
  const { cli, cliVersion: version } = wanted
  const releases = await listReleases(wanted)
  if (releases === undefined) {
    throw new Error(
      `The range "${version}" in \`cli-version\` needs the list of releases, and GitHub's API did not return it. ` +
        'Name an exact version, or check the inputs `github-token` and `github-api-url`.',
    )
  }
  const { newestIn } = await import('./range.ts')
  const tag = newestIn(cli, version, tagsOf(releases))
  if (tag === undefined) throw await unknownVersion(wanted, releases)
  const newest = releases.find((release) => release.tag_name === tag)
  return releaseOf(wanted, newest) ?? withoutDigest(wanted, tag)
}

async function unknownVersion(
  { cli, cliVersion: version }: Wanted,
  releases: readonly Metadata[] = [],
) {
  const { nearest } = await import('./range.ts')
  const known = nearest(cli, version, tagsOf(releases))
  const advice = known
    ? `The latest one is ${known.newest}; the nearest to yours are ${known.around.join(', ')}. Name one of these in the input \`cli-version\`.`
    : 'Check the inputs `cli-version` and `github-api-url`.'
  return new Error(`There is no release "${version}" of the ${distributions[cli].title}. ${advice}`)
}

/** A release as the API states it, unchecked. */
type Metadata = Readonly<Record<'tag_name' | 'draft' | 'prerelease' | 'assets', unknown>>

function tagsOf(releases: readonly Metadata[]): string[] {
  return releases.map((release) => release.tag_name).filter(isTag)
}

const maxPages = 30

// All releases that are neither drafts nor pre-releases.
async function listReleases(wanted: Wanted): Promise<readonly Metadata[] | undefined> {
  const releases: Metadata[] = []
  for (let page = 1; page <= maxPages; page++) {
    const data = (await fetchJson(wanted, `?per_page=100&page=${page}`))?.data
    if (!Array.isArray(data)) return undefined
    releases.push(...data.filter((release) => release && !release.draft && !release.prerelease))
    if (data.length < 100) break
  }
  return releases
}

async function fetchJson(
  wanted: Wanted,
  path: string,
  token = wanted.githubToken,
): Promise<{ readonly status: number | undefined; readonly data: unknown } | undefined> {
  if (wanted.githubApiUrl === '') return undefined
  const url = `${wanted.githubApiUrl}/repos/${distributions[wanted.cli].repository}/releases${path}`
  const authorization = token === '' ? {} : { authorization: `Bearer ${token}` }
  const headers = { accept: 'application/vnd.github+json', ...authorization }
  // A rate limit (429) lasts longer than all attempts.
  const limits = { finalStatus: 429, limitMs: 20_000, maxBytes: 16 * 1024 * 1024 }
  try {
    const response = await get(url, { ...wanted, headers, ...limits }, async (response) => {
      const { statusCode: status } = response
      return { status, data: status === 200 ? JSON.parse(await text(response)) : undefined }
    })
    // The token of a GitHub Enterprise Server is not valid at github.com, where reading needs none.
    return response.status === 401 && token !== '' ? await fetchJson(wanted, path, '') : response
  } catch (error) {
    if (wanted.cancelled.aborted) throw error
    return undefined
  }
}

function releaseOf(wanted: Wanted, data: unknown): Release | undefined {
  const { tag_name: tag, assets } = (data ?? {}) as Partial<Metadata>
  if (!isTag(tag) || !Array.isArray(assets)) return undefined
  const names = assets.map((asset) => asset?.name)
  if (names.some((name) => typeof name !== 'string')) return undefined
  const name = assetName(wanted.cli, tag, wanted.target)
  const asset = assets[names.indexOf(name)]
  if (asset === undefined) {
    const others = names.join(', ') || 'no archive at all'
    throw new Error(
      `The release ${tag} has no ${name}: it has ${others}. Name another version in the input \`cli-version\`.`,
    )
  }
  const digest = typeof asset.digest === 'string' ? asset.digest.toLowerCase() : ''
  const hex = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1]
  return { ...withoutDigest(wanted, tag), digest: hex }
}

// The URL is built, not taken from the API: with a mirror in front, it is the mirror's.
function withoutDigest({ cli, target, githubUrl }: Wanted, tag: string): Release {
  const path = `${distributions[cli].repository}/releases/download/${encodeURIComponent(tag)}`
  return { tag, url: `${githubUrl}/${path}/${assetName(cli, tag, target)}`, digest: undefined }
}

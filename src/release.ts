// Which release is meant by `latest`, a tag, a version or a range: its tag, archive and digest.
// https://docs.github.com/en/rest/releases/releases
import semver from 'semver'
import { assetName, type CliName, distributions, type Target } from './distribution.ts'
import { get, textOf } from './http.ts'

/** What is wanted, and where releases are looked up. */
export interface Wanted {
  readonly cli: CliName
  /** `latest`, a tag, a version or a range. */
  readonly version: string
  readonly target: Target
  readonly githubUrl: string
  /** Empty: there is no API. */
  readonly apiUrl: string
  readonly githubToken: string
}

export interface Release {
  readonly tag: string
  /** Where the archive for the target is. */
  readonly url: string
  /** The archive's SHA-256 in hexadecimal, where the release states one. */
  readonly digest: string | undefined
}

/**
 * Reads a tag out of what the user wrote, without asking anyone.
 *
 * @returns the tag, or undefined for `latest` and for ranges, which only a list of releases can answer
 */
export function exactTag(cli: CliName, version: string): string | undefined {
  if (version === 'latest') return undefined
  const [, number, rest = ''] = /^v?(\d+\.\d+\.\d+)([-+][\w.+-]+)?$/.exec(version) ?? []
  if (number !== undefined) return `v${number}${rest || distributions[cli].tagSuffix}`
  return semver.validRange(version) === null ? version : undefined
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
export async function findRelease(wanted: Wanted, cancelled: AbortSignal): Promise<Release> {
  const tag = exactTag(wanted.cli, wanted.version)
  if (tag !== undefined) return byTag(wanted, tag, cancelled)
  if (wanted.version === 'latest') return latest(wanted, cancelled)
  return newestInRange(wanted, cancelled)
}

async function byTag(wanted: Wanted, tag: string, cancelled: AbortSignal): Promise<Release> {
  const reply = await ask(wanted, `/releases/tags/${encodeURIComponent(tag)}`, cancelled)
  if (reply?.status === 404) throw await unknownVersion(wanted, cancelled)
  const stated = parseRelease(reply?.data)
  return stated === undefined ? withoutDigest(wanted, tag) : withArchive(wanted, stated)
}

async function latest(wanted: Wanted, cancelled: AbortSignal): Promise<Release> {
  const reply = await ask(wanted, '/releases/latest', cancelled)
  const stated = parseRelease(reply?.data)
  if (stated !== undefined) return withArchive(wanted, stated)
  return withoutDigest(wanted, await latestByRedirect(wanted, cancelled))
}

async function latestByRedirect(wanted: Wanted, cancelled: AbortSignal): Promise<string> {
  const { repository } = distributions[wanted.cli]
  const page = `${wanted.githubUrl}/${repository}/releases/latest`
  const location = await get(page, { followRedirects: false, cancelled }, async (answer) =>
    answer.headers.location === undefined ? `status ${answer.status}` : answer.headers.location,
  )
  const tag = /\/releases\/tag\/([^/?#]+)$/.exec(location)?.[1]
  if (tag !== undefined && isTag(decodeURIComponent(tag))) return decodeURIComponent(tag)
  throw new Error(
    `${page} does not lead to a release (it answered with ${location}). ` +
      'Check the input `github-url`, or name a version in the input `cli-version`.',
  )
}

async function newestInRange(wanted: Wanted, cancelled: AbortSignal): Promise<Release> {
  const releases = await fullReleases(wanted, cancelled)
  if (releases === undefined) {
    throw new Error(
      `The range "${wanted.version}" in \`cli-version\` needs the list of releases, and GitHub's API did not give it. ` +
        'Name an exact version, or check the inputs `github-token` and `github-api-url`.',
    )
  }
  const newest = newestFirst(releases).find((release) =>
    semver.satisfies(versionOf(wanted.cli, release.tag) ?? '', wanted.version),
  )
  if (newest === undefined) throw await unknownVersion(wanted, cancelled)
  return withArchive(wanted, newest)

  function newestFirst(list: readonly StatedRelease[]) {
    return list.toSorted((a, b) => compare(wanted.cli, b.tag, a.tag))
  }
}

async function unknownVersion(wanted: Wanted, cancelled: AbortSignal): Promise<Error> {
  const { title } = distributions[wanted.cli]
  const none = `There is no release "${wanted.version}" of the ${title}.`
  const releases = (await fullReleases(wanted, cancelled)) ?? []
  const tags = releases.map(({ tag }) => tag).filter((tag) => versionOf(wanted.cli, tag))
  const sorted = tags.sort((a, b) => compare(wanted.cli, a, b))
  const newest = sorted.at(-1)
  if (newest === undefined) return new Error(`${none} Check the input \`cli-version\`.`)
  const least = semver.coerce(wanted.version) ?? semver.parse('0.0.0')
  const above = sorted.findIndex((tag) =>
    semver.gt(versionOf(wanted.cli, tag) ?? '0.0.0', least ?? '0.0.0'),
  )
  const place = above === -1 ? sorted.length : above
  const nearest = sorted.slice(Math.max(0, place - 2), place + 2)
  return new Error(
    `${none} The latest one is ${newest}; the nearest to it are ${nearest.join(', ')}. ` +
      'Name one of these in the input `cli-version`.',
  )
}

function versionOf(cli: CliName, tag: string): string | undefined {
  const { tagSuffix } = distributions[cli]
  const bare = tag.endsWith(tagSuffix) ? tag.slice(0, tag.length - tagSuffix.length) : tag
  return semver.valid(bare) ?? undefined
}

function compare(cli: CliName, a: string, b: string): number {
  return semver.compare(versionOf(cli, a) ?? '0.0.0', versionOf(cli, b) ?? '0.0.0')
}

interface StatedRelease {
  readonly tag: string
  readonly isFull: boolean
  /** Digests, where stated, by file name. */
  readonly assets: ReadonlyMap<string, string | undefined>
}

const mostPages = 30

async function fullReleases(
  wanted: Wanted,
  cancelled: AbortSignal,
): Promise<readonly StatedRelease[] | undefined> {
  const releases: StatedRelease[] = []
  for (let page = 1; page <= mostPages; page++) {
    const reply = await ask(wanted, `/releases?per_page=100&page=${page}`, cancelled)
    if (!Array.isArray(reply?.data)) return undefined
    releases.push(...reply.data.map(parseRelease).filter((release) => release !== undefined))
    if (reply.data.length < 100) break
  }
  return releases.filter((release) => release.isFull)
}

interface Reply {
  readonly status: number
  readonly data: unknown
}

const mostBytes = 16 * 1024 * 1024

// Undefined: there is no API, or no answer to build on. A refused token is left out the second time:
// on GitHub Enterprise Server the job's own token is none for github.com, and reading needs none.
async function ask(
  wanted: Wanted,
  path: string,
  cancelled: AbortSignal,
  token = wanted.githubToken,
): Promise<Reply | undefined> {
  if (wanted.apiUrl === '') return undefined
  const url = `${wanted.apiUrl}/repos/${distributions[wanted.cli].repository}${path}`
  const headers = {
    accept: 'application/vnd.github+json',
    ...(token !== '' && { authorization: `Bearer ${token}` }),
  }
  try {
    const reply = await get(url, { headers, final: [429], cancelled }, async (answer) => {
      const text = await textOf(answer, mostBytes)
      return { status: answer.status, data: answer.status === 200 ? JSON.parse(text) : undefined }
    })
    if (reply.status === 401 && token !== '') return ask(wanted, path, cancelled, '')
    return reply.status === 200 || reply.status === 404 ? reply : undefined
  } catch {
    cancelled.throwIfAborted()
    return undefined
  }
}

function parseRelease(data: unknown): StatedRelease | undefined {
  const { tag_name: tag, draft, prerelease, assets } = (data ?? {}) as Record<string, unknown>
  if (typeof tag !== 'string' || !isTag(tag) || !Array.isArray(assets)) return undefined
  const digests = assets.map((asset: { name?: unknown; digest?: unknown } | null) => {
    const hex = /^sha256:([0-9a-f]{64})$/i.exec(String(asset?.digest))?.[1]
    return [String(asset?.name), hex?.toLowerCase()] as const
  })
  return { tag, isFull: draft !== true && prerelease !== true, assets: new Map(digests) }
}

// A tag becomes part of URLs and of paths in the tool cache.
function isTag(tag: string): boolean {
  return /^[A-Za-z0-9][\w.+-]{0,127}$/.test(tag)
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

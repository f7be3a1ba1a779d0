// Which release `latest`, a tag, a version or a range means: its tag, its archive and its digest.
import { assetName, type CliName, distributions, isTag, type Target } from '../cli/distributions.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { get, type Network, timeLimit } from '../network/get.ts'
import { agreeOn, type Stated } from './digest.ts'
import * as api from './metadata.ts'

/** What is wanted, and where releases are looked up. */
export type Wanted = Network & {
  /** The best one first. */
  readonly targets: readonly Target[]
} & Pick<Inputs, 'cli' | 'cliVersion' | 'cliSha256' | 'githubUrl' | 'githubApiUrl' | 'githubToken'>

export interface Release {
  readonly tag: string
  /** The archives that may exist, the best one first. */
  readonly archives: readonly Archive[]
  /** What the API states of the archive. */
  readonly stated: Stated
}

export interface Archive {
  readonly cli: CliName
  readonly tag: string
  readonly target: Target
  readonly name: string
  readonly url: string
}

/**
 * Finds the release that is meant. With a pinned digest, an exact version needs no request.
 *
 * @throws Error when there is no such release, no archive of it for the targets, or no digest for `latest`
 */
export async function findRelease(wanted: Wanted): Promise<Release> {
  const { cli, cliVersion: version } = wanted
  if (version === 'latest') return latest(wanted)
  const exact = exactTag(cli, version)
  if (exact !== undefined) return byTag(wanted, exact)
  const { isRange } = await import('./range.ts')
  return isRange(cli, version) ? newestInRange(wanted) : byTag(wanted, version)
}

/** Returns the tag of an exact version, such as `1.2.33` or `v1.2.33`, or undefined for all else. */
export function exactTag(cli: CliName, version: string): string | undefined {
  const [, number, rest = ''] = /^v?(\d+\.\d+\.\d+)([-+][\w.+-]+)?$/.exec(version) ?? []
  return number === undefined ? undefined : `v${number}${rest || distributions[cli].tagSuffix}`
}

async function byTag(wanted: Wanted, tag: string): Promise<Release> {
  if (wanted.cliSha256 !== 'release') return undescribed(wanted, tag, { kind: 'off' })
  const limited = withTimeLimit(wanted)
  const found = await api.lookUpRelease(limited, `tags/${encodeURIComponent(tag)}`)
  if (found.kind === 'found') {
    if (found.value.tag === tag) return described(wanted, found.value)
    return undescribed(wanted, tag, { kind: 'unreadable', why: 'it described another release' })
  }
  if (found.kind === 'unreadable' && found.status === 404) {
    throw await unknownVersion(wanted, await api.listReleases(limited))
  }
  return undescribed(wanted, tag, found)
}

// The page of the latest release gets its own time limit: it is requested after the API did not respond in time.
function withTimeLimit(wanted: Wanted): Wanted {
  return { ...wanted, signal: timeLimit(45_000, wanted.signal) }
}

async function latest(wanted: Wanted): Promise<Release> {
  const isAsked = wanted.cliSha256 !== 'none'
  const limited = withTimeLimit(wanted)
  const found = isAsked ? await api.lookUpRelease(limited, 'latest') : ({ kind: 'off' } as const)
  if (found.kind === 'found') return described(wanted, found.value)
  // Without a digest, the tag is of no use.
  agreeOn(found, wanted.cliSha256)
  return undescribed(wanted, await latestTag(wanted), found)
}

const releasePage = /\/releases\/tag\/([^/]+)$/

// From the redirect of the release page, which a mirror may redirect first.
async function latestTag(wanted: Wanted): Promise<string> {
  const page = `${wanted.githubUrl}/${distributions[wanted.cli].repository}/releases/latest`
  const options = { ...withTimeLimit(wanted), stopAt: releasePage }
  const path = await get(page, options, async ({ url }) => url.pathname)
  const tag = releasePage.exec(path)?.[1]
  if (isTag(tag)) return tag
  throw new Error(
    `${page} does not redirect to a release. ` +
      'Check the input `github-url`, or name a version in the input `cli-version`.',
  )
}

async function newestInRange(wanted: Wanted): Promise<Release> {
  const { cli, cliVersion: version, targets } = wanted
  const list = await api.listReleases(withTimeLimit(wanted))
  if (list.kind !== 'found') {
    const why = list.kind === 'off' ? '`github-api-url` is empty' : list.why
    throw new Error(
      `The range "${version}" in \`cli-version\` needs the list of releases from GitHub's API: ${why}. ` +
        'Name an exact version, or check the inputs `github-token` and `github-api-url`.',
    )
  }
  const { newestIn } = await import('./range.ts')
  // The archives of a new release are uploaded one after the other.
  const complete = list.value.filter(({ tag, assets }) =>
    targets.some((target) => assets.has(assetName(cli, tag, target))),
  )
  const release = newestIn(cli, version, complete) ?? newestIn(cli, version, list.value)
  if (release === undefined) throw await unknownVersion(wanted, list)
  return described(wanted, release)
}

async function unknownVersion(
  { cli, cliVersion: version }: Wanted,
  list: api.LookUp<readonly api.Metadata[]>,
): Promise<Error> {
  const { nearest } = await import('./range.ts')
  const known = nearest(cli, version, list.kind === 'found' ? list.value : [])
  const advice = known
    ? `The latest one is ${known.newest}; the nearest to yours are ${known.around.join(', ')}. Name one of these in the input \`cli-version\`.`
    : 'Check the inputs `cli-version` and `github-api-url`.'
  return new Error(`There is no release "${version}" of the ${distributions[cli].title}. ${advice}`)
}

function described(wanted: Wanted, { tag, assets }: api.Metadata): Release {
  const possible = archivesOf(wanted, tag)
  const archive = possible.find(({ name }) => assets.has(name))
  if (archive === undefined) {
    throw new Error(
      `The release ${tag} has no ${possible[0]?.name}: it has ${some(assets) || 'no archive at all'}. ` +
        'Name another version in the input `cli-version`.',
    )
  }
  return { tag, archives: [archive], stated: statedBy(tag, assets.get(archive.name)) }
}

function statedBy(tag: string, digest = ''): Stated {
  if (digest === '') return { kind: 'missing', tag }
  const hex = /^sha256:([0-9a-f]{64})$/.exec(digest.toLowerCase())?.[1]
  if (hex !== undefined) return { kind: 'found', tag, digest: hex }
  return { kind: 'unreadable', why: `the digest of ${tag} is not SHA-256` }
}

function undescribed(wanted: Wanted, tag: string, stated: Stated): Release {
  return { tag, archives: archivesOf(wanted, tag), stated }
}

// The URL is built, not taken from the API: with a mirror in front, it is the mirror's.
function archivesOf({ cli, targets, githubUrl }: Wanted, tag: string): Archive[] {
  const path = `${distributions[cli].repository}/releases/download/${encodeURIComponent(tag)}`
  return targets.map((target) => {
    const name = assetName(cli, tag, target)
    return { cli, tag, target, name, url: `${githubUrl}/${path}/${name}` }
  })
}

// A server can send any number of names, of any length.
function some(assets: api.Metadata['assets']): string {
  const names = [...assets.keys()].slice(0, 20).map((name) => name.slice(0, 100))
  return names.join(', ')
}

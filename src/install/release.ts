// Which release `latest`, a tag, a version or a range means: its tag, its archive and its digest.
import { assetName, distributions, type Target } from '../cli/distributions.ts'
import type { Inputs } from '../inputs/inputs.ts'
import { get, type Network, timeLimit } from '../network/get.ts'
import { neededDigests, type Stated } from './decide.ts'
import {
  type LookUp,
  type LookUpOptions,
  listReleases,
  lookUpRelease,
  type Metadata,
} from './metadata.ts'
import { exactTag, isTag } from './version.ts'

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
  readonly name: string
  readonly url: string
  readonly target: Target
}

/**
 * Finds the release that is meant. With a pinned digest, an exact version needs no request.
 *
 * @throws Error when there is no such release, no archive of it for the targets, or no digest for `latest`
 */
export async function findRelease(options: Wanted): Promise<Release> {
  const wanted = { idleTimeoutMs: 20_000, ...options, limit: timeLimit(45_000) }
  const { cli, cliVersion: version } = wanted
  const exact = exactTag(cli, version)
  if (exact !== undefined) return byTag(wanted, exact)
  if (version === 'latest') return latest(wanted)
  const { unusualTag } = await import('./range.ts')
  const tag = unusualTag(cli, version)
  return tag === undefined ? newestInRange(wanted) : byTag(wanted, tag)
}

type Options = Wanted & LookUpOptions

const notAsked: Stated = { kind: 'unreadable', why: 'it was not asked' }

async function byTag(wanted: Options, tag: string): Promise<Release> {
  if (wanted.cliSha256 !== 'release') return undescribed(wanted, tag, notAsked)
  const found = await lookUpRelease(wanted, `tags/${encodeURIComponent(tag)}`)
  if (found.kind === 'missing') throw await unknownVersion(wanted, await listReleases(wanted))
  if (found.kind !== 'found') return undescribed(wanted, tag, found)
  if (found.value.tag === tag) return described(wanted, found.value)
  return undescribed(wanted, tag, { kind: 'unreadable', why: 'it described another release' })
}

async function latest(wanted: Options): Promise<Release> {
  if (wanted.cliSha256 === 'none') return undescribed(wanted, await latestTag(wanted), notAsked)
  const found = await lookUpRelease(wanted, 'latest')
  if (found.kind === 'found') return described(wanted, found.value)
  const stated = found.kind === 'missing' ? notFound : found
  // Without a digest, the tag is of no use.
  neededDigests(stated, wanted.cliSha256)
  return undescribed(wanted, await latestTag(wanted), stated)
}

const notFound: Stated = { kind: 'unreadable', why: 'it responded with status 404' }

// From the redirect of the release page, which a mirror may redirect first.
async function latestTag(wanted: Options): Promise<string> {
  const page = `${wanted.githubUrl}/${distributions[wanted.cli].repository}/releases/latest`
  const stopAt = /\/releases\/tag\/[^/]+$/
  const path = await get(page, { ...wanted, stopAt }, async ({ url }) => url.pathname)
  const tag = path.slice(path.lastIndexOf('/') + 1).replaceAll('%2B', '+')
  if (stopAt.test(path) && isTag(tag)) return tag
  throw new Error(
    `${page} does not redirect to a release. ` +
      'Check the input `github-url`, or name a version in the input `cli-version`.',
  )
}

async function newestInRange(wanted: Options): Promise<Release> {
  const { cli, cliVersion: version, targets } = wanted
  const list = await listReleases(wanted)
  if (list.kind !== 'found') {
    const { why } =
      list.kind === 'unreadable' ? list : { why: 'there is none at `github-api-url`.' }
    throw new Error(
      `The range "${version}" in \`cli-version\` needs the list of releases from GitHub's API: ${why} ` +
        'Name an exact version, or check the inputs `github-token` and `github-api-url`.',
    )
  }
  const { newestIn } = await import('./range.ts')
  const newest = (releases: readonly Metadata[]) => {
    const tag = newestIn(
      cli,
      version,
      releases.map(({ tag }) => tag),
    )
    return releases.find((release) => release.tag === tag)
  }
  // The archives of a new release are uploaded one after the other.
  const hasArchive = ({ tag, assets }: Metadata) =>
    targets.some((target) => assets.has(assetName(cli, tag, target)))
  const release = newest(list.value.filter(hasArchive)) ?? newest(list.value)
  if (release === undefined) throw await unknownVersion(wanted, list)
  return described(wanted, release)
}

async function unknownVersion(
  { cli, cliVersion: version }: Options,
  list: LookUp<readonly Metadata[]>,
): Promise<Error> {
  const { nearest } = await import('./range.ts')
  const tags = list.kind === 'found' ? list.value.map(({ tag }) => tag) : []
  const known = nearest(cli, version, tags)
  const advice = known
    ? `The latest one is ${known.newest}; the nearest to yours are ${known.around.join(', ')}. Name one of these in the input \`cli-version\`.`
    : 'Check the inputs `cli-version` and `github-api-url`.'
  return new Error(`There is no release "${version}" of the ${distributions[cli].title}. ${advice}`)
}

function described(wanted: Options, { tag, assets }: Metadata): Release {
  const possible = archivesOf(wanted, tag)
  const archive = possible.find(({ name }) => assets.has(name))
  if (archive === undefined) {
    throw new Error(
      `The release ${tag} has no ${possible[0]?.name}: it has ${listed([...assets.keys()])}. ` +
        'Name another version in the input `cli-version`.',
    )
  }
  return { tag, archives: [archive], stated: statedBy(tag, assets.get(archive.name)) }
}

function statedBy(tag: string, digest: unknown): Stated {
  if (typeof digest !== 'string' || digest === '') return { kind: 'missing', tag }
  const hex = /^sha256:([0-9a-f]{64})$/.exec(digest.toLowerCase())?.[1]
  if (hex !== undefined) return { kind: 'found', tag, digest: hex }
  return { kind: 'unreadable', why: `the digest of ${tag} is not SHA-256` }
}

function undescribed(wanted: Options, tag: string, stated: Stated): Release {
  return { tag, archives: archivesOf(wanted, tag), stated }
}

// The URL is built, not taken from the API: with a mirror in front, it is the mirror's.
function archivesOf({ cli, targets, githubUrl }: Options, tag: string): Archive[] {
  const path = `${distributions[cli].repository}/releases/download/${encodeURIComponent(tag)}`
  return targets.map((target) => {
    const name = assetName(cli, tag, target)
    return { name, target, url: `${githubUrl}/${path}/${name}` }
  })
}

const [maxListed, maxNameLength] = [20, 100]

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'no archive at all'
  const shown = names.slice(0, maxListed).map((name) => name.slice(0, maxNameLength))
  const more = names.length - shown.length
  return shown.join(', ') + (more > 0 ? ` and ${more} more` : '')
}

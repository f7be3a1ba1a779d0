import { createHash } from 'node:crypto'
import { type Entry, tarGz, zip } from './archive.ts'
import { executable, type Fault } from './executable.ts'

/** A release as a test describes it. */
export type Release = {
  readonly cli: 'choreo' | 'wdp'
  readonly tag: string
  readonly prerelease?: boolean
  readonly draft?: boolean
  /** What the API says about an asset: its real digest (default), none, or this text. */
  readonly digest?: 'right' | 'none' | (string & {})
  /** What is wrong with the command line in it. */
  readonly fault?: Fault
  /** Other bytes than the usual archive. */
  readonly archive?: () => Buffer
  /** The executable's minimum size in bytes. */
  readonly padTo?: number
  /** ISO 8601. A new release is newer than all others unless said; a replaced one keeps its date. */
  readonly publishedAt?: string
}

/** A release with nothing left open. */
export type Published = Release & {
  readonly prerelease: boolean
  readonly draft: boolean
  readonly publishedAt: string
  readonly assets: readonly Asset[]
}

/** A file of a release; its bytes are made when they are first asked for. */
export type Asset = {
  readonly name: string
  readonly bytes: () => Buffer
  /** `sha256:<hex>`, or null for a release from before GitHub computed digests. */
  readonly digest: () => string | null
}

export type Catalogue = ReturnType<typeof catalogue>

/** Returns the releases that there are from the start; `service` is baked into each of them. */
export function catalogue(service: string) {
  const repositories = new Map<string, readonly Published[]>()
  const publish = (release: Release): void => {
    const repository = `wso2/${release.cli}-cli`
    const all = repositories.get(repository) ?? []
    const before = all.find(({ tag }) => tag === release.tag)
    const others = all.filter((other) => other !== before)
    const entry: Published = {
      ...release,
      prerelease: release.prerelease ?? before?.prerelease ?? false,
      draft: release.draft ?? before?.draft ?? false,
      publishedAt: release.publishedAt ?? before?.publishedAt ?? dayAfter(others),
      assets: assets(release, service),
    }
    const newestFirst = [...others, entry].sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
    repositories.set(repository, newestFirst)
  }
  for (const [cli, tag, day, more] of initial) {
    publish({ cli, tag, publishedAt: `${day}T09:00:00Z`, ...more })
  }
  /** Lists the releases of a repository such as `wso2/choreo-cli`, newest first, drafts included. */
  const releases = (repository: string) => repositories.get(repository)
  return { publish, releases }
}

// The tags are real; the dates only keep their order. Digests exist since June 2025.
const initial: readonly [cli: 'choreo' | 'wdp', tag: string, day: string, more?: Partial<Release>][] = [
  ['choreo', 'v0.9.0', '2024-05-14', { digest: 'none' }],
  ['choreo', 'v1.1.4', '2025-09-02'],
  ['choreo', 'v1.1.2-signed', '2025-10-07', { prerelease: true }],
  ['choreo', 'v1.2.32', '2026-02-03'],
  ['choreo', 'v1.2.33', '2026-03-03'],
  ['choreo', 'v1.2.212603061900', '2026-03-06', { prerelease: true }],
  ['choreo', 'v9.9.9', '2026-03-09', { draft: true }],
  ['wdp', 'v1.1.0-wdp', '2026-05-05'],
  ['wdp', 'v1.2.30-wdp', '2026-06-02'],
  ['wdp', 'v1.2.32-wdp', '2026-07-07'],
]

// The architectures that WSO2 publishes.
const published = {
  darwin: ['amd64', 'arm64'],
  linux: ['386', 'amd64', 'arm', 'arm64'],
  windows: ['386', 'amd64'],
} as const

function dayAfter(releases: readonly Published[]): string {
  const newest = Math.max(0, ...releases.map(({ publishedAt }) => Date.parse(publishedAt)))
  return new Date(newest + 86_400_000).toISOString()
}

function assets(release: Release, service: string): Asset[] {
  const { cli, tag, archive, digest = 'right' } = release
  // The program is the same text everywhere, so one archive serves all architectures of a system.
  const systems = Object.keys(published) as (keyof typeof published)[]
  return systems.flatMap((os) => {
    const bytes = once(() => archive?.() ?? pack(release, service, os))
    const right = () => `sha256:${createHash('sha256').update(bytes()).digest('hex')}`
    const said = once(() => (digest === 'right' ? right() : digest === 'none' ? null : digest))
    const extension = os === 'linux' ? 'tar.gz' : 'zip'
    return published[os].map((arch) => {
      return { name: `${cli}-cli-${tag}-${os}-${arch}.${extension}`, bytes, digest: said }
    })
  })
}

function pack({ cli, tag, fault, padTo }: Release, service: string, os: string): Buffer {
  const content = executable({ cli, version: tag, service, fault, padTo })
  const entries: readonly Entry[] = [
    { name: 'LICENSE', content: Buffer.from('A stand-in for tests.\n') },
    { name: 'README.md', content: Buffer.from(`# ${cli} ${tag}\n`) },
    { name: os === 'windows' ? `${cli}.exe` : cli, mode: 0o755, content },
  ]
  return os === 'linux' ? tarGz(entries) : zip(entries)
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

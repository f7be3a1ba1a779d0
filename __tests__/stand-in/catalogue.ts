import { createHash } from 'node:crypto'
import { type Arch, archiveName, type Entry, type Os, published, tarGz, zip } from './archive.ts'
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
  readonly archive?: (os: Os, arch: Arch) => Buffer
  /** The executable's least size in bytes. */
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

export type Catalogue = {
  readonly publish: (release: Release) => void
  /** All releases of a repository such as `wso2/choreo-cli`, newest first, drafts included. */
  readonly releases: (repository: string) => readonly Published[] | undefined
}

/** Returns the releases that there are from the start; `service` is baked into each of them. */
export function catalogue(service: string): Catalogue {
  const repositories = new Map<string, Published[]>()
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
  for (const release of initial) publish(release)
  return { publish, releases: (repository) => repositories.get(repository) }
}

// The tags are real; the dates only keep their order. Digests exist since June 2025.
const initial: readonly Release[] = [
  { cli: 'choreo', tag: 'v0.9.0', publishedAt: '2024-05-14T09:00:00Z', digest: 'none' },
  { cli: 'choreo', tag: 'v1.1.4', publishedAt: '2025-09-02T09:00:00Z' },
  { cli: 'choreo', tag: 'v1.1.2-signed', publishedAt: '2025-10-07T09:00:00Z', prerelease: true },
  { cli: 'choreo', tag: 'v1.2.32', publishedAt: '2026-02-03T09:00:00Z' },
  { cli: 'choreo', tag: 'v1.2.33', publishedAt: '2026-03-03T09:00:00Z' },
  {
    cli: 'choreo',
    tag: 'v1.2.212603061900',
    publishedAt: '2026-03-06T19:00:00Z',
    prerelease: true,
  },
  { cli: 'choreo', tag: 'v9.9.9', publishedAt: '2026-03-09T09:00:00Z', draft: true },
  { cli: 'wdp', tag: 'v1.1.0-wdp', publishedAt: '2026-05-05T09:00:00Z' },
  { cli: 'wdp', tag: 'v1.2.30-wdp', publishedAt: '2026-06-02T09:00:00Z' },
  { cli: 'wdp', tag: 'v1.2.32-wdp', publishedAt: '2026-07-07T09:00:00Z' },
]

function dayAfter(releases: readonly Published[]): string {
  const newest = Math.max(0, ...releases.map(({ publishedAt }) => Date.parse(publishedAt)))
  return new Date(newest + 86_400_000).toISOString()
}

function assets(release: Release, service: string): Asset[] {
  const { cli, tag, archive } = release
  // The program is the same text everywhere, so one archive serves all architectures of a system.
  const usual = new Map<Os, () => Buffer>(
    (['darwin', 'linux', 'windows'] as const).map((os) => [
      os,
      once(() => pack(release, service, os)),
    ]),
  )
  return published.map(({ os, arch }) => {
    const made = archive === undefined ? usual.get(os) : once(() => archive(os, arch))
    const bytes = made ?? (() => Buffer.alloc(0))
    const digest = once(() => said(release, bytes))
    return { name: archiveName(cli, tag, os, arch), bytes, digest }
  })
}

function pack({ cli, tag, fault, padTo }: Release, service: string, os: Os): Buffer {
  const entries: readonly Entry[] = [
    { name: 'LICENSE', content: Buffer.from('A stand-in for tests.\n') },
    { name: 'README.md', content: Buffer.from(`# ${cli} ${tag}\n`) },
    {
      name: os === 'windows' ? `${cli}.exe` : cli,
      mode: 0o755,
      content: executable({ cli, version: tag, service, fault, padTo }),
    },
  ]
  return os === 'linux' ? tarGz(entries) : zip(entries)
}

function said({ digest = 'right' }: Release, bytes: () => Buffer): string | null {
  if (digest === 'none') return null
  if (digest !== 'right') return digest
  return `sha256:${createHash('sha256').update(bytes()).digest('hex')}`
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

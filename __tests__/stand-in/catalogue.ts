import { createHash } from 'node:crypto'
import type { CliName } from '../../src/cli/distributions.ts'
import { tarGz, zip } from './archive.ts'
import { executable, type Fault } from './executable.ts'

/** A release as a test describes it. */
export type Release = {
  readonly cli: CliName
  readonly tag: string
  readonly prerelease?: boolean
  readonly draft?: boolean
  /** What the API says about an asset instead of its real digest: nothing (`none`), or this text. */
  readonly digest?: string
  /** What is wrong with the command line in it. */
  readonly fault?: Fault
  /** Other bytes than the usual archive. */
  readonly archive?: () => Buffer
  /** The executable's minimum size in bytes. */
  readonly padTo?: number
  /** The platforms that have an archive, such as `linux-amd64`; those that WSO2 publishes unless said. */
  readonly assets?: readonly string[]
  /** ISO 8601. A new release is newer than all others unless said; a replaced one keeps its date. */
  readonly publishedAt?: string
}

export type Published = Release & {
  readonly publishedAt: string
  /** The files; their bytes are made when they are first asked for. */
  readonly files: () => ReturnType<typeof assetsOf>
}

export type Catalogue = ReturnType<typeof startCatalogue>

/** Returns the releases that there are from the start; `service` is baked into each of them. */
export function startCatalogue(service: string) {
  let all: readonly Published[] = []
  /** Lists the releases of a repository such as `wso2/choreo-cli`, newest first, drafts included. */
  const releases = (repository: string) => all.filter(({ cli }) => `wso2/${cli}-cli` === repository)
  /** Adds a release, or replaces the one with its tag. */
  const publish = (release: Release): void => {
    const before = all.find(({ cli, tag }) => cli === release.cli && tag === release.tag)
    const others = all.filter((other) => other !== before)
    let made: ReturnType<typeof assetsOf> | undefined
    // Later than each of the initial ones; of two that are new, the later call has published the newer.
    const { publishedAt = before?.publishedAt ?? '2027-01-01' } = release
    const published = {
      ...release,
      publishedAt,
      files: () => (made ??= assetsOf(release, service)),
    }
    all = [published, ...others].toSorted((a, b) => b.publishedAt.localeCompare(a.publishedAt))
  }
  for (const [cli, tag, publishedAt, more] of initial) publish({ cli, tag, publishedAt, ...more })
  return { publish, releases }
}

// The tags are real; the dates only keep their order. Digests exist since June 2025.
const initial: readonly [cli: CliName, tag: string, day: string, more?: Partial<Release>][] = [
  ['choreo', 'v0.9.0', '2024-05-14', { digest: 'none' }],
  ['choreo', 'v1.1.4', '2025-09-02'],
  ['choreo', 'v1.2.32', '2026-02-03'],
  ['choreo', 'v1.2.33', '2026-03-03'],
  ['choreo', 'v1.2.212603061900', '2026-03-06', { prerelease: true }],
  ['choreo', 'v9.9.9', '2026-03-09', { draft: true }],
  ['wdp', 'v1.2.30-wdp', '2026-06-02'],
  ['wdp', 'v1.2.32-wdp', '2026-07-07'],
]

// The architectures that WSO2 publishes.
const platforms = [
  'darwin-amd64',
  'darwin-arm64',
  'linux-386',
  'linux-amd64',
  'linux-arm',
  'linux-arm64',
  'windows-386',
  'windows-amd64',
]

// The program is the same text everywhere, so one archive serves all architectures of a system.
function assetsOf(release: Release, service: string) {
  const { cli, tag, archive, digest, assets = platforms } = release
  return ['darwin', 'linux', 'windows'].flatMap((os) => {
    const bytes = archive?.() ?? pack(release, service, os)
    const own = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
    const name = (platform: string) =>
      `${cli}-cli-${tag}-${platform}.${os === 'linux' ? 'tar.gz' : 'zip'}`
    // Null for a release from before GitHub computed digests.
    const stated = digest === 'none' ? null : (digest ?? own)
    return assets
      .filter((platform) => platform.startsWith(os))
      .map((platform) => ({ name: name(platform), bytes, digest: stated }))
  })
}

function pack({ cli, tag, fault, padTo }: Release, service: string, os: string): Buffer {
  const content = executable({ cli, version: tag, service, fault, padTo })
  const entries = [
    { name: 'README.md', content: Buffer.from(`# ${cli} ${tag}\n`) },
    { name: os === 'windows' ? `${cli}.exe` : cli, mode: 0o755, content },
  ]
  return os === 'linux' ? tarGz(entries) : zip(entries)
}

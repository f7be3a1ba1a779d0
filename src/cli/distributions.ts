// What WSO2 publishes: repository, executable and archive of each CLI. Pure.
// Sources: the release pages of github.com/wso2/choreo-cli and github.com/wso2/wdp-cli.

/** Where a CLI is published, and what is known about it. */
interface Distribution {
  /** Its name in sentences. */
  readonly title: string
  /** `owner/name` on GitHub. */
  readonly repository: string
  /** The end of each of its tags. It does not mark a pre-release. */
  readonly tagSuffix: string
  /** The directory in the user's home that holds its files. */
  readonly homeDirectory: string
  /** `major.minor.patch` of the first version without a grave fault, from its release notes. */
  readonly minimum: string
  /** What earlier versions do, as the end of a sentence. */
  readonly fault: string
}

/** The CLIs, by their names. */
export const distributions = {
  choreo: {
    title: 'Choreo CLI',
    repository: 'wso2/choreo-cli',
    tagSuffix: '',
    homeDirectory: '.choreo',
    minimum: '1.2.25',
    fault: 'can crash at a login with a Personal Access Token',
  },
  wdp: {
    title: 'WSO2 Developer Platform CLI',
    repository: 'wso2/wdp-cli',
    tagSuffix: '-wdp',
    homeDirectory: '.wdp',
    minimum: '1.2.26',
    // v1.2.25-wdp: "duplicate shorthand flag".
    fault: 'fail for every sub-command',
  },
} as const satisfies Readonly<Record<string, Distribution>>

export type CliName = keyof typeof distributions

/** The names of the CLIs; the first one is the default. */
export const cliNames = Object.keys(distributions) as [CliName, ...CliName[]]

/**
 * Whether a version is below the minimum. Dated pre-releases (`v1.2.82503121000`) do not order by number, so they
 * are not.
 *
 * @param version a tag; may be empty
 */
export function isTooOld(cli: CliName, version: string): boolean {
  const { minimum, tagSuffix } = distributions[cli]
  const [, number] = /^v?(\d{1,4}(?:\.\d{1,4}){2})$/.exec(version.replace(tagSuffix, '')) ?? []
  return number !== undefined && orderOf(number) < orderOf(minimum)
}

function orderOf(version: string): number {
  return version.split('.').reduce((order, part) => order * 10_000 + Number(part), 0)
}

/** Whether a value can be a tag: it becomes part of URLs and of paths in the tool cache. */
export function isTag(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9][\w.+-]{0,127}$/.test(value)
}

/** A platform for which archives are published, named as in the asset names. */
export interface Target {
  readonly os: 'linux' | 'darwin' | 'windows'
  readonly arch: string
  readonly archive: 'tar.gz' | 'zip'
}

const published: Readonly<Record<string, Target>> = {
  'linux x64': { os: 'linux', arch: 'amd64', archive: 'tar.gz' },
  'linux arm64': { os: 'linux', arch: 'arm64', archive: 'tar.gz' },
  'linux arm': { os: 'linux', arch: 'arm', archive: 'tar.gz' },
  'linux ia32': { os: 'linux', arch: '386', archive: 'tar.gz' },
  'darwin x64': { os: 'darwin', arch: 'amd64', archive: 'zip' },
  'darwin arm64': { os: 'darwin', arch: 'arm64', archive: 'zip' },
  'win32 x64': { os: 'windows', arch: 'amd64', archive: 'zip' },
  'win32 ia32': { os: 'windows', arch: '386', archive: 'zip' },
}

/**
 * Returns the targets for a machine, the best one first.
 *
 * @param platform as `process.platform` names it
 * @param arch as `process.arch` names it
 * @throws Error that names the platform, the architecture and the published targets
 */
export function targetsOf(platform: string, arch: string): readonly Target[] {
  // WSO2 publishes no build for it yet. Windows on Arm also runs x64 executables.
  if (platform === 'win32' && arch === 'arm64') {
    return [{ os: 'windows', arch, archive: 'zip' }, ...targetsOf(platform, 'x64')]
  }
  const target = published[`${platform} ${arch}`]
  if (target !== undefined) return [target]
  const known = new Set(Object.values(published).map(({ os, arch }) => `${os}-${arch}`))
  throw new Error(
    `No CLI is published for ${platform} on ${arch}: there are archives for ${[...known].join(', ')}. ` +
      'Run the job on one of these, or install a CLI yourself and set the input `cli-path`.',
  )
}

/**
 * Returns the file name of a release's archive, for example `choreo-cli-v1.2.33-linux-amd64.tar.gz`.
 */
export function assetName(cli: CliName, tag: string, target: Target): string {
  return `${cli}-cli-${tag}-${target.os}-${target.arch}.${target.archive}`
}

/** Returns the file name of the executable, for example `choreo` or `choreo.exe`. */
export function executableName(cli: CliName, platform: string): string {
  return platform === 'win32' ? `${cli}.exe` : cli
}

// From the wanted version to an executable in the session that is known to be the published one.
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { findInPath } from '@actions/io'
import type { CliName } from '../cli/distributions.ts'
import { distributions, targetOf } from '../cli/distributions.ts'
import type { Inputs } from '../inputs/inputs.ts'
import type { Machine } from '../runner/machine.ts'
import { say, warn } from '../runner/report.ts'
import { titledError } from '../runner/titled-error.ts'
import type { Digests } from './download.ts'
import { isExecutable } from './executable.ts'
import type { Release } from './release.ts'
import { type Cached, lookUp, store, type VerificationRecord } from './tool-cache.ts'
import { exactTag } from './version.ts'

/** An executable that later steps can run. */
export interface InstalledCli {
  /** With `v`, as the release's tag. */
  readonly version: string
  readonly cacheHit: boolean
  /** What the archive's SHA-256 was compared with, for the log; empty: with nothing. */
  readonly verifiedWith: string
}

/**
 * Puts the wanted version of the published CLI into the session, from the tool cache or from a download.
 *
 * @param path of the executable: a new file, in a directory that is closed to other users
 * @throws Error when there is no such release, when it cannot be downloaded, or when a digest differs
 */
export async function install(
  inputs: Inputs,
  machine: Machine,
  path: string,
  cancelled: AbortSignal,
): Promise<InstalledCli> {
  const { cli, cliVersion, githubUrl, githubApiUrl, githubToken } = inputs
  const target = targetOf(machine.platform, machine.arch)

  const exact = exactTag(cli, cliVersion)
  const early = exact === undefined ? {} : await lookUp(cli, exact, machine, path)
  const source = `${githubUrl} ${githubApiUrl}`
  const hit = hitIn(early, digestsOf(inputs, undefined), source)
  if (hit) return hit

  // Loaded only now: an exact version in the tool cache needs no network.
  const { download, findRelease } = await import('./download.ts')
  const network = { machine, cancelled }
  const wanted = { cli, cliVersion, githubUrl, githubApiUrl, githubToken, target }
  const release = await findRelease({ ...wanted, ...network })
  const digests = digestsOf(inputs, release)
  const cached = exact === undefined ? await lookUp(cli, release.tag, machine, path) : early
  const lateHit = hitIn(cached, digests, source)
  if (lateHit) return lateHit

  say(`Downloading the ${distributions[cli].title} ${release.tag} …`)
  rmSync(path, { force: true })
  const record = { ...(await download(release, digests, target.archive, path, network)), source }
  checkExecutable(path, 'Name another version in the input `cli-version`.')
  // Jobs that pin different digests do not replace each other's entry: only the release itself decides.
  const isOutdated = cached.record !== undefined && release.digest !== undefined
  if (cached.entry) store(cached.entry, record, path, cached.isDamaged ?? isOutdated)
  if (record.verifiedWith === '') warnUnverified(cli, record)
  return { version: release.tag, cacheHit: false, verifiedWith: record.verifiedWith }
}

/**
 * Finds an installed CLI.
 *
 * @param cliPath its path, or its name when it is on PATH
 * @param isInSession whether a path leads to the command of an earlier login, which may be first on PATH
 * @returns its absolute path
 * @throws Error when there is none, or when it cannot be run
 */
export async function locate(
  cliPath: string,
  isInSession: (path: string) => boolean,
): Promise<string> {
  const found = await findInPath(/[\\/]/.test(cliPath) ? resolve(cliPath) : cliPath)
  const path = found.map((one) => resolve(one)).find((one) => !isInSession(one))
  if (path === undefined) {
    throw titledError(
      'Invalid input',
      `The input \`cli-path\` is "${cliPath}", and there is no such executable. ` +
        'Expected the path of an installed CLI, or its name when it is on PATH.',
    )
  }
  checkExecutable(path, 'Check the input `cli-path`, or remove it to get the published CLI.')
  return path
}

function digestsOf({ cliSha256 }: Inputs, release: Release | undefined): Digests {
  return {
    ...(release?.digest && { [`the release ${release.tag}`]: release.digest }),
    ...(cliSha256 && { 'the input `cli-sha256`': cliSha256 }),
  }
}

function hitIn({ record }: Cached, digests: Digests, source: string): InstalledCli | undefined {
  if (record === undefined) return undefined
  // Without a digest, a file from another server is not verified.
  if (Object.keys(digests).length === 0 && record.source !== source) return undefined
  if (Object.values(digests).some((digest) => digest !== record.archive)) return undefined
  const verifiedWith = Object.keys(digests).join(' and ') || record.verifiedWith
  return { version: record.tag, cacheHit: true, verifiedWith }
}

function checkExecutable(path: string, advice: string): void {
  if (isExecutable(path)) return
  const what = `${path} is not an executable: it is neither a binary nor a script with a \`#!\` line.`
  throw titledError('CLI cannot be run', `${what} ${advice}`)
}

function warnUnverified(cli: CliName, { tag, archive }: VerificationRecord): void {
  warn(
    'CLI not verified',
    `The download of the ${distributions[cli].title} ${tag} is not verified: the release states no SHA-256 digest. ` +
      `To pin what was downloaded now, set \`cli-version: ${tag}\` and \`cli-sha256: ${archive}\`.`,
  )
}

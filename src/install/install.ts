// From the wanted version to an executable in the session that is known to be the published one.
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { notice, warning } from '@actions/core'
import { which } from '@actions/io'
import { distributions, executableName, targetOf } from '../cli/distribution.ts'
import type { CliName, Inputs } from '../runner/inputs.ts'
import type { Machine } from '../runner/machine.ts'
import { say, timed } from '../runner/report.ts'
import { failure } from '../runner/titled-error.ts'
import type { Digests } from './download.ts'
import { isExecutable } from './executable.ts'
import type { Release } from './release.ts'
import {
  type CacheEntry,
  entryOf,
  type Found,
  lookUp,
  store,
  type VerificationRecord,
  whyForeign,
} from './tool-cache.ts'
import { exactTag } from './version.ts'

/** An executable that later steps can run. */
export interface InstalledCli {
  /** Absolute. */
  readonly path: string
  /** With `v`, as the release's tag; empty for a CLI named by `cli-path`. */
  readonly version: string
  readonly cacheHit: boolean
  /** What the archive's SHA-256 was compared with, for the log; empty: with nothing. */
  readonly verifiedWith: string
}

/**
 * Finds the CLI that `cli-path` names, or puts the wanted version of the published one into a directory: from
 * the tool cache, or from a download.
 *
 * @param directory of the session alone: exists, empty, closed to other users
 * @returns the executable; a published one is the file whose SHA-256 was verified
 * @throws Error when there is no such CLI or release, when it cannot be downloaded, or when a digest differs
 */
export async function install(
  inputs: Inputs,
  machine: Machine,
  directory: string,
  cancelled: AbortSignal,
): Promise<InstalledCli> {
  return timed('Getting the CLI', () =>
    inputs.cliPath === ''
      ? published(inputs, machine, directory, cancelled)
      : installed(inputs.cliPath),
  )
}

/**
 * Finds an installed CLI.
 *
 * @param cliPath its path, or its name when it is on PATH
 * @returns its absolute path
 * @throws Error when there is none
 */
export async function locate(cliPath: string): Promise<string> {
  const path = await which(/[\\/]/.test(cliPath) ? resolve(cliPath) : cliPath)
  if (path !== '') return path
  throw failure(
    'Invalid input',
    `The input \`cli-path\` is "${cliPath}", and there is no such executable. ` +
      'Expected the path of an installed CLI, or its name when it is on PATH.',
  )
}

async function installed(cliPath: string): Promise<InstalledCli> {
  const path = await locate(cliPath)
  const advice = 'Check the input `cli-path`, or leave it out to get the CLI that WSO2 publishes.'
  checkExecutable(path, advice)
  return { path, version: '', cacheHit: false, verifiedWith: '' }
}

async function published(
  inputs: Inputs,
  machine: Machine,
  directory: string,
  cancelled: AbortSignal,
): Promise<InstalledCli> {
  const { cli, cliVersion: version, githubUrl, githubApiUrl: apiUrl, githubToken } = inputs
  const target = targetOf(machine.platform, machine.arch)
  const path = join(directory, executableName(cli, machine.platform))

  // An exact version in the tool cache needs no network, and loads nothing for it.
  const exact = exactTag(cli, version)
  const early = exact === undefined ? undefined : await cachedOf(cli, exact, machine, path)
  const hit = early && hitIn(early, digestsOf(inputs, undefined), path)
  if (hit) return hit

  const { download, findRelease } = await import('./download.ts')
  const network = { machine, cancelled }
  const wanted = { cli, version, target, githubUrl, apiUrl, githubToken, ...network }
  const release = await findRelease(wanted)
  const digests = digestsOf(inputs, release)
  const cached = early ?? (await cachedOf(cli, release.tag, machine, path))
  const lateHit = hitIn(cached, digests, path)
  if (lateHit) return lateHit

  say(`Downloading the ${distributions[cli].title} ${release.tag} …`)
  rmSync(path, { force: true })
  const record = await download(release, digests, target.archive, path, network)
  checkExecutable(path, 'Name another version in the input `cli-version`.')
  if (cached.entry) store(cached.entry, record, path, isReplaced(cached, release))
  if (record.verifiedWith === '') warnUnverified(cli, record)
  return { path, version: release.tag, cacheHit: false, verifiedWith: record.verifiedWith }
}

/** What the tool cache holds of a release, and where its executable can be stored for later jobs. */
interface Cached extends Found {
  readonly entry?: CacheEntry
}

async function cachedOf(
  cli: CliName,
  tag: string,
  machine: Machine,
  path: string,
): Promise<Cached> {
  const entry = entryOf(cli, tag, machine)
  if (entry === undefined) return {}
  const name = `${distributions[cli].title} ${tag}`
  const foreign = whyForeign(entry)
  if (foreign !== undefined) {
    notice(
      `The tool cache is not used for the ${name}, because ${foreign}. The CLI is installed for this job only.`,
      { title: 'Tool cache not used' },
    )
    return {}
  }
  const found = await lookUp(entry, path)
  if (found.reason !== undefined) {
    warning(
      `The ${name} in the tool cache is not the one that this action installed: ${found.reason}. The action reinstalls it.`,
      { title: 'Tool cache not trusted' },
    )
  }
  return { entry, ...found }
}

function digestsOf({ cliSha256 }: Inputs, release: Release | undefined): Digests {
  return {
    ...(release?.digest && { [`the release ${release.tag}`]: release.digest }),
    ...(cliSha256 && { 'the input `cli-sha256`': cliSha256 }),
  }
}

function hitIn({ record }: Cached, digests: Digests, path: string): InstalledCli | undefined {
  const isOther = Object.values(digests).some((digest) => digest !== record?.archive)
  if (record === undefined || isOther) return undefined
  const verifiedWith = Object.keys(digests).join(' and ') || record.verifiedWith
  return { path, version: record.tag, cacheHit: true, verifiedWith }
}

// A verified executable of another archive stays, unless the release itself states another digest now: jobs
// that pin different digests must not replace each other's.
function isReplaced({ reason, record }: Cached, { digest }: Release): boolean {
  const isOutdated = record !== undefined && digest !== undefined && record.archive !== digest
  return reason !== undefined || isOutdated
}

function checkExecutable(path: string, advice: string): void {
  if (isExecutable(path)) return
  throw failure(
    'CLI cannot be run',
    `${path} is not an executable: it is neither a binary nor a script with a \`#!\` line. ${advice}`,
  )
}

function warnUnverified(cli: CliName, { tag, archive }: VerificationRecord): void {
  warning(
    `The download of the ${distributions[cli].title} ${tag} is not verified: the release states no SHA-256 digest. ` +
      `To pin what was downloaded now, set \`cli-version: ${tag}\` and \`cli-sha256: ${archive}\`.`,
    { title: 'CLI not verified' },
  )
}

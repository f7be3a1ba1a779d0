// From what the user asked for to an executable that is known to be the published one.
import { join } from 'node:path'
import { warning } from '@actions/core'
import { distributions, executableName, targetOf } from '../cli/distribution.ts'
import type { Inputs } from '../runner/inputs.ts'
import type { Machine } from '../session/session.ts'
import type { Digests } from './download.ts'
import type { Release } from './release.ts'
import { lookUp, type Proof, put, type Shelf, verify } from './tool-cache.ts'
import { exactTag } from './version.ts'

/** An executable that later steps can run. */
export interface InstalledCli {
  /** Absolute. */
  readonly path: string
  /** With `v`, as the release's tag says. */
  readonly version: string
  readonly cacheHit: boolean
  /** What the archive's SHA-256 was compared with; empty: with nothing. */
  readonly comparedWith: string
}

/**
 * Finds the wanted CLI in the tool cache, or downloads it into it.
 *
 * @param temp RUNNER_TEMP
 * @returns the executable, whose archive had the digest that the release and `cli-sha256` state, and
 *   which has not changed since
 * @throws Error when there is no such release, when it cannot be had, or when a digest differs
 */
export async function install(
  inputs: Inputs,
  machine: Machine,
  temp: string,
  cancelled: AbortSignal,
): Promise<InstalledCli> {
  const target = targetOf(machine.platform, machine.arch)
  const shelfOf = (tag: string): Shelf => ({
    // A container may have no tool cache, or none that its user may write into. The job's own temporary
    // directory always works, and the CLI is gone with it.
    roots: [machine.env['RUNNER_TOOL_CACHE'] ?? '', join(temp, 'choreo-tool-cache')],
    cli: inputs.cli,
    tag,
    arch: machine.arch,
    executable: executableName(inputs.cli, target),
  })

  // An exact version that is installed already needs no network at all.
  const tag = exactTag(inputs.cli, inputs.cliVersion)
  const found = tag && (await cached(shelfOf(tag), expected(inputs, undefined)))
  if (found) return found

  // What talks to a network takes its time to load, and is not needed for a hit.
  const { download, findRelease } = await import('./download.ts')
  const release = await findRelease({
    cli: inputs.cli,
    version: inputs.cliVersion,
    target,
    githubUrl: inputs.githubUrl,
    apiUrl: inputs.githubApiUrl,
    githubToken: inputs.githubToken,
    cancelled,
  })
  const shelf = shelfOf(release.tag)
  const digests = expected(inputs, release)
  const hit = tag === undefined && (await cached(shelf, digests))
  if (hit) return hit

  const { directory, proof } = await put(shelf, (path) =>
    download(release, digests, target, path, cancelled),
  )
  if (proof.comparedWith === '') warnUnverified(inputs, proof)
  return describe(shelf, directory, proof, false)
}

function expected({ cliSha256 }: Inputs, release: Release | undefined): Digests {
  return {
    ...(release?.digest && { [`the release ${release.tag}`]: release.digest }),
    ...(cliSha256 && { 'the input `cli-sha256`': cliSha256 }),
  }
}

async function cached(shelf: Shelf, digests: Digests): Promise<InstalledCli | undefined> {
  const directory = lookUp(shelf)
  if (directory === undefined) return undefined
  const proof = await verify(directory, shelf)
  if (proof === undefined) {
    warning(
      `The ${distributions[shelf.cli].title} ${shelf.tag} in the tool cache has changed since it was installed, or was not installed by this action (${directory}). It is installed anew.`,
      { title: 'Tool cache not trusted' },
    )
    return undefined
  }
  // Another archive is wanted than the one that was installed: no fault of the tool cache.
  if (Object.values(digests).some((digest) => digest !== proof.archive)) return undefined
  const comparedWith = Object.keys(digests).join(' and ') || proof.comparedWith
  return describe(shelf, directory, { ...proof, comparedWith }, true)
}

function describe(shelf: Shelf, directory: string, proof: Proof, cacheHit: boolean): InstalledCli {
  const path = join(directory, shelf.executable)
  return { path, version: shelf.tag, cacheHit, comparedWith: proof.comparedWith }
}

function warnUnverified({ cli }: Inputs, { tag, archive }: Proof): void {
  warning(
    `The download of the ${distributions[cli].title} ${tag} is not verified: the release states no digest that could be read. ` +
      `To pin what was downloaded now, set \`cli-version: ${tag}\` and \`cli-sha256: ${archive}\`.`,
    { title: 'CLI not verified' },
  )
}

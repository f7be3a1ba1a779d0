// From what the user asked for to an executable that is known to be the published one.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { warning } from '@actions/core'
import { distributions, executableName, type Target, targetOf } from './distribution.ts'
import { type Answer, get } from './http.ts'
import type { Inputs } from './inputs.ts'
import { findRelease, type Release } from './release.ts'
import type { Machine } from './session.ts'
import { mostBytes, tooLarge } from './sink.ts'
import { lookUp, type Proof, put, type Shelf, verify } from './tool-cache.ts'
import { unpacker } from './unpack.ts'
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

/** Digests that the archive must have, by who states them. */
type Digests = Readonly<Record<string, string>>

function expected({ cliSha256 }: Inputs, release: Release | undefined): Digests {
  return {
    ...(release?.digest && { [`the release ${release.tag}`]: release.digest }),
    ...(cliSha256 && { 'the input `cli-sha256`': cliSha256 }),
  }
}

async function cached(shelf: Shelf, digests: Digests): Promise<InstalledCli | undefined> {
  const directory = await lookUp(shelf)
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

const limitMs = 600_000

async function download(
  { url, tag }: Release,
  digests: Digests,
  target: Target,
  path: string,
  cancelled: AbortSignal,
): Promise<Proof> {
  return get(url, { limitMs, cancelled }, async (answer) => {
    if (answer.status !== 200) throw notThere(answer)
    const unpack = await unpacker(target.archive, path)
    try {
      const archive = await pour(answer, unpack.take)
      for (const [source, digest] of Object.entries(digests)) {
        if (digest !== archive) throw mismatch(answer, source, digest, archive)
      }
      const executable = await unpack.finish().catch((error) => {
        throw unusable(answer, error)
      })
      return { tag, archive, executable, comparedWith: Object.keys(digests).join(' and ') }
    } finally {
      await unpack.close()
    }
  })
}

async function pour({ body }: Answer, take: (bytes: Buffer) => Promise<unknown>): Promise<string> {
  const hash = createHash('sha256')
  let size = 0
  for await (const bytes of body as AsyncIterable<Buffer>) {
    size += bytes.length
    if (size > mostBytes) throw tooLarge()
    const taken = take(bytes)
    hash.update(bytes)
    await taken
  }
  return hash.digest('hex')
}

function notThere({ status }: Answer): Error {
  const hint = status === 404 ? ' Check the inputs `cli-version` and `github-url`.' : ''
  return new Error(`the server answered with status ${status}.${hint}`)
}

function mismatch(answer: Answer, source: string, expected: string, actual: string): Error {
  if (isPage(answer)) return page()
  return new Error(
    `the archive's SHA-256 digest is ${actual}, but ${source} states ${expected}, so nothing of it was run or kept. ` +
      'Something on the way changed it, or it is not the release that you pinned: compare both digests with the ' +
      'page of the release, and do not go on before you know.',
  )
}

function unusable(answer: Answer, error: Error & { syscall?: string }): Error {
  if (error.syscall !== undefined) return new Error(`it could not be written: ${error.message}.`)
  if (isPage(answer)) return page()
  return new Error(
    `what the server sent is no archive that can be used: ${error.message}. Nothing of it was kept.`,
  )
}

function isPage({ headers }: Answer): boolean {
  return /^text\/html\b/i.test(headers['content-type'] ?? '')
}

function page(): Error {
  return new Error(
    'the server sent a web page instead of an archive, so nothing of it was kept. A proxy or the sign-in page of a network ' +
      'stands in between, or the input `github-url` names no mirror of GitHub.',
  )
}

function warnUnverified({ cli }: Inputs, { tag, archive }: Proof): void {
  warning(
    `The download of the ${distributions[cli].title} ${tag} is not verified: the release states no digest that could be read. ` +
      `To pin what was downloaded now, set \`cli-version: ${tag}\` and \`cli-sha256: ${archive}\`.`,
    { title: 'CLI not verified' },
  )
}

// From what the user asked for to an executable that is known to be the published one.
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { warning } from '@actions/core'
import { type Sink, untar, unzip } from './archive.ts'
import { distributions, executableName, type Target, targetOf } from './distribution.ts'
import { type Answer, get } from './http.ts'
import type { Inputs } from './inputs.ts'
import { exactTag, findRelease, type Release } from './release.ts'
import type { Machine } from './session.ts'
import { lookUp, type Proof, put, type Shelf, verify } from './tool-cache.ts'

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
  const executable = executableName(inputs.cli, target)
  const root = await writable(machine.env['RUNNER_TOOL_CACHE'] ?? '', temp)
  const shelfOf = (tag: string): Shelf => ({
    root,
    cli: inputs.cli,
    tag,
    arch: machine.arch,
    executable,
  })

  // An exact version that is installed already needs no network at all.
  const tag = exactTag(inputs.cli, inputs.cliVersion)
  const found =
    tag === undefined ? undefined : await cached(shelfOf(tag), inputs.cliSha256, undefined)
  if (found !== undefined) return found

  const wanted = {
    cli: inputs.cli,
    version: inputs.cliVersion,
    target,
    githubUrl: inputs.githubUrl,
    apiUrl: inputs.githubApiUrl,
    githubToken: inputs.githubToken,
  }
  const release = await findRelease(wanted, cancelled)
  const shelf = shelfOf(release.tag)
  const hit = tag === undefined ? await cached(shelf, inputs.cliSha256, release.digest) : undefined
  if (hit !== undefined) return hit

  const expected = {
    ...(release.digest && { [`the release ${release.tag}`]: release.digest }),
    ...(inputs.cliSha256 && { 'the input `cli-sha256`': inputs.cliSha256 }),
  }
  const { directory, proof } = await put(shelf, (stage) =>
    download(release, expected, target, join(stage, executable), cancelled),
  )
  if (proof.comparedWith === '') warnUnverified(inputs, release, proof)
  return describe(shelf, directory, proof, false)
}

async function cached(
  shelf: Shelf,
  wantedSha256: string,
  statedSha256: string | undefined,
): Promise<InstalledCli | undefined> {
  const directory = lookUp(shelf)
  if (directory === undefined) return undefined
  const proof = await verify(directory, shelf)
  if (proof === undefined) {
    warning(
      `The ${shelf.cli} ${shelf.tag} in the tool cache is not what was installed there: ${directory} has changed, or was not made by this action. It is installed anew.`,
    )
    return undefined
  }
  const other = [wantedSha256, statedSha256].find((digest) => digest && digest !== proof.archive)
  return other === undefined ? describe(shelf, directory, proof, true) : undefined
}

function describe(shelf: Shelf, directory: string, proof: Proof, cacheHit: boolean): InstalledCli {
  const path = join(directory, shelf.executable)
  return { path, version: shelf.tag, cacheHit, comparedWith: proof.comparedWith }
}

// A container's user may not be allowed to write into the tool cache. The job's own temporary directory
// always works, and the CLI is gone with it.
async function writable(toolCache: string, temp: string): Promise<string> {
  try {
    await mkdir(toolCache, { recursive: true })
    await access(toolCache, constants.W_OK)
    return toolCache
  } catch {
    return join(temp, 'choreo-tool-cache')
  }
}

async function download(
  release: Release,
  expected: Readonly<Record<string, string>>,
  target: Target,
  path: string,
  cancelled: AbortSignal,
): Promise<Proof> {
  return get(release.url, { cancelled }, async (answer) => {
    if (answer.status !== 200) throw notThere(answer)
    const unpacker = target.archive === 'zip' ? await fromZip(path) : await fromTarGz(path)
    try {
      const archive = await pour(answer, unpacker.take)
      for (const [source, digest] of Object.entries(expected)) {
        if (digest !== archive) throw mismatch(release, source, digest, archive)
      }
      const executable = await unpacker.finish().catch((error: Error) => {
        throw new Error(
          `the file there is no archive that can be used: ${error.message}. Nothing of it was kept`,
        )
      })
      return { archive, executable, comparedWith: Object.keys(expected).join(' and ') }
    } finally {
      await unpacker.close()
    }
  })
}

const mostBytes = 512 * 1024 * 1024

async function pour(answer: Answer, take: (bytes: Buffer) => Promise<unknown>): Promise<string> {
  const hash = createHash('sha256')
  let size = 0
  for await (const bytes of answer.body as AsyncIterable<Buffer>) {
    size += bytes.length
    if (size > mostBytes)
      throw new Error('it sends more than 512 MiB, which no archive of a CLI has')
    hash.update(bytes)
    await take(bytes)
  }
  return hash.digest('hex')
}

/** Takes an archive's bytes as they come, and makes the executable of them. */
interface Unpacker {
  take(bytes: Buffer): Promise<unknown>
  /** The executable's SHA-256; rejects when the bytes are no archive that holds it. */
  finish(): Promise<string>
  close(): Promise<void>
}

// Inflates while the bytes arrive: the wait for the network pays for it. Nothing runs what is written,
// and nobody sees it, before the digest of the whole archive is known to be right. An archive that
// cannot be unpacked is still read to its end: a wrong digest is the better explanation.
async function fromTarGz(path: string): Promise<Unpacker> {
  const file = await executableFile(path)
  const gunzip = createGunzip({ chunkSize: 256 * 1024 })
  const unpacked = untar(gunzip, basename(path), file.sink).then(
    (found) => () => file.sha256(found),
    (error: Error) => () => {
      throw error
    },
  )
  const failed = unpacked.then(() => gunzip.destroy())
  return {
    take: async (bytes) => {
      if (gunzip.destroyed || gunzip.write(bytes)) return
      await Promise.race([new Promise((resolve) => gunzip.once('drain', resolve)), failed])
    },
    finish: async () => {
      if (!gunzip.destroyed) gunzip.end()
      return (await unpacked)()
    },
    close: async () => {
      gunzip.destroy()
      await unpacked
      await file.close()
    },
  }
}

// A zip archive has its directory at its end, so it has to be there as a whole.
async function fromZip(path: string): Promise<Unpacker> {
  const archive = await open(`${path}.zip`, 'w+')
  const file = await executableFile(path)
  return {
    take: (bytes) => archive.write(bytes),
    finish: async () => file.sha256(await unzip(archive, basename(path), file.sink)),
    close: async () => {
      await Promise.all([archive.close(), file.close()])
      await rm(`${path}.zip`, { force: true })
    },
  }
}

async function executableFile(path: string) {
  const file = await open(path, 'w')
  let hash = createHash('sha256')
  let size = 0
  const sink: Sink = {
    restart: async () => {
      hash = createHash('sha256')
      size = 0
      await file.truncate(0)
    },
    write: async (bytes) => {
      hash.update(bytes)
      for (let at = 0; at < bytes.length; ) {
        const { bytesWritten } = await file.write(bytes, at, bytes.length - at, size)
        at += bytesWritten
        size += bytesWritten
      }
    },
  }
  const sha256 = (found: boolean) => {
    if (!found) throw new Error(`it holds no executable named ${basename(path)}`)
    return hash.digest('hex')
  }
  return { sink, sha256, close: () => file.close() }
}

function notThere({ status }: Answer): Error {
  const hint = status === 404 ? '. Check the inputs `cli-version` and `github-url`' : ''
  return new Error(`the server answered with status ${status}${hint}`)
}

function mismatch(release: Release, source: string, expected: string, actual: string): Error {
  return new Error(
    `the archive's SHA-256 digest is ${actual}, but ${source} states ${expected}. ` +
      'Nothing of it was run or kept. Something between here and the release changed it, or the release is not ' +
      `the one that you pinned: compare both digests with those on the page of ${release.tag}, and do not go on before you know`,
  )
}

function warnUnverified({ cli }: Inputs, { tag }: Release, { archive }: Proof): void {
  warning(
    `The download of the ${distributions[cli].title} ${tag} is not verified: the release states no digest that could be read. ` +
      `To pin what was downloaded now, set \`cli-version: ${tag}\` and \`cli-sha256: ${archive}\`.`,
    { title: 'CLI not verified' },
  )
}

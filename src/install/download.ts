// From the URL of a release archive to the executable in it, verified on the way. Nothing else of an archive
// is written, and nothing under a name that the archive chooses.
import { createHash, type Hash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { TransformOptions } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, type ZlibOptions } from 'node:zlib'
import type { Target } from '../cli/distributions.ts'
import { type NetworkError, networkError } from '../network/errors.ts'
import { get, type Network, type Response } from '../network/get.ts'
import { maxBytes, type Sink } from './archive.ts'
import type { Release } from './release.ts'
import { untar } from './tar.ts'
import type { VerificationRecord } from './tool-cache.ts'
import { unzip } from './zip.ts'

// Loaded with this file, when a download is needed.
export { findRelease } from './release.ts'

/** Digests that an archive must have, in hexadecimal, by what states them. */
export type Digests = Readonly<Record<string, string>>

/**
 * Downloads an archive, and extracts the executable meanwhile.
 *
 * @param path of the executable: a new file, with the name that it has in the archive
 * @returns what was verified
 * @throws Error that names the URL and what went wrong; there is no file then
 */
export async function download(
  { url, tag }: Release,
  digests: Digests,
  format: Target['archive'],
  path: string,
  network: Network,
): Promise<Omit<VerificationRecord, 'source'>> {
  return get(url, { ...network, limitMs: 600_000, maxBytes }, async (response) => {
    checkResponse(response)
    const hash = createHash('sha256')
    try {
      const bytes = hashed(response, hash)
      const executable = await extract(bytes, format, path).catch(explainArchive)
      const archive = hash.digest('hex')
      for (const [source, digest] of Object.entries(digests)) {
        if (digest !== archive) throw mismatch(source, digest, archive)
      }
      const verifiedWith = Object.keys(digests).join(' and ')
      return { tag, archive, executable, verifiedWith }
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  })
}

function checkResponse({ statusCode, headers }: Response): void {
  if (statusCode !== 200) {
    const hint = statusCode === 404 ? ' Check the inputs `cli-version` and `github-url`.' : ''
    throw networkError(`the server responded with status ${statusCode}.${hint}`, { statusCode })
  }
  if (/^text\/html\b/i.test(headers['content-type'] ?? '')) {
    throw new Error(
      'the server sent a web page instead of an archive. A proxy or the sign-in page of a network responded, or the input ' +
        '`github-url` does not name a mirror of GitHub.',
    )
  }
}

async function* hashed(body: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const bytes of body) {
    hash.update(bytes)
    yield bytes
  }
}

// In bytes: inflating, hashing and writing work side by side when there is room between them.
const room: ZlibOptions & TransformOptions = { chunkSize: 256 * 1024, highWaterMark: 1024 * 1024 }

// Inflates and hashes the executable while bytes arrive: the time for both passes during the download.
// Returns its SHA-256 in hexadecimal.
async function extract(
  archive: AsyncIterable<Buffer>,
  format: Target['archive'],
  path: string,
): Promise<string> {
  const name = basename(path)
  // A new file that nobody may write: the tool cache holds it too, and `cp` to that place must not change it.
  const file = await open(path, 'ax', 0o555)
  let hash = createHash('sha256')
  const sink: Sink = {
    append: async (bytes) => {
      const appended = file.appendFile(bytes)
      hash.update(bytes)
      await appended
    },
    restart: async () => {
      hash = createHash('sha256')
      await file.truncate(0)
    },
  }
  try {
    const fromTar = (inflated: AsyncIterable<Buffer>) => untar(inflated, name, sink)
    const isFound = await (format === 'zip'
      ? unzip(archive, name, sink)
      : pipeline(archive, createGunzip(room), fromTar))
    if (!isFound) throw new Error(`it holds no executable named ${name}`)
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}

// Errors of the network and of the file system have codes, and explain themselves.
function explainArchive(error: NetworkError): never {
  if (error.code !== undefined && !error.code.startsWith('Z_')) throw error
  const what = `what the server sent is not a usable archive: ${error.message}`
  throw new Error(`${what}. Nothing of it was kept.`)
}

function mismatch(source: string, expected: string, actual: string): Error {
  return new Error(
    `the archive's SHA-256 digest is ${actual}, but ${source} states ${expected}, so nothing of it was run or kept. ` +
      'It was changed on the way, or it is not the release that you pinned: compare both digests with the page of the ' +
      'release, and do not continue before you know.',
  )
}

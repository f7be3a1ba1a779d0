// From the URL of a release archive to the executable in it, verified on the way.
import { createHash } from 'node:crypto'
import type { Target } from '../cli/distribution.ts'
import { maxBytes, tooLarge } from './archive.ts'
import { get, type Network, type Response } from './http.ts'
import type { Release } from './release.ts'
import type { VerificationRecord } from './tool-cache.ts'
import { unpacker } from './unpack.ts'

// Loaded with this file, when a download is needed.
export { findRelease } from './release.ts'

/** Digests that an archive must have, in hexadecimal, by what states them. */
export type Digests = Readonly<Record<string, string>>

/**
 * Downloads an archive, and extracts the executable meanwhile.
 *
 * @param digests what the archive's SHA-256 must be
 * @param path of the executable, a new file
 * @returns what was verified
 * @throws Error that names the URL and what went wrong; there is no file then
 */
export async function download(
  { url, tag }: Release,
  digests: Digests,
  archive: Target['archive'],
  path: string,
  network: Network,
): Promise<VerificationRecord> {
  return get(url, { ...network, limitMs: 600_000 }, async (response) => {
    if (response.status !== 200) throw unavailable(response.status)
    const unpack = await unpacker(archive, path)
    try {
      const digest = await pour(response, unpack.write)
      for (const [source, expected] of Object.entries(digests)) {
        if (digest !== expected) throw mismatch(response, source, expected, digest)
      }
      const executable = await unpack.finish().catch((error) => {
        throw unusable(response, error)
      })
      const verifiedWith = Object.keys(digests).join(' and ')
      return { tag, archive: digest, executable, verifiedWith }
    } catch (error) {
      await unpack.discard()
      throw error
    }
  })
}

async function pour(
  { body }: Response,
  write: (bytes: Buffer) => Promise<unknown>,
): Promise<string> {
  const hash = createHash('sha256')
  let size = 0
  for await (const bytes of body as AsyncIterable<Buffer>) {
    size += bytes.length
    if (size > maxBytes) throw tooLarge()
    const written = write(bytes)
    hash.update(bytes)
    await written
  }
  return hash.digest('hex')
}

function unavailable(statusCode: number): Error {
  const hint = statusCode === 404 ? ' Check the inputs `cli-version` and `github-url`.' : ''
  const error = new Error(`the server responded with status ${statusCode}.${hint}`)
  return Object.assign(error, { statusCode })
}

function mismatch(response: Response, source: string, expected: string, actual: string): Error {
  if (isPage(response)) return page()
  return new Error(
    `the archive's SHA-256 digest is ${actual}, but ${source} states ${expected}, so nothing of it was run or kept. ` +
      'It was changed on the way, or it is not the release that you pinned: compare both digests with the page of the ' +
      'release, and do not continue before you know.',
  )
}

function unusable(response: Response, error: Error & { syscall?: string }): Error {
  if (error.syscall !== undefined) return new Error(`it could not be written: ${error.message}.`)
  if (isPage(response)) return page()
  return new Error(
    `what the server sent is not a usable archive: ${error.message}. Nothing of it was kept.`,
  )
}

function isPage({ headers }: Response): boolean {
  return /^text\/html\b/i.test(headers['content-type'] ?? '')
}

function page(): Error {
  return new Error(
    'the server sent a web page instead of an archive, so nothing of it was kept. A proxy or the sign-in page of a network ' +
      'responded, or the input `github-url` does not name a mirror of GitHub.',
  )
}

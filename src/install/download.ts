// From the address of a release archive to the executable in it, verified on the way.
import { createHash } from 'node:crypto'
import type { Target } from '../cli/distribution.ts'
import { type Answer, get } from './http.ts'
import type { Release } from './release.ts'
import { mostBytes, tooLarge } from './sink.ts'
import type { Proof } from './tool-cache.ts'
import { unpacker } from './unpack.ts'

// Loaded with this file, when a download is needed.
export { findRelease } from './release.ts'

/** Digests that an archive must have, in hexadecimal, by who states them. */
export type Digests = Readonly<Record<string, string>>

const limitMs = 600_000

/**
 * Downloads an archive, and takes the executable out of it while it comes.
 *
 * @param digests what the archive's SHA-256 must be
 * @param path where the executable goes
 * @returns what was verified
 * @throws Error that names the address and says what went wrong; what stands at the path is then worth
 *   nothing
 */
export async function download(
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

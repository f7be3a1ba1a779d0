// From the bytes of an archive to the executable in it. The executable gets its name and its x bit only when
// the digest of the archive is right. Nothing else of an archive is extracted.
import { createHash, type Hash } from 'node:crypto'
import { chmod, type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Target } from '../cli/distributions.ts'
import { archiveError, limited } from './archive.ts'
import { type Expected, isAccepted } from './digest.ts'
import { untar } from './tar.ts'
import { unzip } from './zip.ts'

export interface Extraction {
  /** Path of the executable: a new file, with the name that it has in the archive. */
  readonly executable: string
  /** Path of a copy of the archive, in a directory that is closed to other users. */
  readonly copy: string
  /** Whether a copy of a tar archive is wanted. A zip archive is extracted from its copy. */
  readonly wantsCopy: boolean
  readonly expected: Expected
}

/**
 * Extracts the executable of an archive, and compares the archive's digest.
 *
 * @returns the archive's SHA-256 digest, in hexadecimal
 * @throws Error when the archive cannot be extracted, or has another digest; there is no executable then
 */
export async function extractVerified(
  source: AsyncIterable<Buffer>,
  format: Target['archive'],
  { executable, copy, wantsCopy, expected }: Extraction,
): Promise<string> {
  const [name, part] = [basename(executable), join(dirname(executable), '.part')]
  const hash = createHash('sha256')
  // The copy in the tool cache gets this mode: other users' jobs can read it.
  const copyFile = wantsCopy || format === 'zip' ? await open(copy, 'w', 0o644) : undefined
  try {
    const bytes = passing(limited(source), hash, copyFile)
    if (format === 'zip') {
      for await (const _ of bytes);
      await unzip(copy, name, part)
    } else {
      await pipeline(bytes, createGunzip(room), (inflated) => untar(inflated, name, part))
    }
    const digest = hash.digest('hex')
    if (!isAccepted(digest, expected)) throw mismatch(digest, expected)
    await chmod(part, 0o755)
    await rename(part, executable)
    return digest
  } catch (error) {
    for (const path of [part, copy]) await rm(path, { force: true })
    throw error
  } finally {
    await copyFile?.close()
  }
}

// In bytes: inflating, hashing and writing work side by side when there is room between them.
const room = { chunkSize: 128 * 1024, highWaterMark: 512 * 1024 }

async function* passing(
  source: AsyncIterable<Buffer>,
  hash: Hash,
  copy: FileHandle | undefined,
): AsyncGenerator<Buffer> {
  for await (const bytes of source) {
    const copied = copy?.appendFile(bytes)
    hash.update(bytes)
    await copied
    yield bytes
  }
}

function mismatch(digest: string, { digests, statedBy }: Expected): Error {
  return archiveError(
    `its SHA-256 digest is ${digest}, but ${statedBy} states ${[digests].flat().join(' or ')}. It was changed on the way, or it is not ` +
      'the release that you pinned: compare both digests with the page of the release, and do not continue until you know the cause',
  )
}

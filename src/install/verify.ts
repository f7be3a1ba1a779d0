// From the bytes of an archive to the executable in it. The executable gets its name and its x bit only when
// the digest of the archive is right. Nothing else of an archive is extracted.
import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { TransformOptions } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, type ZlibOptions } from 'node:zlib'
import type { Target } from '../cli/distributions.ts'
import type { Decision } from './decide.ts'
import { untar } from './tar.ts'
import { unzip } from './zip.ts'

export interface Extraction {
  /** Of the executable: a new file, with the name that it has in the archive. */
  readonly path: string
  /** Where a copy of the archive is written, in a directory that is closed to other users. */
  readonly copyPath: string
  /** Whether a copy of a tar archive is wanted. A zip archive is extracted from its copy. */
  readonly wantsCopy: boolean
  /** Decides by the archive's digest. */
  readonly judge: (digest: string) => Decision
}

/** The code of errors of an archive that is whole, and not the expected one. */
export const wrongDigestCode = 'WRONG_DIGEST'

export interface Verified {
  /** SHA-256 of the archive, in hexadecimal. */
  readonly digest: string
  /** What states this digest, for the log; empty: nothing does. */
  readonly verifiedWith: string
}

/**
 * Extracts the executable of an archive, and compares the archive's digest.
 *
 * @throws Error when the archive cannot be extracted, or has another digest; there is no executable then
 */
export async function extractVerified(
  source: AsyncIterable<Buffer>,
  format: Target['archive'],
  { path, copyPath, wantsCopy, judge }: Extraction,
): Promise<Verified> {
  const [name, part] = [basename(path), join(dirname(path), '.part')]
  const hash = createHash('sha256')
  const copy = wantsCopy || format === 'zip' ? copyAt(copyPath, format === 'zip') : noCopy
  const executable = await open(part, 'wx', 0o600)
  try {
    const sink = sinkOf(executable, copy)
    const bytes = passing(source, hash, copy)
    if (format === 'zip') {
      for await (const _ of bytes);
      await unzip(copyPath, name, sink)
    } else {
      await pipeline(bytes, createGunzip(room), (inflated) => untar(inflated, name, sink))
    }
    const digest = hash.digest('hex')
    const decision = judge(digest)
    if (decision.kind !== 'install') throw mismatch(digest, decision)
    await executable.chmod(0o755)
    await executable.close()
    await rename(part, path)
    await copy.close()
    return { digest, verifiedWith: decision.verifiedWith }
  } catch (error) {
    await executable.close()
    await rm(part, { force: true })
    await copy.discard()
    throw error
  }
}

async function* passing(
  source: AsyncIterable<Buffer>,
  hash: Hash,
  copy: Copy,
): AsyncGenerator<Buffer> {
  for await (const bytes of source) {
    const copied = copy.append(bytes)
    hash.update(bytes)
    await copied
    yield bytes
  }
}

// In bytes: inflating, hashing and writing work side by side when there is room between them.
const room: ZlibOptions & TransformOptions = { chunkSize: 256 * 1024, highWaterMark: 1024 * 1024 }

function sinkOf(file: FileHandle, copy: Copy) {
  let position = 0
  return {
    append: async (bytes: Buffer) => {
      try {
        await writeAt(file, bytes, position)
      } catch (error) {
        // The disk may be full because of the copy.
        if (!(await copy.discard())) throw error
        await writeAt(file, bytes, position)
      }
      position += bytes.length
    },
    restart: async () => {
      position = 0
      await file.truncate(0)
    },
  }
}

async function writeAt(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

interface Copy {
  append(bytes: Buffer): Promise<void>
  /** Removes the copy. Returns whether the extraction can go on without it. */
  discard(): Promise<boolean>
  close(): Promise<void>
}

const noCopy: Copy = {
  append: async () => {},
  discard: async () => false,
  close: async () => {},
}

// An error ends a copy that is not needed, and nothing else.
function copyAt(path: string, isNeeded: boolean): Copy {
  let file: Promise<FileHandle> | undefined
  let removal: Promise<void> | undefined
  const close = async () => (await file?.catch(() => undefined))?.close()
  const remove = async () => {
    await close()
    await rm(path, { force: true })
  }
  const discard = async () => {
    removal ??= remove()
    await removal
    return !isNeeded
  }
  return {
    append: async (bytes) => {
      if (removal !== undefined) return
      try {
        // The copy in the tool cache gets this mode: other users' jobs can read it.
        file ??= open(path, 'wx', 0o644)
        await (await file).appendFile(bytes)
      } catch (error) {
        if (isNeeded) throw error
        await discard()
      }
    },
    discard,
    close,
  }
}

function mismatch(digest: string, expected: Decision): Error {
  const { digests, statedBy } = expected.kind === 'seek' ? expected : { digests: [], statedBy: '' }
  const message =
    `the archive's SHA-256 digest is ${digest}, but ${statedBy} states ${digests.join(' or ')}, so nothing of it was run or ` +
    'kept. It was changed on the way, or it is not the release that you pinned: compare both digests with the page of the ' +
    'release, and do not continue before you know.'
  return Object.assign(new Error(message), { code: wrongDigestCode })
}

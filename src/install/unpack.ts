// From the bytes of a release archive to the executable in it. Nothing else of an archive is written, and
// nothing under a name that the archive chooses.
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { Target } from '../cli/distribution.ts'
import { createExecutable } from './executable.ts'
import { untar } from './tar.ts'
import { unzip } from './zip.ts'

/** Takes an archive's bytes as they arrive, and extracts the executable. */
export interface Unpacker {
  write(bytes: Buffer): Promise<unknown>
  /**
   * Ends the archive.
   *
   * @returns the executable's SHA-256 in hexadecimal
   * @throws Error when the bytes are not an archive with the executable in it
   */
  finish(): Promise<string>
  /** Removes the executable: the archive is not wanted after all. */
  discard(): Promise<void>
}

/**
 * Prepares for an archive.
 *
 * @param path of the executable, a new file; its name is what is looked for in the archive
 */
export function unpacker(archive: Target['archive'], path: string): Promise<Unpacker> {
  return archive === 'zip' ? fromZip(path) : fromTarGz(path)
}

// In bytes. Inflating, hashing and writing work side by side when there is room between them.
const buffers = { chunkSize: 256 * 1024, highWaterMark: 1024 * 1024 }

// Inflates while the bytes arrive, so that the time for it passes during the download. An archive that cannot
// be unpacked is still read to its end: a digest that differs is the better explanation.
async function fromTarGz(path: string): Promise<Unpacker> {
  const file = await createExecutable(path)
  const gunzip = createGunzip(buffers)
  const unpacked = untar(gunzip, basename(path), file).finally(() => gunzip.destroy())
  const ended = unpacked.catch(() => undefined)
  return {
    write: async (bytes) => {
      if (gunzip.destroyed || gunzip.write(bytes)) return
      await Promise.race([new Promise((resolve) => gunzip.once('drain', resolve)), ended])
    },
    finish: async () => {
      if (!gunzip.destroyed) gunzip.end()
      if (!(await unpacked)) throw noExecutable(path)
      return file.finish()
    },
    discard: async () => {
      gunzip.destroy()
      await ended
      await file.discard()
    },
  }
}

async function fromZip(path: string): Promise<Unpacker> {
  const file = await createExecutable(path)
  const chunks: Buffer[] = []
  return {
    write: async (bytes) => chunks.push(bytes),
    finish: async () => {
      const content = await unzip(Buffer.concat(chunks), basename(path))
      if (content === undefined) throw noExecutable(path)
      await file.write(content)
      return file.finish()
    },
    discard: file.discard,
  }
}

function noExecutable(path: string): Error {
  return new Error(`it holds no executable named ${basename(path)}`)
}

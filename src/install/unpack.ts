// From the bytes of a release archive, as they arrive, to the executable in it.
import { open, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { createGunzip } from 'node:zlib'
import type { Target } from '../cli/distribution.ts'
import { openExecutable } from './sink.ts'
import { untar } from './tar.ts'
import { unzip } from './zip.ts'

/** Takes an archive's bytes as they come, and makes the executable of them. */
export interface Unpacker {
  take(bytes: Buffer): Promise<unknown>
  /** The executable's SHA-256; rejects when the bytes are no archive that holds it. */
  finish(): Promise<string>
  /** To be called at the end, whatever happened. */
  close(): Promise<void>
}

/**
 * Prepares for an archive.
 *
 * @param path where the executable goes; its name is what is looked for in the archive
 */
export function unpacker(archive: Target['archive'], path: string): Promise<Unpacker> {
  return archive === 'zip' ? fromZip(path) : fromTarGz(path)
}

// Inflating, hashing and writing work side by side when there is room between them (bytes).
const room = { chunkSize: 256 * 1024, highWaterMark: 1024 * 1024 }

// Inflates while the bytes arrive: the wait for the network pays for it. Nothing runs what is written,
// and nobody sees it, before the digest of the whole archive is known to be right. An archive that
// cannot be unpacked is still read to its end: a wrong digest is the better explanation.
async function fromTarGz(path: string): Promise<Unpacker> {
  const file = await openExecutable(path)
  const gunzip = createGunzip(room)
  const unpacked = untar(gunzip, basename(path), file).then(
    (found) => () => found,
    (error: Error) => () => {
      throw error
    },
  )
  const ended = unpacked.then(() => gunzip.destroy())
  return {
    take: async (bytes) => {
      if (gunzip.destroyed || gunzip.write(bytes)) return
      await Promise.race([new Promise((resolve) => gunzip.once('drain', resolve)), ended])
    },
    finish: async () => {
      if (!gunzip.destroyed) gunzip.end()
      if (!(await unpacked)()) throw noExecutable(path)
      return file.sha256()
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
  const file = await openExecutable(path)
  return {
    take: (bytes) => archive.appendFile(bytes),
    finish: async () => {
      if (!(await unzip(archive, basename(path), file))) throw noExecutable(path)
      return file.sha256()
    },
    close: async () => {
      await Promise.all([archive.close(), file.close()])
      await rm(`${path}.zip`, { force: true })
    },
  }
}

function noExecutable(path: string): Error {
  return new Error(`it holds no executable named ${basename(path)}`)
}

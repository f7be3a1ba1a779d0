// Where the executable goes while it comes out of an archive: into one file, hashed on the way. Nothing
// else of an archive is written, and nothing under a name that the archive chooses.
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'

/** Takes the bytes of the executable; `restart` comes before them, and again before a better match. */
export interface Sink {
  restart(): Promise<void>
  write(bytes: Buffer): Promise<void>
}

/** A file that takes the executable. */
export interface ExecutableFile extends Sink {
  /** The SHA-256 of what was written, in hexadecimal. */
  sha256(): string
  close(): Promise<void>
}

/** The most that an archive may hold, and the most that is read of one, in bytes. */
export const mostBytes = 512 * 1024 * 1024

/** The error for an archive that holds more. */
export function tooLarge(): Error {
  return new Error('it holds more than 512 MiB, which no CLI has')
}

/** Makes the file, or empties it. */
export async function openExecutable(path: string): Promise<ExecutableFile> {
  // Whatever the umask is, nobody else may write into what later steps run.
  const file = await open(path, 'w', 0o755)
  let hash = createHash('sha256')
  let size = 0
  return {
    restart: async () => {
      // Some file systems write a file that was emptied to the disk at once when it is closed.
      if (size > 0) await file.truncate(0)
      hash = createHash('sha256')
      size = 0
    },
    write: async (bytes) => {
      const written = writeAll(bytes)
      hash.update(bytes)
      await written
    },
    sha256: () => hash.digest('hex'),
    close: () => file.close(),
  }

  async function writeAll(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, at, bytes.length - at, size)
      at += bytesWritten
      size += bytesWritten
    }
  }
}

// The file that a login runs: how it is written and hashed, and how it has to begin.
import { createHash } from 'node:crypto'
import { closeSync, openSync, read, readSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { promisify } from 'node:util'

/** A file that takes the executable as it comes out of an archive. */
export interface ExecutableFile {
  write(bytes: Buffer): Promise<void>
  /** Empties the file: a better match follows. */
  restart(): Promise<void>
  /** Closes the file. Returns the SHA-256 of what was written, in hexadecimal. */
  finish(): Promise<string>
  /** Closes the file and removes it. */
  discard(): Promise<void>
}

/**
 * Creates a file for an executable. Only its owner may write it, whatever the umask is.
 *
 * @throws Error of the file system, also when there is something at the path already
 */
export async function createExecutable(path: string): Promise<ExecutableFile> {
  const file = await open(path, 'ax', 0o755)
  let hash = createHash('sha256')
  return {
    write: async (bytes) => {
      const written = file.appendFile(bytes)
      hash.update(bytes)
      await written
    },
    restart: async () => {
      await file.truncate(0)
      hash = createHash('sha256')
    },
    finish: async () => {
      await file.close()
      return hash.digest('hex')
    },
    discard: async () => {
      await file.close()
      await rm(path, { force: true })
    },
  }
}

const pieceBytes = 2 * 1024 * 1024

/** Hashes a file: while one piece is hashed, the next one is read in another thread. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  let [piece, next] = [Buffer.allocUnsafeSlow(pieceBytes), Buffer.allocUnsafeSlow(pieceBytes)]
  const file = openSync(path, 'r')
  try {
    let size = readSync(file, piece)
    while (size > 0) {
      const reading = promisify(read)(file, next, 0, pieceBytes, null)
      hash.update(piece.subarray(0, size))
      size = (await reading).bytesRead
      ;[piece, next] = [next, piece]
    }
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}

// Scripts, ELF, Mach-O (both byte orders, 32 and 64 bit, universal), Windows.
const beginnings = /^(2321|7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|4d5a)/

/**
 * Tells whether a file begins like an executable. The system hands any other file to a shell, which takes an
 * empty one for a success. A file that may be run but not read counts as an executable.
 */
export function isExecutable(path: string): boolean {
  if (/\.(cmd|bat)$/i.test(path)) return true
  try {
    const file = openSync(path, 'r')
    const bytes = Buffer.alloc(4)
    const size = readSync(file, bytes)
    closeSync(file)
    return beginnings.test(bytes.toString('hex', 0, size))
  } catch {
    return true
  }
}

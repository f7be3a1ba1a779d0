// The executable of a CLI: its digest, and whether a file is an executable.
import { createHash } from 'node:crypto'
import { closeSync, openSync, read, readSync } from 'node:fs'
import { promisify } from 'node:util'

const pieceBytes = 2 * 1024 * 1024

/** Computes the SHA-256 of a file, in hexadecimal. While a piece is hashed, the next one is read. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  let [piece, next] = [Buffer.allocUnsafeSlow(pieceBytes), Buffer.allocUnsafeSlow(pieceBytes)]
  const file = openSync(path, 'r')
  try {
    for (let size = readSync(file, piece); size > 0; [piece, next] = [next, piece]) {
      const reading = promisify(read)(file, next, 0, pieceBytes, null)
      hash.update(piece.subarray(0, size))
      size = (await reading).bytesRead
    }
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}

// Scripts, ELF, Mach-O (both byte orders, 32 and 64 bit, universal), Windows.
const beginnings = /^(2321|7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|4d5a)/

/**
 * Whether a file begins like an executable. The operating system passes any other file to a shell, in which an
 * empty file succeeds. A file that may be run but not read counts as an executable.
 */
export function isExecutable(path: string): boolean {
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

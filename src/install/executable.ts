// What the file that a login runs is known by: its digest, and how it begins.
import { createHash } from 'node:crypto'
import { closeSync, createReadStream, openSync, readSync } from 'node:fs'

/** Computes the SHA-256 of a file, in hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  const pieces = createReadStream(path, { highWaterMark: 2 * 1024 * 1024 })
  for await (const piece of pieces) hash.update(piece)
  return hash.digest('hex')
}

// Scripts, ELF, Mach-O (both byte orders, 32 and 64 bit, universal), Windows.
const beginnings = /^(2321|7f454c46|feedfac[ef]|c[ef]faedfe|cafebabe|4d5a)/

/**
 * Tells whether a file begins like an executable. The system gives any other file to a shell, which takes an
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

// Takes one file out of a tar archive that comes from an untrusted source.
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
import { damaged, depthOf, maxBytes, tooLarge } from './archive.ts'
import type { ExecutableFile } from './executable.ts'

const block = 512
const regular = ['0', '\0', '7']

/**
 * Extracts the file with a name: at the root, or in the folder that is nearest to it. Everything else is
 * skipped, also headers that hold long names.
 *
 * @param source the archive's bytes, inflated; read to the end
 * @param wanted the file's name, without a folder
 * @returns whether there was such a file
 * @throws Error when the bytes are not a whole tar archive, or more than 512 MiB
 */
export async function untar(
  source: AsyncIterable<Buffer>,
  wanted: string,
  file: ExecutableFile,
): Promise<boolean> {
  const read = reader(source)
  let nearest = Number.POSITIVE_INFINITY
  for (;;) {
    const header = await readExactly(block, read)
    if (header.every((byte) => byte === 0)) break
    const { path, type, size } = parse(header)
    const depth = regular.includes(type) ? depthOf(path, wanted) : Number.POSITIVE_INFINITY
    const isNearer = depth < nearest
    if (isNearer && nearest !== Number.POSITIVE_INFINITY) await file.restart()
    if (isNearer) nearest = depth
    for (let left = size; left > 0; ) {
      const bytes = await read(left)
      if (bytes.length === 0) throw damaged('tar')
      if (isNearer) await file.write(bytes)
      left -= bytes.length
    }
    await readExactly((block - (size % block)) % block, read)
  }
  while ((await read(block * block)).length > 0);
  return nearest !== Number.POSITIVE_INFINITY
}

/** Returns the next bytes: at least one and at most so many, or none at the end. */
type Read = (atMost: number) => Promise<Buffer>

function reader(source: AsyncIterable<Buffer>): Read {
  const chunks = source[Symbol.asyncIterator]()
  let chunk: Buffer = Buffer.alloc(0)
  let total = 0
  return async (atMost) => {
    if (chunk.length === 0) chunk = (await chunks.next()).value ?? chunk
    const bytes = chunk.subarray(0, atMost)
    chunk = chunk.subarray(bytes.length)
    total += bytes.length
    if (total > maxBytes) throw tooLarge()
    return bytes
  }
}

async function readExactly(size: number, read: Read): Promise<Buffer> {
  let bytes: Buffer = Buffer.alloc(0)
  while (bytes.length < size) {
    const more = await read(size - bytes.length)
    if (more.length === 0) throw damaged('tar')
    bytes = Buffer.concat([bytes, more])
  }
  return bytes
}

function parse(header: Buffer): { path: string; type: string; size: number } {
  const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '')
  const octal = (from: number, to: number) => Number.parseInt(text(from, to).trim() || '0', 8)
  // The checksum counts its own field as eight spaces.
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (octal(148, 156) !== sum) throw damaged('tar')
  const isBinary = ((header[124] ?? 0) & 0x80) !== 0
  const size = isBinary ? Number(header.readBigUInt64BE(128)) : octal(124, 136)
  if (!(size >= 0 && size <= maxBytes)) throw tooLarge()
  const prefix = text(257, 262) === 'ustar' ? text(345, 500) : ''
  return { path: `${prefix}/${text(0, 100)}`, type: String.fromCharCode(header[156] ?? 0), size }
}

// Takes one file out of a zip archive that comes from an untrusted source.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { damaged, depthOf, maxBytes, tooLarge } from './archive.ts'

/**
 * Extracts the file with a name: at the root, or in the folder that is nearest to it.
 *
 * @param archive all of its bytes: a zip archive has its directory at its end
 * @param wanted the file's name, without a folder
 * @returns the file's content, or undefined when there is no such file
 * @throws Error when the bytes are not a whole zip archive, or the file has more than 512 MiB
 */
export async function unzip(archive: Buffer, wanted: string): Promise<Buffer | undefined> {
  try {
    const [match] = entriesOf(archive)
      .filter((entry) => depthOf(entry.path, wanted) < Number.POSITIVE_INFINITY)
      .sort((a, b) => depthOf(a.path, wanted) - depthOf(b.path, wanted))
    return match && (await contentOf(match, archive))
  } catch (error) {
    // What a damaged archive states about itself leads to places outside of it.
    throw error instanceof RangeError ? damaged('zip') : error
  }
}

interface ZipEntry {
  readonly path: string
  readonly method: number
  readonly checksum: number
  readonly packedSize: number
  readonly size: number
  /** Of the entry's own header, from the start of the archive. */
  readonly offset: number
}

const signatures = { local: 0x04034b50, directory: 0x02014b50, end: 0x06054b50 }
const regular = [0, 8]

function entriesOf(archive: Buffer): ZipEntry[] {
  const end = archive.lastIndexOf('PK\x05\x06')
  if (end === -1) throw damaged('zip')
  const entries: ZipEntry[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    if (archive.readUInt32LE(at) !== signatures.directory) throw damaged('zip')
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28)
    const path = archive.toString('utf8', at + 46, nameEnd)
    const unixType = (archive.readUInt32LE(at + 38) >>> 28) & 0xf
    if (regular.includes(unixType) && !/[\\/]$/.test(path)) entries.push(entryAt(at, path, archive))
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  return entries
}

function entryAt(at: number, path: string, archive: Buffer): ZipEntry {
  return {
    path,
    method: archive.readUInt16LE(at + 10),
    checksum: archive.readUInt32LE(at + 16),
    packedSize: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    offset: archive.readUInt32LE(at + 42),
  }
}

const stored = 0
const deflated = 8

async function contentOf(entry: ZipEntry, archive: Buffer): Promise<Buffer> {
  if (entry.size > maxBytes) throw tooLarge()
  if (archive.readUInt32LE(entry.offset) !== signatures.local) throw damaged('zip')
  const { offset, packedSize, method } = entry
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
  const packed = archive.subarray(start, start + packedSize)
  const content = await unpacked(packed, method, entry.size)
  if (content.length === entry.size && crc32(content) === entry.checksum) return content
  throw damaged('zip')
}

async function unpacked(packed: Buffer, method: number, size: number): Promise<Buffer> {
  if (method === stored) return packed
  if (method !== deflated) throw new Error(`it uses zip method ${method}, which is not supported`)
  return promisify(inflateRaw)(packed, { maxOutputLength: Math.max(size, 1) }).catch(() => {
    throw damaged('zip')
  })
}

// Takes one file, the executable, out of a zip archive that nobody has to trust.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import type { FileHandle } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { depthOf, nameOf } from './archive-path.ts'
import { mostBytes, type Sink, tooLarge } from './sink.ts'

/**
 * Reads a zip archive from a file and passes on the file of a name: at the root, or in the folder that
 * is nearest to it.
 *
 * @param file the archive, open for reading
 * @param wanted the file's name, without a folder
 * @returns whether there was such a file
 * @throws Error when the file is no zip archive, is damaged, when a name leaves the archive's own
 *   folder, or when the file is larger than 512 MiB
 */
export async function unzip(file: FileHandle, wanted: string, sink: Sink): Promise<boolean> {
  const entries = zipEntries(await zipDirectory(file))
  const matches = entries.filter((entry) => entry.isFile && nameOf(entry.path) === wanted)
  const [match] = matches.sort((a, b) => depthOf(a.path) - depthOf(b.path))
  if (match === undefined) return false
  if (match.size > mostBytes) throw tooLarge()
  if (match.packed === 0) throw new Error('the executable in it is empty')
  await sink.restart()
  let size = 0
  let sum = 0
  for await (const bytes of await zipContent(file, match)) {
    size += bytes.length
    if (size > match.size) break
    sum = crc32(bytes, sum)
    await sink.write(bytes)
  }
  if (size !== match.size || sum !== match.sum) throw new Error('it is a damaged zip archive')
  return true
}

interface ZipEntry {
  readonly path: string
  readonly isFile: boolean
  readonly method: number
  readonly sum: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const localEntry = 0x04034b50

async function zipDirectory(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat()
  const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endOfDirectory) continue
    return bytesAt(file, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12))
  }
  throw new Error('it is not a zip archive, or a damaged one')
}

function zipEntries(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = []
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.readUInt32LE(at) !== directoryEntry)
      throw new Error('it is a damaged zip archive')
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const path = directory.toString('utf8', at + 46, nameEnd)
    const unixType = (directory.readUInt32LE(at + 38) >>> 28) & 0xf
    depthOf(path)
    entries.push({
      path,
      isFile: (unixType === 0 || unixType === 8) && !/[\\/]$/.test(path),
      method: directory.readUInt16LE(at + 10),
      sum: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    })
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

const stored = 0
const deflated = 8

async function zipContent(file: FileHandle, entry: ZipEntry): Promise<AsyncIterable<Buffer>> {
  if (entry.method !== stored && entry.method !== deflated) {
    throw new Error(`it uses zip method ${entry.method}, which is unknown here`)
  }
  const header = await bytesAt(file, entry.offset, 30)
  if (header.readUInt32LE(0) !== localEntry) throw new Error('it is a damaged zip archive')
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const end = start + entry.packed - 1
  const packed = file.createReadStream({ start, end, autoClose: false, highWaterMark: 256 * 1024 })
  if (entry.method === stored) return packed
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  packed.on('error', (error) => inflate.destroy(error))
  return packed.pipe(inflate)
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  if (length > 16 * 1024 * 1024) throw new Error('it is a damaged zip archive')
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead !== length) throw new Error('it is a damaged zip archive')
  return buffer
}

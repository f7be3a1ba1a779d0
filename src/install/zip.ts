// Takes one file out of a zip archive that comes from an untrusted source.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { type FileHandle, open, writeFile } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { archiveError, type Candidate, damaged, demandUsable, depthOf, limited } from './archive.ts'

/** Extracts a file as `untar` does, from a file that nobody else can change. */
export async function unzip(source: string, name: string, path: string): Promise<void> {
  const file = await open(source)
  try {
    let found: (Entry & Candidate) | undefined
    for (const entry of entriesIn(await readDirectory(file))) {
      const depth = depthOf(entry.path, name, found)
      if (depth !== undefined) found = { ...entry, depth }
    }
    await extract(file, demandUsable(found, name), path)
  } finally {
    await file.close()
  }
}

const endBytes = 22
const maxCommentBytes = 0xffff
const maxDirectoryBytes = 16 * 1024 * 1024

async function readDirectory(file: FileHandle): Promise<Buffer> {
  const { size } = await file.stat()
  const tailBytes = Math.min(size, endBytes + maxCommentBytes)
  const tail = await readAt(file, size - tailBytes, tailBytes)
  const at = tail.lastIndexOf('PK\x05\x06', tailBytes - endBytes)
  if (at < 0) {
    const message = 'it is not a zip archive, or the end of the archive is missing'
    throw archiveError(message, 'Z_BUF_ERROR')
  }
  const [bytes, offset] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)]
  if (bytes === 0xffffffff || offset === 0xffffffff) throw archiveError('it is a zip64 archive')
  // Millions of entries would keep the action from noticing that its run was cancelled.
  if (bytes > maxDirectoryBytes) throw archiveError('its directory has more than 16 MiB')
  const directory = await readAt(file, offset, bytes)
  if (bytes > 0 && directory.indexOf('PK\x01\x02') !== 0) {
    throw archiveError('other bytes are in front of it, or it is a damaged zip archive')
  }
  return directory
}

async function readAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { size } = await file.stat()
  if (from + length > size) throw damaged('zip')
  return (await file.read(Buffer.alloc(length), 0, length, from)).buffer
}

interface Entry extends Omit<Candidate, 'depth'> {
  readonly path: string
  readonly isStored: boolean
  readonly crc: number
  readonly packedBytes: number
  readonly offset: number
}

const headerBytes = 46
const [stored, deflated] = [0, 8]
// Of the mode that archives made on Unix hold.
const linkType = 10

function* entriesIn(directory: Buffer): Generator<Entry> {
  for (let at = 0; at + headerBytes <= directory.length; ) {
    const header = directory.subarray(at)
    const pathEnd = headerBytes + header.readUInt16LE(28)
    const method = header.readUInt16LE(10)
    const packedBytes = header.readUInt32LE(20)
    const bytes = header.readUInt32LE(24)
    const offset = header.readUInt32LE(42)
    yield {
      path: header.toString('utf8', headerBytes, pathEnd),
      problems: {
        'is a link': header.readUInt32LE(38) >>> 28 === linkType,
        'needs zip64': [packedBytes, bytes, offset].includes(0xffffffff),
        'is empty': packedBytes === 0,
        'is encrypted': (header.readUInt16LE(8) & 1) !== 0,
        [`uses zip method ${method}`]: method !== stored && method !== deflated,
      },
      isStored: method === stored,
      crc: header.readUInt32LE(16),
      packedBytes,
      offset,
    }
    at += pathEnd + header.readUInt16LE(30) + header.readUInt16LE(32)
  }
}

async function extract(file: FileHandle, entry: Entry, path: string): Promise<void> {
  // Its length is that of the path and of another field, which the directory need not repeat.
  const local = await readAt(file, entry.offset, 30)
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const range = { start, end: start + entry.packedBytes - 1, autoClose: false }
  const inflate = entry.isStored ? new PassThrough() : createInflateRaw({ chunkSize: 128 * 1024 })
  let sum = 0
  const summed = async function* (content: AsyncIterable<Buffer>) {
    for await (const bytes of limited(content)) {
      sum = crc32(bytes, sum)
      yield bytes
    }
  }
  const write = (content: AsyncIterable<Buffer>) => writeFile(path, content, { mode: 0o600 })
  await pipeline(file.createReadStream(range), inflate, summed, write)
  if (sum !== entry.crc) throw damaged('zip')
}

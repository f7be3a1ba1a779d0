// Takes one file out of a zip archive that comes from an untrusted source.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import * as archive from './archive.ts'

/** Extracts a file as `untar` does, from a file that nobody else can change. */
export async function unzip(path: string, name: string, sink: archive.Sink): Promise<void> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const read = async (from: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
      if (bytesRead < length) throw archive.damaged('zip')
      return buffer
    }
    const end = await findEnd(read, size)
    let candidate = archive.noCandidate
    let found: Entry | undefined
    for (const entry of entriesIn(await read(end.directoryAt, end.directoryBytes), end.count)) {
      const depth = archive.depthOf(entry.path, name, candidate)
      if (depth === undefined) continue
      candidate = { depth, problem: problemOf(entry) }
      found = entry
    }
    archive.demandUsable(candidate, name)
    if (found === undefined) return
    const local = end.shift + found.offset
    const header = await read(local, 30)
    if (header.toString('latin1', 0, 4) !== 'PK\x03\x04') throw archive.damaged('zip')
    const start = local + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    const packed =
      found.packedBytes === 0
        ? []
        : file.createReadStream({ start, end: start + found.packedBytes - 1, autoClose: false })
    await sink.restart()
    await inflate(packed as AsyncIterable<Buffer>, found, sink)
  } finally {
    await file.close()
  }
}

const endBytes = 22
const maxCommentBytes = 0xffff

async function findEnd(read: (from: number, length: number) => Promise<Buffer>, size: number) {
  const tailBytes = Math.min(size, endBytes + maxCommentBytes)
  const tail = await read(size - tailBytes, tailBytes)
  const isEnd = (at: number) => at + endBytes + tail.readUInt16LE(at + 20) === tailBytes
  let at = tail.lastIndexOf('PK\x05\x06', tailBytes - endBytes)
  while (at > 0 && !isEnd(at)) at = tail.lastIndexOf('PK\x05\x06', at - 1)
  if (at < 0 || tailBytes < endBytes || !isEnd(at)) {
    const isZip = (await read(0, Math.min(size, 2))).every(
      (byte, at) => byte === 'PK'.charCodeAt(at),
    )
    throw isZip ? archive.truncated('zip') : archive.damaged('zip')
  }
  const [count, directoryBytes, offset] = [
    tail.readUInt16LE(at + 10),
    tail.readUInt32LE(at + 12),
    tail.readUInt32LE(at + 16),
  ]
  if (count === 0xffff || offset === 0xffffffff) throw new Error('it is a zip64 archive')
  // Other bytes may stand before the archive. Its offsets do not count them.
  const directoryAt = size - tailBytes + at - directoryBytes
  const shift = directoryAt - offset
  if (shift < 0) throw archive.damaged('zip')
  return { count, directoryBytes, directoryAt, shift }
}

interface Entry {
  readonly path: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packedBytes: number
  readonly bytes: number
  readonly unixType: number
  readonly offset: number
}

function* entriesIn(directory: Buffer, count: number): Generator<Entry> {
  let at = 0
  for (let left = count; left > 0; left--) {
    const header = directory.subarray(at)
    if (header.length < 46 || header.toString('latin1', 0, 4) !== 'PK\x01\x02')
      throw archive.damaged('zip')
    const pathEnd = 46 + header.readUInt16LE(28)
    const path = header.toString('utf8', 46, pathEnd)
    const unixType = header.readUInt32LE(38) >>> 28
    const entry = {
      path,
      flags: header.readUInt16LE(8),
      method: header.readUInt16LE(10),
      crc: header.readUInt32LE(16),
      packedBytes: header.readUInt32LE(20),
      bytes: header.readUInt32LE(24),
      unixType,
      offset: header.readUInt32LE(42),
    }
    if (unixType !== directoryType && !/[\\/]$/.test(path)) yield entry
    at += pathEnd + header.readUInt16LE(30) + header.readUInt16LE(32)
  }
}

// Of the mode that archives made on Unix hold; 0 in others.
const [noType, directoryType, fileType, linkType] = [0, 4, 8, 10]
const [stored, deflated] = [0, 8]

function problemOf({ flags, method, packedBytes, bytes, offset, unixType }: Entry) {
  if (unixType === linkType) return 'is a link'
  if (unixType !== noType && unixType !== fileType) return 'is not a regular file'
  if ([packedBytes, bytes, offset].includes(0xffffffff)) return 'needs zip64'
  if ((flags & 1) !== 0) return 'is encrypted'
  if (method !== stored && method !== deflated) return `uses zip method ${method}`
  return undefined
}

async function inflate(
  packed: AsyncIterable<Buffer>,
  { method, bytes, crc }: Entry,
  sink: archive.Sink,
): Promise<void> {
  if (bytes > archive.maxBytes) throw archive.tooLarge()
  let [size, sum] = [0, 0]
  const write = async (content: AsyncIterable<Buffer>) => {
    for await (const part of content) {
      size += part.length
      if (size > bytes) throw archive.damaged('zip')
      sum = crc32(part, sum)
      await sink.append(part)
    }
  }
  if (method === stored) await write(packed)
  else await pipeline(packed, createInflateRaw({ chunkSize: 256 * 1024 }), write)
  if (size !== bytes || sum !== crc) throw archive.damaged('zip')
}

// Takes one file, the executable, out of an archive that nobody has to trust: nothing else of it is
// written, under no name that the archive chooses.
import type { FileHandle } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'

/** Takes the bytes of the executable; `restart` comes before them, and again before a better match. */
export interface Sink {
  restart(): Promise<void>
  write(bytes: Buffer): Promise<void>
}

const block = 512
const regular = ['0', '\0', '7']
const mostBytes = 512 * 1024 * 1024

/**
 * Reads a tar archive from a stream and passes on the file of a name: at the root, or in the folder
 * that is nearest to it.
 *
 * @param source the archive's bytes, inflated
 * @param wanted the file's name, without a folder
 * @returns whether there was such a file
 * @throws Error when the bytes are no tar archive, when a name or a link leaves the archive's own
 *   folder, or when the archive holds more than 512 MiB
 */
export async function untar(
  source: AsyncIterable<Buffer>,
  wanted: string,
  sink: Sink,
): Promise<boolean> {
  const stream = reader(source)
  let best = Number.POSITIVE_INFINITY
  let meta: { path?: string; linkpath?: string } = {}
  for (;;) {
    const header = await stream.take(block)
    if (header === undefined || header.every((byte) => byte === 0)) break
    const entry = tarEntry(header)
    const padding = (block - (entry.size % block)) % block
    if ('xLK'.includes(entry.type)) {
      const text = await stream.need(entry.size)
      meta = { ...meta, ...tarMeta(entry.type, text) }
    } else {
      const path = meta.path ?? entry.path
      if ('12'.includes(entry.type)) refuseLeaving(meta.linkpath ?? entry.link, path)
      const depth = depthOf(path)
      const isMatch = regular.includes(entry.type) && baseName(path) === wanted && depth < best
      if (isMatch) {
        best = depth
        await sink.restart()
      }
      for await (const bytes of stream.pass(entry.size)) if (isMatch) await sink.write(bytes)
      if (entry.type !== 'g') meta = {}
    }
    await stream.skip(padding)
  }
  await stream.drain()
  return best !== Number.POSITIVE_INFINITY
}

interface TarEntry {
  readonly path: string
  readonly link: string
  readonly type: string
  readonly size: number
}

function tarEntry(header: Buffer): TarEntry {
  const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '')
  const octal = (from: number, to: number) => Number.parseInt(text(from, to).trim() || '0', 8)
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0)
  if (octal(148, 156) !== sum) throw new Error('it is not a tar archive, or a damaged one')
  const isBinary = ((header[124] ?? 0) & 0x80) !== 0
  const size = isBinary ? Number(header.readBigUInt64BE(128)) : octal(124, 136)
  if (!(size >= 0 && size <= mostBytes)) throw tooLarge()
  const prefix = text(257, 262) === 'ustar' ? text(345, 500) : ''
  return {
    path: prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`,
    link: text(157, 257),
    type: String.fromCharCode(header[156] ?? 0),
    size,
  }
}

// POSIX pax records are "<length> <key>=<value>\n"; GNU's L and K entries hold nothing but the value.
function tarMeta(type: string, data: Buffer): { path?: string; linkpath?: string } {
  const text = data.toString().replace(/\0+$/, '')
  if (type === 'L') return { path: text }
  if (type === 'K') return { linkpath: text }
  const records = [...text.matchAll(/^\d+ (path|linkpath)=(.*)$/gm)]
  return Object.fromEntries(records.map(([, key, value]) => [key, value]))
}

interface Reader {
  /** The next bytes, or undefined at the end of the stream. */
  take(size: number): Promise<Buffer | undefined>
  need(size: number): Promise<Buffer>
  pass(size: number): AsyncIterable<Buffer>
  skip(size: number): Promise<void>
  drain(): Promise<void>
}

function reader(source: AsyncIterable<Buffer>): Reader {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  let total = 0
  async function more(): Promise<boolean> {
    const { value, done } = await chunks.next()
    if (done) return false
    total += value.length
    if (total > mostBytes) throw tooLarge()
    rest = rest.length === 0 ? value : Buffer.concat([rest, value])
    return true
  }
  async function take(size: number): Promise<Buffer | undefined> {
    while (rest.length < size) if (!(await more())) break
    if (rest.length === 0 && size > 0) return undefined
    if (rest.length < size) throw new Error('it ends in the middle of a file')
    const taken = rest.subarray(0, size)
    rest = rest.subarray(size)
    return taken
  }
  async function need(size: number): Promise<Buffer> {
    if (size > 1024 * 1024) throw new Error('it has a file name of more than 1 MiB')
    const taken = await take(size)
    if (taken === undefined) throw new Error('it ends in the middle of a file')
    return taken
  }
  async function* pass(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      if (rest.length === 0 && !(await more())) throw new Error('it ends in the middle of a file')
      const bytes = rest.subarray(0, left)
      rest = rest.subarray(bytes.length)
      left -= bytes.length
      yield bytes
    }
  }
  async function skip(size: number): Promise<void> {
    if (size > 0) await take(size)
  }
  async function drain(): Promise<void> {
    do rest = Buffer.alloc(0)
    while (await more())
  }
  return { take, need, pass, skip, drain }
}

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
  const matches = entries.filter((entry) => entry.isFile && baseName(entry.path) === wanted)
  const [match] = matches.sort((a, b) => depthOf(a.path) - depthOf(b.path))
  if (match === undefined) return false
  if (match.size > mostBytes) throw tooLarge()
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
    const path = directory.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/')
    const unixType = (directory.readUInt32LE(at + 38) >>> 28) & 0xf
    depthOf(path)
    entries.push({
      path,
      isFile: (unixType === 0 || unixType === 8) && !path.endsWith('/'),
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

async function zipContent(file: FileHandle, entry: ZipEntry): Promise<AsyncIterable<Buffer>> {
  const header = await bytesAt(file, entry.offset, 30)
  if (header.readUInt32LE(0) !== localEntry) throw new Error('it is a damaged zip archive')
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const end = start + entry.packed - 1
  const packed = file.createReadStream({ start, end, autoClose: false, highWaterMark: 256 * 1024 })
  if (entry.packed === 0 || entry.method === 0) return packed
  if (entry.method !== 8)
    throw new Error(`it uses zip method ${entry.method}, which is unknown here`)
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

function baseName(path: string): string {
  return path.split('/').at(-1) ?? ''
}

function depthOf(path: string): number {
  const parts = path.replaceAll('\\', '/').split('/')
  if (parts.includes('..') || parts[0] === '' || /^[A-Za-z]:/.test(path)) {
    throw new Error('it holds a path that leads out of the archive')
  }
  return parts.filter((part) => part !== '' && part !== '.').length
}

function refuseLeaving(link: string, from: string): void {
  const base = from
    .split('/')
    .slice(0, -1)
    .filter((part) => part !== '' && part !== '.')
  let depth = base.length
  for (const part of link.split('/')) {
    depth += part === '..' ? -1 : part === '' || part === '.' ? 0 : 1
    if (depth < 0) break
  }
  if (link.startsWith('/') || depth < 0) {
    throw new Error('it holds a link that leads out of the archive')
  }
}

function tooLarge(): Error {
  return new Error('it holds more than 512 MiB, which no CLI has')
}

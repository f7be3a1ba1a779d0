// Takes one file, the executable, out of a tar archive that nobody has to trust.
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
import { posix } from 'node:path'
import { depthOf, nameOf, refuseLeaving } from './archive-path.ts'
import { mostBytes, type Sink, tooLarge } from './sink.ts'

const block = 512
const regular = ['0', '\0', '7']
const hardLink = '1'
const symbolicLink = '2'

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
      const link = meta.linkpath ?? entry.link
      if (entry.type === hardLink) refuseLeaving(link, '')
      if (entry.type === symbolicLink) refuseLeaving(link, posix.dirname(path))
      const depth = depthOf(path)
      const isMatch = regular.includes(entry.type) && nameOf(path) === wanted && depth < best
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

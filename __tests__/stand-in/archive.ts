import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { tar } from './tar.ts'

/** One thing in an archive. Names are written as they are, so that hostile ones can be made. */
export type Entry = {
  readonly name: string
  readonly content?: Buffer
  /** Permission bits; 0o644 unless said. */
  readonly mode?: number
  readonly type?: 'directory'
  /** What a symbolic link points at. */
  readonly link?: string
}

/** Returns the entries as a gzipped tar file; the same entries give the same bytes. */
export function tarGz(entries: readonly Entry[]): Buffer {
  return gzipSync(tar(entries), { level: 1 })
}

/** Returns the entries as a zip file made on Unix; the same entries give the same bytes. */
export function zip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, central } = zipped(entry, offset)
    locals.push(local)
    centrals.push(central)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const counts = uint16(0, 0, entries.length, entries.length)
  const end = [uint32(0x06054b50), counts, uint32(directory.length, offset), uint16(0)]
  return Buffer.concat([...locals, directory, ...end])
}

function zipped({ name: path, content, mode = 0o644, type, link }: Entry, offset: number) {
  const name = Buffer.from(path)
  const plain = content ?? Buffer.from(link ?? '')
  const packed = deflateRawSync(plain, { level: 1 })
  const unixType = type === 'directory' ? 0o040000 : link === undefined ? 0o100000 : 0o120000
  const header = Buffer.concat([
    // Version needed, flags (UTF-8 names), method, time, and the first day that the format can name.
    uint16(20, 0x0800, 8, 0, 0x0021),
    uint32(crc32(plain), packed.length, plain.length),
    uint16(name.length, 0),
  ])
  const local = Buffer.concat([uint32(0x04034b50), header, name, packed])
  const madeOnUnix = uint16(0x0314)
  const attributes = [uint16(0, 0, 0), uint32((unixType | mode) * 0x10000, offset)]
  const central = Buffer.concat([uint32(0x02014b50), madeOnUnix, header, ...attributes, name])
  return { local, central }
}

// Little-endian, as all numbers in a zip file.
function uint16(...values: readonly number[]): Buffer {
  return Buffer.concat(values.map((value) => Buffer.from([value, value >> 8])))
}

function uint32(...values: readonly number[]): Buffer {
  return uint16(...values.flatMap((value) => [value & 0xffff, value >>> 16]))
}

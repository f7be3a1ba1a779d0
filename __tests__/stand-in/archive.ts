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
  let files: Buffer = Buffer.alloc(0)
  let directory: Buffer = Buffer.alloc(0)
  for (const entry of entries) {
    const { local, central } = zipped(entry, files.length)
    files = Buffer.concat([files, local])
    directory = Buffer.concat([directory, central])
  }
  const counts = uint16(0, 0, entries.length, entries.length)
  const end = [uint32(0x06054b50), counts, uint32(directory.length, files.length), uint16(0)]
  return Buffer.concat([files, directory, ...end])
}

function zipped(entry: Entry, offset: number) {
  const { mode = 0o644, type, link = '', content = Buffer.from(link) } = entry
  const name = Buffer.from(entry.name)
  const packed = deflateRawSync(content, { level: 1 })
  const unixType = type === 'directory' ? 0o040000 : link === '' ? 0o100000 : 0o120000
  const header = Buffer.concat([
    // Version needed, flags (UTF-8 names), method, time, and the first day that the format can name.
    uint16(20, 0x0800, 8, 0, 0x0021),
    uint32(crc32(content), packed.length, content.length),
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

import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { tar } from './tar.ts'

/** One thing in an archive. Names are written as they are, so that hostile ones can be made. */
export type Entry = {
  readonly name: string
  readonly content?: Buffer
  /** Permission bits; 0o644 unless said. */
  readonly mode?: number
  /** What a link points at; without a `type` the entry is then a symbolic link. */
  readonly link?: string
  readonly type?: 'file' | 'directory' | 'symlink'
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
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

function zipped(entry: Entry, offset: number): { readonly local: Buffer; readonly central: Buffer } {
  const type = entry.type ?? (entry.link === undefined ? 'file' : 'symlink')
  const name = Buffer.from(entry.name)
  const content = type === 'symlink' ? Buffer.from(entry.link ?? '') : (entry.content ?? Buffer.alloc(0))
  const packed = deflateRawSync(content, { level: 1 })

  // Shared by both headers: versions needed, flags (UTF-8 names), method, time, checksum, lengths.
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(0x0800, 2)
  shared.writeUInt16LE(8, 4)
  shared.writeUInt16LE(0x0021, 8) // 1980-01-01, the first day that the format can name
  shared.writeUInt32LE(crc32(content), 10)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(content.length, 18)
  shared.writeUInt16LE(name.length, 22)

  const local = Buffer.concat([signature(0x04034b50), shared, name, packed])

  const rest = Buffer.alloc(14)
  rest.writeUInt32LE((unixMode(type, entry.mode) << 16) >>> 0, 6)
  rest.writeUInt32LE(offset, 10)
  const madeOnUnix = Buffer.from([20, 3])
  const central = Buffer.concat([signature(0x02014b50), madeOnUnix, shared, rest, name])
  return { local, central }
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function unixMode(type: string, mode: number | undefined): number {
  if (type === 'directory') return 0o040000 | (mode ?? 0o755)
  if (type === 'symlink') return 0o120000 | (mode ?? 0o777)
  return 0o100000 | (mode ?? 0o644)
}

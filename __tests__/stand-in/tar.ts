import type { Entry } from './archive.ts'

const block = 512

const flags = { file: '0', hardlink: '1', symlink: '2', directory: '5', fifo: '6' } as const

/** Returns the entries as an uncompressed tar file, all of them made at the epoch. */
export function tar(entries: readonly Entry[]): Buffer {
  return Buffer.concat([...entries.flatMap(written), Buffer.alloc(2 * block)])
}

function written(entry: Entry): Buffer[] {
  const type = entry.type ?? (entry.link === undefined ? 'file' : 'symlink')
  const content = type === 'file' ? (entry.content ?? Buffer.alloc(0)) : Buffer.alloc(0)
  const link = entry.link ?? ''
  const mode = entry.mode ?? (type === 'directory' ? 0o755 : 0o644)
  return [
    ...longer(entry, link),
    header(entry.name, flags[type], mode, content.length, link),
    ...padded(content),
  ]
}

// A header has room for names of 100 bytes. GNU's way around that is an entry in front whose
// content is the name, POSIX's is an extended header with a `path` record.
function longer(entry: Entry, link: string): Buffer[] {
  const longName = Buffer.byteLength(entry.name) > 100
  const longLink = Buffer.byteLength(link) > 100
  if (entry.pax !== undefined) {
    const records = {
      ...(longName ? { path: entry.name } : {}),
      ...(longLink ? { linkpath: link } : {}),
      ...entry.pax,
    }
    const content = Buffer.from(Object.entries(records).map(paxRecord).join(''))
    return [header('PaxHeader', 'x', 0o644, content.length, ''), ...padded(content)]
  }
  return [...(longName ? gnu('L', entry.name) : []), ...(longLink ? gnu('K', link) : [])]
}

function gnu(flag: 'K' | 'L', text: string): Buffer[] {
  const content = Buffer.from(`${text}\0`)
  return [header('././@LongLink', flag, 0o644, content.length, ''), ...padded(content)]
}

// "length key=value\n", where the length counts itself.
function paxRecord([key, value]: readonly [string, string]): string {
  const rest = ` ${key}=${value}\n`
  const bytes = Buffer.byteLength(rest)
  const guess = bytes + String(bytes).length
  return `${bytes + String(guess).length}${rest}`
}

function header(name: string, flag: string, mode: number, size: number, link: string): Buffer {
  const bytes = Buffer.alloc(block)
  const octal = (value: number, at: number, width: number): void => {
    bytes.write(`${value.toString(8).padStart(width - 1, '0')}\0`, at)
  }
  bytes.write(name, 0, 100)
  octal(mode, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(0, 136, 12)
  bytes.write(flag, 156)
  bytes.write(link, 157, 100)
  bytes.write('ustar\x0000', 257)
  // The checksum counts its own field as eight spaces.
  bytes.fill(' ', 148, 156)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return bytes
}

function padded(content: Buffer): Buffer[] {
  const missing = (block - (content.length % block)) % block
  return content.length === 0 ? [] : [content, Buffer.alloc(missing)]
}

import type { Entry } from './archive.ts'

const block = 512

const flags = { file: '0', symlink: '2', directory: '5' } as const

/** Returns the entries as an uncompressed tar file, all of them made at the epoch. */
export function tar(entries: readonly Entry[]): Buffer {
  return Buffer.concat([...entries.flatMap(written), Buffer.alloc(2 * block)])
}

function written(entry: Entry): Buffer[] {
  const type = entry.type ?? (entry.link === undefined ? 'file' : 'symlink')
  const content = entry.content ?? Buffer.alloc(0)
  const mode = entry.mode ?? (type === 'directory' ? 0o755 : 0o644)
  const missing = (block - (content.length % block)) % block
  const head = header(entry.name, flags[type], mode, content.length, entry.link ?? '')
  return [head, content, Buffer.alloc(missing)]
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

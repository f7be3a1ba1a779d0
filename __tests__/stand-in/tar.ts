import type { Entry } from './archive.ts'

const block = 512

/** Returns the entries as an uncompressed tar file, all of them made at the epoch. */
export function tar(entries: readonly Entry[]): Buffer {
  const parts = entries.flatMap((entry) => {
    const { content = Buffer.alloc(0) } = entry
    const padded = Math.ceil(content.length / block) * block
    return [header(entry, content.length), Buffer.concat([content], padded)]
  })
  return Buffer.concat([...parts, Buffer.alloc(2 * block)])
}

function header({ name, mode = 0o644, type, link }: Entry, size: number): Buffer {
  const bytes = Buffer.alloc(block)
  const octal = (at: number, width: number, value: number) => {
    bytes.write(value.toString(8).padStart(width - 1, '0'), at)
  }
  bytes.write(name, 0, 100)
  octal(100, 8, mode)
  octal(108, 8, 0)
  octal(116, 8, 0)
  octal(124, 12, size)
  octal(136, 12, 0)
  // The checksum counts its own field as eight spaces.
  bytes.fill(' ', 148, 156)
  bytes.write(type === 'directory' ? '5' : link === undefined ? '0' : '2', 156)
  bytes.write(link ?? '', 157, 100)
  bytes.write('ustar\x0000', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  octal(148, 8, sum)
  return bytes
}

// Archives that nobody has to trust, taken apart without a server in between.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { refuseLeaving } from '../src/install/archive-path.ts'
import { unpacker } from '../src/install/unpack.ts'
import { type Entry, tarGz, zip } from './stand-in/archive.ts'
import { tar } from './stand-in/tar.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'choreo-login-archive-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const kinds = ['tar.gz', 'zip'] as const
type Kind = (typeof kinds)[number]

const program = Buffer.from('#!/bin/sh\necho the program\n')
const choreo: Entry = { name: 'choreo', content: program, mode: 0o755 }

function pack(kind: Kind, entries: readonly Entry[]): Buffer {
  return kind === 'zip' ? zip(entries) : tarGz(entries)
}

/** Feeds the bytes in small parts, and returns the executable that came out. */
async function unpack(kind: Kind, bytes: Buffer, part = 7000): Promise<string> {
  const unpack = await unpacker(kind, join(directory, 'choreo'))
  try {
    for (let at = 0; at < bytes.length; at += part) await unpack.take(bytes.subarray(at, at + part))
    await unpack.finish()
    return readFileSync(join(directory, 'choreo'), 'utf8')
  } finally {
    await unpack.close()
    expect(readdirSync(directory)).toEqual(['choreo'])
  }
}

describe.each(kinds)('the executable in a %s', (kind) => {
  const other = Buffer.from('another program\n')

  test.each<[string, readonly Entry[]]>([
    ['at the root', [{ name: 'README.md', content: other }, choreo]],
    ['behind ./', [{ ...choreo, name: './choreo' }]],
    ['in a sub-folder', [{ ...choreo, name: 'choreo-cli/bin/choreo' }]],
    [
      'nearest to the root, before deeper ones',
      [choreo, { ...choreo, name: 'completions/choreo', content: other }],
    ],
    [
      'nearest to the root, after deeper ones',
      [{ ...choreo, name: 'completions/choreo', content: Buffer.alloc(50_000) }, choreo],
    ],
    [
      'beside a folder of its name',
      [
        { name: 'choreo/', type: 'directory' },
        { ...choreo, name: 'choreo/choreo' },
      ],
    ],
    ['beside a link of its name', [{ name: 'bin/choreo', link: '../choreo' }, choreo]],
    ['behind a long name', [{ name: `${'x'.repeat(150)}/notes`, content: other }, choreo]],
    ['in a folder with a long name', [{ ...choreo, name: `${'x'.repeat(150)}/choreo` }]],
    ['beside files without content', [{ name: 'empty' }, choreo, { name: 'also-empty' }]],
  ])('is found %s', async (_, entries) => {
    expect(await unpack(kind, pack(kind, entries))).toBe(program.toString())
  })

  test('is found whatever the size of the parts in which it arrives', async () => {
    const bytes = pack(kind, [{ name: 'README.md', content: other }, choreo])
    for (const part of [1, 100, 511, 513]) {
      expect(await unpack(kind, bytes, part)).toBe(program.toString())
    }
  })

  test.each<[string, readonly Entry[], RegExp]>([
    ['holds none', [{ name: 'README.md', content: other }], /no executable named choreo/],
    ['is empty', [], /no executable named choreo/],
    ['holds a folder instead', [{ name: 'choreo', type: 'directory' }], /no executable/],
    ['holds a link instead', [{ name: 'choreo', link: 'README.md' }], /no executable/],
    ['has a path that goes up', [choreo, { name: '../evil', content: other }], /leads out/],
    ['has the executable above itself', [{ ...choreo, name: '../choreo' }], /leads out/],
    ['goes up in the middle', [choreo, { name: 'a/../../evil', content: other }], /leads out/],
    ['goes up as on Windows', [choreo, { name: '..\\evil', content: other }], /leads out/],
    ['has an absolute path', [choreo, { name: '/etc/evil', content: other }], /leads out/],
    ['has a drive', [choreo, { name: 'C:\\evil', content: other }], /leads out/],
  ])('is refused when the archive %s', async (_, entries, reason) => {
    await expect(unpack(kind, pack(kind, entries))).rejects.toThrow(reason)
  })

  test('is refused when the archive ends too early, wherever that is', async () => {
    const bytes = pack(kind, [choreo, { name: 'README.md', content: Buffer.alloc(2000, 'text ') }])
    for (const part of [0.1, 0.5, 0.9, 0.99]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * part))
      await expect(unpack(kind, cut)).rejects.toThrow()
    }
  })

  test.each([
    ['a web page', Buffer.from('<!doctype html><title>Sign in</title>'.repeat(100))],
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(10_000)],
  ])('is refused when the archive is %s', async (_, bytes) => {
    await expect(unpack(kind, bytes)).rejects.toThrow()
  })
})

describe('a tar archive', () => {
  test.each<[string, Entry]>([
    ['absolute', { name: 'notes', link: '/etc/passwd' }],
    ['upwards', { name: 'notes', link: '../../etc/passwd' }],
    ['upwards from a folder', { name: 'a/notes', link: '../../etc/passwd' }],
    ['hard and absolute', { name: 'notes', type: 'hardlink', link: '/etc/passwd' }],
    ['hard and upwards', { name: 'a/notes', type: 'hardlink', link: '../etc/passwd' }],
    ['upwards in a long name', { name: 'notes', link: `${'../'.repeat(50)}etc/passwd` }],
    ['upwards in an extended header', { name: 'notes', link: 'x', pax: { linkpath: '/etc' } }],
  ])('with a link that is %s is refused', async (_, entry) => {
    await expect(unpack('tar.gz', tarGz([choreo, entry]))).rejects.toThrow(/link that leads out/)
  })

  test('may hold links that stay inside', async () => {
    const entries = [choreo, { name: 'a/b/c', link: '../../choreo' }, { name: 'x', link: 'choreo' }]
    expect(await unpack('tar.gz', tarGz(entries))).toBe(program.toString())
  })

  test('with names in extended headers is read by these names', async () => {
    const entries = [
      { ...choreo, name: 'PLACEHOLDER', pax: { path: 'bin/choreo', mtime: '1700000000.5' } },
      { name: 'choreo.txt', content: Buffer.from('notes') },
    ]
    expect(await unpack('tar.gz', tarGz(entries))).toBe(program.toString())
    const evil = [{ name: 'fine', content: program, pax: { path: '../evil' } }]
    await expect(unpack('tar.gz', tarGz(evil))).rejects.toThrow(/leads out/)
  })

  test('with a damaged header is refused', async () => {
    const bytes = tar([choreo])
    bytes[10] = 65
    await expect(unpack('tar.gz', gzipSync(bytes))).rejects.toThrow(/damaged/)
  })

  test('that inflates to more than 512 MiB is given up', async () => {
    const part = gzipSync(Buffer.concat([tar([choreo]).subarray(0, 1024)]))
    const zeros = gzipSync(Buffer.alloc(64 * 1024 * 1024))
    const bomb = Buffer.concat([part, ...Array.from({ length: 9 }, () => zeros)])
    expect(bomb.length).toBeLessThan(1024 * 1024)
    await expect(unpack('tar.gz', bomb)).rejects.toThrow(/more than 512 MiB/)
  })
})

describe('a zip archive', () => {
  // The central directory is what counts; its entry for a single file starts 46 + 6 + 22 bytes before the end.
  function altered(change: (entry: Buffer) => void): Buffer {
    const bytes = Buffer.from(zip([choreo]))
    change(bytes.subarray(bytes.length - 46 - 'choreo'.length - 22))
    return bytes
  }

  test.each<[string, (entry: Buffer) => void, RegExp]>([
    ['with another checksum', (entry) => entry.writeUInt32LE(1, 16), /damaged/],
    ['that says a smaller size', (entry) => entry.writeUInt32LE(5, 24), /damaged/],
    ['that says a larger size', (entry) => entry.writeUInt32LE(500, 24), /damaged/],
    ['that says 4 GiB', (entry) => entry.writeUInt32LE(0xffff_ffff, 24), /more than 512 MiB/],
    ['packed in another way', (entry) => entry.writeUInt16LE(12, 10), /method 12/],
    ['with an entry outside of it', (entry) => entry.writeUInt32LE(1_000_000, 42), /damaged/],
    ['with an executable of no bytes', (entry) => entry.writeUInt32LE(0, 20), /empty/],
    ['with a directory that is none', (entry) => entry.writeUInt32LE(7, 0), /damaged/],
  ])('%s is refused', async (_, change, reason) => {
    await expect(unpack('zip', altered(change))).rejects.toThrow(reason)
  })

  test('with a comment at its end is read', async () => {
    const bytes = Buffer.from(zip([choreo]))
    bytes.writeUInt16LE(5, bytes.length - 2)
    const commented = Buffer.concat([bytes, Buffer.from('hello')])
    expect(await unpack('zip', commented)).toBe(program.toString())
  })

  test('with an executable that is stored as it is, is read', async () => {
    const bytes = storedZip()
    expect(await unpack('zip', bytes)).toBe(program.toString())
  })

  function storedZip(): Buffer {
    const packed = zip([choreo])
    const directoryAt = packed.length - 46 - 'choreo'.length - 22
    const local = Buffer.from(packed.subarray(0, 36))
    const rest = Buffer.from(packed.subarray(directoryAt))
    for (const [header, at] of [
      [local, 8],
      [rest, 10],
    ] as const) {
      header.writeUInt16LE(0, at)
      header.writeUInt32LE(program.length, at + 10)
    }
    rest.writeUInt32LE(local.length + program.length, rest.length - 6)
    return Buffer.concat([local, program, rest])
  }
})

test.each([
  ['../a', 'b', true],
  ['../../a', 'b', false],
  ['a/../../b', '', false],
  ['..\\..\\a', 'b', false],
  ['./a', '', true],
  ['C:\\a', '', false],
])('a link to %s from the folder "%s" stays inside: %s', (target, folder, stays) => {
  const check = () => refuseLeaving(target, folder)
  if (stays) expect(check).not.toThrow()
  else expect(check).toThrow(/leads out/)
})

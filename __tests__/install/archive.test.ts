// Archives from untrusted sources, in process.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { untar } from '../../src/install/tar.ts'
import { unzip } from '../../src/install/zip.ts'
import { type Entry, zip } from '../stand-in/archive.ts'
import { tar } from '../stand-in/tar.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'choreo-login-archive-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

type Format = 'tar' | 'zip'
const pack = { tar, zip }
const content = Buffer.from('#!/bin/sh\necho the executable\n')
const choreo: Entry = { name: 'choreo', content, mode: 0o755 }
const other = Buffer.from('another file\n')

/** Reads an archive that arrives in chunks. Returns the executable in it, or undefined. */
async function extract(format: Format, bytes: Buffer, chunk = 7000): Promise<string | undefined> {
  const path = join(directory, 'choreo')
  const file = await open(path, 'a')
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  try {
    const isFound = await (format === 'zip' ? unzip : untar)(chunks(), 'choreo', file)
    return isFound ? readFileSync(path, 'utf8') : undefined
  } finally {
    await file.close()
  }
}

describe.each(['tar', 'zip'] as const)('the executable in a %s archive', (format) => {
  test.each<[string, readonly Entry[]]>([
    ['at the root', [{ name: 'README.md', content: other }, choreo]],
    ['behind ./', [{ ...choreo, name: './choreo' }]],
    ['in a folder', [{ ...choreo, name: 'choreo-cli/bin/choreo' }]],
    ['before one in a folder', [choreo, { name: 'completions/choreo', content: other }]],
    ['after one in a folder', [{ name: 'a/choreo', content: Buffer.alloc(50_000) }, choreo]],
    [
      'in a folder of its name',
      [
        { name: 'choreo/', type: 'directory' },
        { ...choreo, name: 'choreo/choreo' },
      ],
    ],
    ['beside a link of its name', [{ name: 'bin/choreo', link: '../choreo' }, choreo]],
    ['behind a long name', [{ name: `${'x'.repeat(150)}/notes`, content: other }, choreo]],
    ['beside empty files', [{ name: 'empty' }, choreo, { name: 'also-empty' }]],
    [
      'beside paths that lead out of the archive',
      [{ name: '../../evil', content: other }, { name: '/etc/evil', content: other }, choreo],
    ],
  ])('is found %s', async (_, entries) => {
    expect(await extract(format, pack[format](entries))).toBe(`${content}`)
  })

  test.each([1, 100, 511, 513])('is found when it arrives in chunks of %d bytes', async (chunk) => {
    const bytes = pack[format]([{ name: 'README.md', content: other }, choreo])
    expect(await extract(format, bytes, chunk)).toBe(`${content}`)
  })

  test.each<[string, readonly Entry[]]>([
    ['is empty', []],
    ['holds another file', [{ name: 'README.md', content: other }]],
    ['holds a folder of its name', [{ name: 'choreo/', type: 'directory' }]],
    ['holds a link of its name', [{ name: 'choreo', link: 'README.md' }]],
  ])('is not found when the archive %s', async (_, entries) => {
    expect(await extract(format, pack[format](entries))).toBeUndefined()
  })

  test.each([0.1, 0.5, 0.9, 0.99])(
    'is an error when only %d of the archive is there',
    async (part) => {
      const bytes = pack[format]([
        choreo,
        { name: 'README.md', content: Buffer.alloc(2000, 'text ') },
      ])
      const cut = bytes.subarray(0, Math.floor((bytes.length - 1024) * part))
      await expect(extract(format, cut)).rejects.toThrow(
        /it is not a (tar|zip) archive, or a damaged one/,
      )
    },
  )

  test.each([
    ['a web page', Buffer.from('<!doctype html><title>Sign in</title>'.repeat(100))],
    ['nothing', Buffer.alloc(0)],
    ['random bytes', Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251))],
  ])('is an error when the archive is %s', async (_, bytes) => {
    await expect(extract(format, bytes)).rejects.toThrow(/it is not a (tar|zip) archive/)
  })
})

test('a tar archive of more than 512 MiB is an error', async () => {
  const header = tar([choreo])
  header.write('77777777777\0', 124)
  await expect(extract('tar', header)).rejects.toThrow(/more than 512 MiB/)
  const zeros = Buffer.alloc(64 * 1024 * 1024)
  async function* endless() {
    for (yield tar([choreo]).subarray(0, 1024); ; ) yield zeros
  }
  const file = await open(join(directory, 'file'), 'a')
  await expect(untar(endless(), 'choreo', file)).rejects.toThrow(/more than 512 MiB/)
  await file.close()
})

describe('a zip archive', () => {
  // The directory's entry for a single file starts 46 + 6 + 22 bytes before the end.
  function altered(change: (entry: Buffer) => void): Buffer {
    const bytes = Buffer.from(zip([choreo]))
    change(bytes.subarray(bytes.length - 46 - 'choreo'.length - 22))
    return bytes
  }

  test.each<[string, (entry: Buffer) => void, RegExp]>([
    ['another checksum', (entry) => entry.writeUInt32LE(1, 16), /damaged/],
    ['a smaller size', (entry) => entry.writeUInt32LE(5, 24), /damaged/],
    ['a larger size', (entry) => entry.writeUInt32LE(500, 24), /damaged/],
    ['a size of 4 GiB', (entry) => entry.writeUInt32LE(0xffff_ffff, 24), /more than 512 MiB/],
    ['another method', (entry) => entry.writeUInt16LE(12, 10), /zip method 12/],
    ['an offset outside of it', (entry) => entry.writeUInt32LE(1_000_000, 42), /damaged/],
    ['no content', (entry) => entry.writeUInt32LE(0, 20), /damaged/],
    ['another signature', (entry) => entry.writeUInt32LE(7, 0), /damaged/],
  ])('that states %s is an error', async (_, change, reason) => {
    await expect(extract('zip', altered(change))).rejects.toThrow(reason)
  })

  test('with a comment at its end is read', async () => {
    const bytes = Buffer.concat([zip([choreo]), Buffer.from('hello')])
    bytes.writeUInt16LE(5, bytes.length - 7)
    expect(await extract('zip', bytes)).toBe(`${content}`)
  })

  test('with an executable that is not compressed is read', async () => {
    const packed = zip([choreo])
    const local = Buffer.from(packed.subarray(0, 36))
    const rest = Buffer.from(packed.subarray(packed.length - 46 - 'choreo'.length - 22))
    for (const [header, at] of [
      [local, 8],
      [rest, 10],
    ] as const) {
      header.writeUInt16LE(0, at)
      header.writeUInt32LE(content.length, at + 10)
    }
    rest.writeUInt32LE(local.length + content.length, rest.length - 6)
    expect(await extract('zip', Buffer.concat([local, content, rest]))).toBe(`${content}`)
  })
})

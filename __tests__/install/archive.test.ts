// Archives from untrusted sources, in process.
import { describe, expect, test } from '@jest/globals'
import type { Sink } from '../../src/install/archive.ts'
import { untar } from '../../src/install/tar.ts'
import { unzip } from '../../src/install/zip.ts'
import { type Entry, zip } from '../stand-in/archive.ts'
import { tar } from '../stand-in/tar.ts'

const formats = { tar: [tar, untar], zip: [zip, unzip] } as const
type Format = keyof typeof formats
const content = Buffer.from('#!/bin/sh\necho the executable\n')
const choreo: Entry = { name: 'choreo', content, mode: 0o755 }
const other = { content: Buffer.from('another file\n') }

/** Reads an archive that arrives in chunks. Returns the executable in it, or undefined. */
async function extract(format: Format, bytes: Buffer, chunk = 7000): Promise<string | undefined> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  let found = ''
  const sink: Sink = {
    append: async (bytes) => {
      found += bytes
    },
    restart: async () => {
      found = ''
    },
  }
  return (await formats[format][1](chunks(), 'choreo', sink)) ? found : undefined
}

describe.each(['tar', 'zip'] as const)('the executable in a %s archive', (format) => {
  const pack = formats[format][0]

  test.each<[string, readonly Entry[]]>([
    ['at the root', [{ ...other, name: 'README.md' }, choreo]],
    ['behind ./', [{ ...choreo, name: './choreo' }]],
    ['in a folder', [{ ...choreo, name: 'choreo-cli/bin/choreo' }]],
    ['before one in a folder', [choreo, { ...other, name: 'completions/choreo' }]],
    ['after one in a folder', [{ name: 'a/choreo', content: Buffer.alloc(50_000) }, choreo]],
    [
      'in a folder of its name',
      [
        { name: 'choreo/', type: 'directory' },
        { ...choreo, name: 'choreo/choreo' },
      ],
    ],
    ['beside a link of its name', [{ name: 'bin/choreo', link: '../choreo' }, choreo]],
    ['behind a long name', [{ ...other, name: `${'x'.repeat(150)}/notes` }, choreo]],
    ['beside empty files', [{ name: 'empty' }, choreo, { name: 'also-empty' }]],
    ['beside paths that lead out', [{ ...other, name: '../../a' }, { ...other, name: '/a' }, choreo]],
  ])('is found %s', async (_, entries) => {
    expect(await extract(format, pack(entries))).toBe(`${content}`)
  })

  test.each([1, 100, 511, 513])('is found when it arrives in chunks of %d bytes', async (chunk) => {
    const bytes = pack([{ ...other, name: 'README.md' }, choreo])
    expect(await extract(format, bytes, chunk)).toBe(`${content}`)
  })

  test.each<[string, readonly Entry[]]>([
    ['is empty', []],
    ['holds another file', [{ ...other, name: 'README.md' }]],
    ['holds a folder of its name', [{ name: 'choreo/', type: 'directory' }]],
    ['holds a link of its name', [{ name: 'choreo', link: 'README.md' }]],
  ])('is not found when the archive %s', async (_, entries) => {
    expect(await extract(format, pack(entries))).toBeUndefined()
  })

  const whole = pack([choreo, { name: 'README.md', content: Buffer.alloc(2000, 'text ') }])
  test.each([
    ['a tenth', whole.subarray(0, whole.length / 10)],
    ['most of it', whole.subarray(0, whole.length - 1100)],
    ['a web page', Buffer.from('<!doctype html><title>Sign in</title>'.repeat(100))],
    ['nothing', Buffer.alloc(0)],
  ])('is an error when the archive is %s', async (_, bytes) => {
    const message = `it is not a ${format} archive, or a damaged one`
    await expect(extract(format, bytes)).rejects.toThrow(message)
  })
})

test('a tar archive of more than 512 MiB is an error', async () => {
  const header = tar([choreo])
  header.write('77777777777\0', 124)
  await expect(extract('tar', header)).rejects.toThrow(/more than 512 MiB/)
  async function* endless() {
    for (yield tar([choreo]).subarray(0, 1024); ; ) yield Buffer.alloc(64 * 1024 * 1024)
  }
  const sink = { append: async () => undefined, restart: async () => undefined }
  await expect(untar(endless(), 'choreo', sink)).rejects.toThrow(/more than 512 MiB/)
})

describe('a zip archive', () => {
  // The entry of a single file in the directory starts 46 + 6 + 22 bytes before the end.
  const entryAt = zip([choreo]).length - 46 - 'choreo'.length - 22

  test.each<[string, number, number, RegExp]>([
    ['another checksum', 16, 1, /damaged/],
    ['a smaller size', 24, 5, /damaged/],
    ['a size of 4 GiB', 24, 0xffff_ffff, /more than 512 MiB/],
    ['another method', 10, 12, /zip method 12/],
    ['an offset outside of it', 42, 1_000_000, /damaged/],
    ['another signature', 0, 7, /damaged/],
  ])('that states %s is an error', async (_, at, value, reason) => {
    const bytes = Buffer.from(zip([choreo]))
    if (at === 10) bytes.writeUInt16LE(value, entryAt + at)
    else bytes.writeUInt32LE(value, entryAt + at)
    await expect(extract('zip', bytes)).rejects.toThrow(reason)
  })

  test('with a comment at its end is read', async () => {
    const bytes = Buffer.concat([zip([choreo]), Buffer.from('hello')])
    bytes.writeUInt16LE(5, bytes.length - 7)
    expect(await extract('zip', bytes)).toBe(`${content}`)
  })

  test('with an executable that is not compressed is read', async () => {
    const local = Buffer.from(zip([choreo]).subarray(0, 36))
    const rest = Buffer.from(zip([choreo]).subarray(entryAt))
    local.writeUInt16LE(0, 8)
    rest.writeUInt16LE(0, 10)
    rest.writeUInt32LE(content.length, 20)
    rest.writeUInt32LE(local.length + content.length, rest.length - 6)
    expect(await extract('zip', Buffer.concat([local, content, rest]))).toBe(`${content}`)
  })
})

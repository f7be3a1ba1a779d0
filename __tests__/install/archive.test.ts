// Archives from untrusted sources, in process.
import { crc32 } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import type { Sink } from '../../src/install/archive.ts'
import { untar } from '../../src/install/tar.ts'
import { unzip } from '../../src/install/zip.ts'
import { type Entry, zip } from '../stand-in/archive.ts'
import { tar } from '../stand-in/tar.ts'

const content = Buffer.from('#!/bin/sh\necho the executable\n')
const choreo: Entry = { name: 'choreo', content }
const readme: Entry = { name: 'README.md', content: Buffer.from('another file\n') }
const large: Entry = { name: 'a/choreo', content: Buffer.alloc(50_000, 'text ') }

/** Reads an archive that arrives in chunks. Returns the executable in it, or undefined. */
async function extract(
  unpack: typeof untar,
  bytes: Buffer,
  chunk = 7000,
): Promise<string | undefined> {
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
  return (await unpack(chunks(), 'choreo', sink)) ? found : undefined
}

describe.each([
  ['tar', tar, untar],
  ['zip', zip, unzip],
])('the executable in a %s archive', (format, pack, unpack) => {
  test.each<[string, readonly Entry[]]>([
    ['among other files', [{ name: 'empty' }, { ...readme, name: '../../a' }, choreo]],
    ['in a folder', [{ ...choreo, name: 'choreo-cli/bin/choreo' }]],
    ['before one in a folder', [choreo, { ...readme, name: 'completions/choreo' }]],
    ['after one in a folder', [large, { ...choreo, name: './choreo' }]],
  ])('is found %s, in chunks of any size', async (_, entries) => {
    for (const chunk of [1, 511, 513, 7000]) {
      expect(await extract(unpack, pack(entries), chunk)).toBe(`${content}`)
    }
  })

  test.each<[string, readonly Entry[]]>([
    ['holds another file', [readme]],
    ['holds a folder of its name', [{ name: 'choreo/', type: 'directory' }]],
    ['holds a link of its name', [{ name: 'choreo', link: 'README.md' }]],
  ])('is not found when the archive %s', async (_, entries) => {
    expect(await extract(unpack, pack(entries))).toBeUndefined()
  })

  const whole = pack([choreo, large])
  test.each([
    ['half of one', whole.subarray(0, whole.length / 2)],
    ['a web page', Buffer.from('<!doctype html><title>Sign in</title>'.repeat(100))],
  ])('is an error when the archive is %s', async (_, bytes) => {
    await expect(extract(unpack, bytes)).rejects.toThrow(
      `it is not a ${format} archive, or a damaged one`,
    )
  })
})

test('a tar archive of more than 512 MiB is an error', async () => {
  const header = tar([choreo])
  header.write('77777777777\0', 124)
  await expect(extract(untar, header)).rejects.toThrow(/more than 512 MiB/)
  async function* endless() {
    for (yield tar([choreo]).subarray(0, 1024); ; ) yield Buffer.alloc(64 * 1024 * 1024)
  }
  const sink = { append: async () => undefined, restart: async () => undefined }
  await expect(untar(endless(), 'choreo', sink)).rejects.toThrow(/more than 512 MiB/)
})

// The entry of a single file in the directory starts 46 + 6 + 22 bytes before the end.
const entryAt = zip([choreo]).length - 46 - 'choreo'.length - 22

test.each<[string, number, number[], RegExp]>([
  ['another checksum', 16, [1], /damaged/],
  ['a smaller size', 24, [5], /damaged/],
  ['a size of 4 GiB', 24, [255, 255, 255, 255], /more than 512 MiB/],
  ['another method', 10, [12], /zip method 12/],
  ['an offset outside of it', 42, [0, 0, 16], /damaged/],
  ['another signature', 0, [7], /damaged/],
])('a zip archive that states %s is an error', async (_, at, value, reason) => {
  const bytes = zip([choreo])
  bytes.set(value, entryAt + at)
  await expect(extract(unzip, bytes)).rejects.toThrow(reason)
})

test('a zip archive with a comment at its end is read', async () => {
  const bytes = Buffer.concat([zip([choreo]), Buffer.from('hello')])
  bytes.writeUInt16LE(5, bytes.length - 7)
  expect(await extract(unzip, bytes)).toBe(`${content}`)
})

test('a zip archive with an executable that is not compressed is read', async () => {
  const bytes = zip([choreo])
  const packed = bytes.subarray(30 + 'choreo'.length, entryAt)
  bytes.writeUInt16LE(0, entryAt + 10)
  bytes.writeUInt32LE(crc32(packed), entryAt + 16)
  bytes.writeUInt32LE(packed.length, entryAt + 24)
  expect(await extract(unzip, bytes)).toBe(`${packed}`)
})

// Archives from untrusted sources, in process.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, describe, expect, test } from '@jest/globals'
import { untar } from '../../src/install/tar.ts'
import { unzip } from '../../src/install/zip.ts'
import { type Entry, zip } from '../stand-in/archive.ts'
import { tar } from '../stand-in/tar.ts'

const directory = mkdtempSync(join(tmpdir(), 'choreo-login-archive-'))
afterAll(() => rmSync(directory, { recursive: true }))

const content = Buffer.from('#!/bin/sh\necho the executable\n')
const choreo: Entry = { name: 'choreo', content }
const readme: Entry = { name: 'README.md', content: Buffer.from('another file\n') }
const large: Entry = { name: 'a/choreo', content: Buffer.alloc(50_000, 'text ') }

type Unpack = (bytes: Buffer, chunk?: number) => Promise<string>

const extracted = join(directory, 'executable')

/** Extracts the executable of a tar archive that arrives in chunks. */
const fromTar: Unpack = async (bytes, chunk = 7000) => {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk)
  }
  await untar(chunks(), 'choreo', extracted)
  return readFileSync(extracted, 'utf8')
}

/** Extracts the executable of a zip archive. */
const fromZip: Unpack = async (bytes) => {
  const path = join(directory, 'archive.zip')
  writeFileSync(path, bytes)
  await unzip(path, 'choreo', extracted)
  return readFileSync(extracted, 'utf8')
}

describe.each([
  ['tar', tar, fromTar],
  ['zip', zip, fromZip],
])('the executable in a %s archive', (format, pack, extract) => {
  test.each<[string, readonly Entry[]]>([
    ['among other files', [{ name: 'empty' }, { ...readme, name: '../../a' }, choreo]],
    [
      'in a folder of its name',
      [
        { name: 'choreo/', type: 'directory' },
        { ...choreo, name: 'choreo/choreo' },
      ],
    ],
    ['before one in a folder', [choreo, { ...readme, name: 'completions/choreo' }]],
    ['after one in a folder', [large, { ...choreo, name: './choreo' }]],
    ['after another one', [{ ...readme, name: 'choreo' }, choreo]],
    ['after a link of its name', [{ name: 'choreo', link: 'README.md' }, choreo]],
  ])('is found %s, in chunks of any size', async (_, entries) => {
    for (const chunk of [1, 511, 513, 7000]) {
      expect(await extract(pack(entries), chunk)).toBe(`${content}`)
    }
  })

  test('may be empty', async () => {
    expect(await extract(pack([{ name: 'choreo' }]))).toBe('')
  })

  test.each<[string, readonly Entry[], string]>([
    ['another file', [readme], 'holds no executable named choreo'],
    ['a folder of its name', [{ name: 'choreo/', type: 'directory' }], 'holds no executable'],
    [
      'a link of its name',
      [choreo, { name: 'choreo', link: 'README.md' }],
      'choreo in it is a link',
    ],
  ])('is an error when the archive holds %s', async (_, entries, reason) => {
    await expect(extract(pack(entries))).rejects.toThrow(reason)
  })

  const whole = pack([choreo, large])
  test.each([
    ['half of one', whole.subarray(0, whole.length / 2), 'the end of the'],
    ['one without its end', whole.subarray(0, -1024), 'the end of the'],
    ['a web page', Buffer.from('<!doctype html><title>Sign in</title>'.repeat(100)), format],
    ['empty', Buffer.alloc(0), 'the end of the'],
  ])('is an error when the archive is %s', async (_, bytes, reason) => {
    await expect(extract(bytes)).rejects.toThrow(reason)
  })
})

const isGnu = execFileSync('tar', ['--version'], { encoding: 'utf8' }).includes('GNU tar')
const testGnu = isGnu ? test : test.skip

/** Packs files with GNU tar; sparse ones begin with a hole of 2 MB. */
function packed(names: readonly string[], ...options: readonly string[]): Buffer {
  const place = mkdtempSync(join(directory, 'tar-'))
  for (const name of names) {
    mkdirSync(join(place, dirname(name)), { recursive: true })
    const hole = options.includes('--sparse') ? Buffer.alloc(2_000_000) : Buffer.alloc(0)
    writeFileSync(join(place, name), Buffer.concat([hole, content]))
    if (hole.length > 0) execFileSync('fallocate', ['--dig-holes', join(place, name)])
  }
  return execFileSync('tar', ['-c', ...options, ...names], { cwd: place, maxBuffer: 2 ** 24 })
}

const long = `${'long/'.repeat(60)}name`
const versions = ['0.0', '0.1', '1.0'].map((version) => `--sparse-version=${version}`)

describe('a tar archive of GNU tar', () => {
  testGnu.each(['v7', 'ustar', 'gnu', 'oldgnu', 'pax'])(
    'in the format %s is read',
    async (format) => {
      expect(await fromTar(packed(['other', 'x/choreo'], `--format=${format}`))).toBe(`${content}`)
    },
  )

  testGnu.each(['gnu', 'pax'])('in the format %s is read beside long names', async (format) => {
    const names = [long, 'choreo', `${long}/choreo`.replace('name/', '')]
    expect(await fromTar(packed(names, `--format=${format}`))).toBe(`${content}`)
  })

  testGnu.each(['gnu', 'pax'])('in the format %s with a long name is an error', async (format) => {
    const only = packed([`${'long/'.repeat(60)}choreo`], `--format=${format}`)
    await expect(fromTar(only)).rejects.toThrow('a name that only a GNU or PAX header holds')
  })

  testGnu.each([['--format=gnu'], ...versions.map((version) => ['--format=pax', version])])(
    'with a sparse executable (%s %s) is an error',
    async (...options) => {
      const sparse = packed(['choreo'], '--sparse', ...options)
      expect(sparse.length).toBeLessThan(1_000_000)
      await expect(fromTar(sparse)).rejects.toThrow('choreo in it is a sparse file')
    },
  )

  testGnu('is read beside a sparse file', async () => {
    const other = packed(['other'], '--sparse', '--format=gnu').subarray(0, -10_240)
    expect(await fromTar(Buffer.concat([other, tar([choreo])]))).toBe(`${content}`)
  })
})

/** Changes the header of the first entry, and puts its checksum right. */
function patched(bytes: Buffer, at: number, value: string | readonly number[]): Buffer {
  bytes.set(typeof value === 'string' ? Buffer.from(value, 'latin1') : value, at)
  bytes.fill(' ', 148, 156)
  const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0)
  bytes.write(sum.toString(8).padStart(7, '0'), 148)
  return bytes
}

const base256 = [0x80, ...Array(9).fill(0), 0, content.length]

test.each<[string, Buffer, string]>([
  ['states a size of 8 GiB', patched(tar([choreo]), 124, '77777777777\0'), 'the end of the'],
  [
    'states a size in base 256',
    patched(tar([choreo]), 124, base256),
    'choreo in it has its size in base 256',
  ],
  ['states a size that is no number', patched(tar([choreo]), 124, '9'), 'damaged'],
  ['holds a device', patched(tar([{ name: 'choreo' }]), 156, '3'), 'holds no executable'],
  ['has another checksum', Buffer.concat([Buffer.from('d'), tar([choreo]).subarray(1)]), 'damaged'],
])('a tar archive that %s is an error', async (_, bytes, reason) => {
  await expect(fromTar(bytes)).rejects.toThrow(reason)
})

test('a tar archive with another entry whose size is in base 256 is read', async () => {
  const other = patched(tar([{ ...choreo, name: 'other' }]), 124, base256).subarray(0, 1024)
  expect(await fromTar(Buffer.concat([other, tar([choreo])]))).toBe(`${content}`)
})

test('a tar archive that inflates to more than 512 MiB is an error', async () => {
  async function* endless() {
    for (yield tar([choreo]).subarray(0, 1024); ; ) yield Buffer.alloc(64 * 1024 * 1024)
  }
  await expect(untar(endless(), 'choreo', extracted)).rejects.toThrow(/more than 512 MiB|checks/)
})

// The entry of a single file in the directory starts 46 + 6 + 22 bytes before the end.
const entryAt = zip([choreo]).length - 46 - 'choreo'.length - 22

test('a zip archive behind other bytes is an error that says so', async () => {
  const bytes = Buffer.concat([Buffer.from('#!/bin/sh\n'), zip([choreo])])
  await expect(fromZip(bytes)).rejects.toThrow('other bytes are in front of it')
})

test.each<[string, number, number[], RegExp]>([
  ['another checksum', 16, [1], /damaged/],
  ['sizes elsewhere', 24, [255, 255, 255, 255], /choreo in it needs zip64/],
  ['another method', 10, [12], /choreo in it uses zip method 12/],
  ['encryption', 8, [1], /choreo in it is encrypted/],
  ['no content', 20, [0], /choreo in it is empty/],
  ['an offset outside of it', 42, [0, 0, 16], /damaged/],
  ['a directory elsewhere', 46 + 6 + 16, [255, 255, 255, 255], /zip64/],
  ['a directory that is too large', 46 + 6 + 12, [0, 0, 1], /damaged/],
  ['a directory of 17 MiB', 46 + 6 + 12, [0, 0, 16, 1], /directory has more than 16 MiB/],
])('a zip archive that states %s is an error', async (_, at, value, reason) => {
  const bytes = zip([choreo])
  bytes.set(value, entryAt + at)
  await expect(fromZip(bytes)).rejects.toThrow(reason)
})

test('a zip archive with a comment at its end is read', async () => {
  const comment = Buffer.from('a comment')
  const bytes = Buffer.concat([zip([choreo]), comment])
  bytes.writeUInt16LE(comment.length, bytes.length - comment.length - 2)
  expect(await fromZip(bytes)).toBe(`${content}`)
})

test('a zip archive with an executable that is not compressed is read', async () => {
  const bytes = zip([choreo])
  const stored = bytes.subarray(30 + 'choreo'.length, entryAt)
  bytes.writeUInt16LE(0, entryAt + 10)
  bytes.writeUInt32LE(crc32(stored), entryAt + 16)
  bytes.writeUInt32LE(stored.length, entryAt + 24)
  expect(await fromZip(bytes)).toBe(`${stored}`)
})

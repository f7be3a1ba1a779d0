// Takes one file out of a tar archive that comes from an untrusted source.
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
// https://www.gnu.org/software/tar/manual/html_node/Tar-Internals.html
import { writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { archiveError, type Candidate, damaged, demandUsable, depthOf, limited } from './archive.ts'

/**
 * Extracts a file: the last one with this name that is nearest to the root.
 *
 * @param source the archive's bytes, inflated; read to the end
 * @param name of the wanted file, without a folder
 * @param path where it is written
 * @throws Error when the archive is damaged, when it holds no such file, or one that cannot be extracted
 */
export async function untar(
  source: AsyncIterable<Buffer>,
  name: string,
  path: string,
): Promise<void> {
  const reader: Reader = { chunks: limited(source), rest: Buffer.alloc(0) }
  let candidate: Candidate | undefined
  let extension: Extension = {}
  for (;;) {
    const header = parseHeader(await read(reader, blockBytes))
    if (header === undefined) break
    const { type, size } = header
    const content = take(reader, size)
    if (type === 'x' || type === 'L') {
      if (size > maxExtensionBytes) throw damaged('tar')
      extension = { ...extension, ...parseExtension(type, await text(content)) }
    } else if (!describesOthers.test(type)) {
      const depth = depthOf(extension.path ?? header.path, name, candidate)
      if (depth !== undefined && files.test(type)) {
        candidate = { depth, problems: problemsOf(header, extension) }
        await writeFile(path, content, { mode: 0o600 })
      }
      extension = {}
    }
    // What was not read of it.
    for await (const _ of content);
    await read(reader, (blockBytes - (size % blockBytes)) % blockBytes)
  }
  for await (const _ of reader.chunks);
  demandUsable(candidate, name)
}

const blockBytes = 512

// A regular file has 0, 7 or nothing; links and sparse files are no executables, but in the place of one.
const files = /^[0127S]?$/
// Headers of the whole archive, and long targets of links.
const describesOthers = /[gK]/

type Header = NonNullable<ReturnType<typeof parseHeader>>

// Returns undefined for the block of zeros at the end.
function parseHeader(block: Buffer) {
  if (block.every((byte) => byte === 0)) return undefined
  const field = (from: number, to: number) => untilZero(block.toString('utf8', from, to))
  const octal = (from: number, to: number) => Number.parseInt(field(from, to).trim() || '0', 8)
  const sumOf = (bytes: Buffer) => bytes.reduce((sum, byte) => sum + byte, 0)
  // The checksum counts its own field as eight spaces.
  const sum = sumOf(block) - sumOf(block.subarray(148, 156)) + 8 * 0x20
  if (octal(148, 156) !== sum) throw damaged('tar')
  const isBase256 = ((block[124] ?? 0) & 0x80) !== 0
  const size = isBase256 ? Number(`0x${block.toString('hex', 125, 136)}`) : octal(124, 136)
  // Only POSIX has the rest of the path there.
  const folder = block.toString('latin1', 257, 263) === 'ustar\0' ? field(345, 500) : ''
  const path = folder === '' ? field(0, 100) : `${folder}/${field(0, 100)}`
  return { path, type: field(156, 157), size, isBase256 }
}

/** What the entries before a file add to its header. */
interface Extension {
  readonly path?: string
  readonly isSparse?: boolean
}

const maxExtensionBytes = 1024 * 1024

// A PAX record is `30 mtime=1350244992.023960108\n`, and begins with its own length.
function parseExtension(type: 'x' | 'L', content: string): Extension {
  const path = type === 'L' ? untilZero(content) : /^\d+ path=(.*)$/m.exec(content)?.[1]
  return { ...(path !== undefined && { path }), isSparse: /^\d+ GNU\.sparse\./m.test(content) }
}

function problemsOf(header: Header, { path = header.path, isSparse = false }: Extension) {
  return {
    'is a link': /[12]/.test(header.type),
    'is a sparse file': isSparse || header.type === 'S',
    'has its size in base 256': header.isBase256,
    'has a name that only a GNU or PAX header holds': path !== header.path,
  }
}

function untilZero(text: string): string {
  return text.replace(/\0.*$/s, '')
}

interface Reader {
  readonly chunks: AsyncGenerator<Buffer>
  /** Received, but not taken yet. */
  rest: Buffer
}

async function* take(reader: Reader, size: number): AsyncGenerator<Buffer> {
  for (let left = size; left > 0; ) {
    if (reader.rest.length === 0) {
      const { done, value } = await reader.chunks.next()
      if (done) throw archiveError('the end of the tar archive is missing', 'Z_BUF_ERROR')
      reader.rest = value
    }
    const part = reader.rest.subarray(0, left)
    reader.rest = reader.rest.subarray(part.length)
    left -= part.length
    yield part
  }
}

async function read(reader: Reader, size: number): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(take(reader, size)))
}

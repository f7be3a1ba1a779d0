// Takes one file out of a tar archive that comes from an untrusted source.
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
// https://www.gnu.org/software/tar/manual/html_node/Tar-Internals.html
import * as archive from './archive.ts'

/**
 * Extracts a file: the last one with this name that is nearest to the root.
 *
 * @param source the archive's bytes, inflated; read to the end
 * @param name of the wanted file, without a folder
 * @throws Error when the archive is damaged, when it holds no such file, or one that cannot be extracted
 */
export async function untar(
  source: AsyncIterable<Buffer>,
  name: string,
  sink: archive.Sink,
): Promise<void> {
  const bytes = readerOf(source)
  let candidate = archive.noCandidate
  for await (const { path, size, problem } of filesIn(bytes)) {
    const depth = archive.depthOf(path, name, candidate)
    if (depth === undefined) continue
    candidate = { depth, problem }
    await sink.restart()
    if (problem !== undefined) continue
    for await (const part of bytes.take(size)) await sink.append(part)
  }
  await bytes.drain()
  archive.demandUsable(candidate, name)
}

interface Entry {
  readonly path: string
  readonly size: number
  /** Why it cannot be extracted. */
  readonly problem: string | undefined
}

const blockBytes = 512

// The content of each entry is read, or not, before the next one.
async function* filesIn(bytes: Reader): AsyncGenerator<Entry> {
  let extension: Extension = {}
  for (;;) {
    const header = parseHeader(await bytes.read(blockBytes))
    if (header === undefined) return
    const { type } = header
    for (let hasMore = header.hasSparseMap; hasMore; ) {
      hasMore = (await bytes.read(blockBytes))[504] === 1
    }
    const size = /[1-6]/.test(type) ? 0 : (extension.size ?? header.size)
    const end = bytes.position() + Math.ceil(size / blockBytes) * blockBytes
    if (type === 'x' || type === 'L') {
      extension = { ...extension, ...(await readExtension(type, size, bytes)) }
    } else if (!/[gKV]/.test(type)) {
      const path = extension.path ?? header.path
      const isDirectory = /[5D]/.test(type) || path.endsWith('/')
      if (!isDirectory) yield { path, size, problem: problemOf(header, extension) }
      extension = {}
    }
    await bytes.skipTo(end)
  }
}

interface Header {
  readonly path: string
  readonly type: string
  readonly size: number
  readonly isBase256: boolean
  readonly hasSparseMap: boolean
}

// Returns undefined for the block of zeros at the end.
function parseHeader(block: Buffer): Header | undefined {
  if (block.every((byte) => byte === 0)) return undefined
  const text = (from: number, to: number) => block.toString('utf8', from, to).replace(/\0.*$/s, '')
  const octal = (from: number, to: number) => {
    const digits = text(from, to).trim()
    if (!/^[0-7]*$/.test(digits)) throw archive.damaged('tar')
    return Number.parseInt(digits || '0', 8)
  }
  // The checksum counts its own field as eight spaces.
  const own = block.subarray(148, 156).reduce((sum, byte) => sum + byte - 0x20, 0)
  const sum = block.reduce((sum, byte) => sum + byte, 0) - own
  if (octal(148, 156) !== sum) throw archive.damaged('tar')
  const isBase256 = ((block[124] ?? 0) & 0x80) !== 0
  const size = isBase256 ? Number(`0x${block.toString('hex', 125, 136)}`) : octal(124, 136)
  if (size > archive.maxBytes) throw archive.tooLarge()
  const type = text(156, 157)
  // Only POSIX has the rest of the path there.
  const folder = block.toString('latin1', 257, 263) === 'ustar\0' ? text(345, 500) : ''
  const path = folder === '' ? text(0, 100) : `${folder}/${text(0, 100)}`
  return { path, type, size, isBase256, hasSparseMap: type === 'S' && block[482] === 1 }
}

/** What the entries before a file add to its header. */
interface Extension {
  readonly path?: string
  readonly size?: number
  readonly problem?: string
}

const maxExtensionBytes = 1024 * 1024

async function readExtension(type: 'x' | 'L', size: number, bytes: Reader): Promise<Extension> {
  if (size > maxExtensionBytes) return { problem: 'has an extended header of more than 1 MiB' }
  const content = await bytes.read(size)
  if (type === 'L') return { path: content.toString().replace(/\0.*$/s, '') }
  const records = new Map(recordsIn(content))
  const path = records.get('GNU.sparse.name') ?? records.get('path')
  const stated = records.get('size')
  if (stated !== undefined && !/^\d{1,9}$/.test(stated)) throw archive.tooLarge()
  return {
    ...(path !== undefined && { path }),
    ...(stated !== undefined && { size: Number(stated) }),
    ...([...records.keys()].some((key) => key.startsWith('GNU.sparse.')) && { problem: sparse }),
  }
}

// Each record begins with its own length: `30 mtime=1350244992.023960108\n`.
function* recordsIn(content: Buffer): Generator<readonly [key: string, value: string]> {
  for (let at = 0; at < content.length; ) {
    const length = Number.parseInt(content.toString('latin1', at, at + 10), 10)
    const record = content.toString('utf8', at, at + length - 1)
    const [, key, value] = /^\d+ ([^=]+)=(.*)$/s.exec(record) ?? []
    if (key === undefined || value === undefined) throw archive.damaged('tar')
    yield [key, value]
    at += length
  }
}

const sparse = 'is a sparse file'

function problemOf({ type, path, isBase256 }: Header, extension: Extension): string | undefined {
  if (type === 'S') return sparse
  if (/[12]/.test(type)) return 'is a link'
  if (!/^[07]?$/.test(type)) return 'is not a regular file'
  if (extension.problem !== undefined) return extension.problem
  if (isBase256) return 'has its size in base 256'
  const isRenamed = extension.path !== undefined && extension.path !== path
  return isRenamed ? 'has a name that only a GNU or PAX header holds' : undefined
}

type Reader = ReturnType<typeof readerOf>

function readerOf(source: AsyncIterable<Buffer>) {
  const chunks = source[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  let received = 0
  const receive = async (): Promise<boolean> => {
    const { done, value } = await chunks.next()
    rest = done ? Buffer.alloc(0) : value
    received += rest.length
    if (received > archive.maxBytes) throw archive.tooLarge()
    return !done
  }
  async function* take(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0; ) {
      if (rest.length === 0 && !(await receive())) throw archive.truncated('tar')
      const part = rest.subarray(0, left)
      rest = rest.subarray(part.length)
      left -= part.length
      yield part
    }
  }
  const position = () => received - rest.length
  return {
    position,
    /** Yields the next bytes as they arrive. */
    take,
    read: async (size: number) => Buffer.concat(await Array.fromAsync(take(size))),
    skipTo: async (end: number) => {
      for await (const _ of take(end - position()));
    },
    drain: async () => {
      while (await receive());
    },
  }
}

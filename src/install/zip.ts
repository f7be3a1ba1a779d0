// Takes one file out of a zip archive that comes from an untrusted source.
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { damaged, depthOf, maxBytes, nowhere, type Sink, tooLarge } from './archive.ts'

/** Extracts a file as `untar` does, but after the last byte: the archive's directory is at its end. */
export async function unzip(
  source: AsyncIterable<Buffer>,
  name: string,
  sink: Sink,
): Promise<boolean> {
  const archive = Buffer.concat(await Array.fromAsync(source))
  try {
    const entry = nearest(archive, name)
    if (entry !== undefined) await sink.append(await contentOf(entry, archive))
    return entry !== undefined
  } catch (error) {
    // Of zlib, and of a Buffer that is read outside of its bounds.
    const isOfContent = /^(Z|ERR)_/.test((error as NodeJS.ErrnoException).code ?? '')
    throw isOfContent ? damaged('zip') : error
  }
}

// Returns the archive from the file's entry in its directory on.
function nearest(archive: Buffer, name: string): Buffer | undefined {
  const end = archive.lastIndexOf('PK\x05\x06')
  if (end === -1) throw damaged('zip')
  let [depth, found]: [number, Buffer | undefined] = [nowhere, undefined]
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const entry = archive.subarray(at)
    if (entry.toString('latin1', 0, 4) !== 'PK\x01\x02') throw damaged('zip')
    const pathEnd = 46 + entry.readUInt16LE(28)
    const path = entry.toString('utf8', 46, pathEnd)
    const unixType = entry.readUInt32LE(38) >>> 28
    const isFile = [0, 8].includes(unixType) && !/[\\/]$/.test(path)
    if (isFile && depthOf(path, name) < depth) [depth, found] = [depthOf(path, name), entry]
    at += pathEnd + entry.readUInt16LE(30) + entry.readUInt16LE(32)
  }
  return found
}

const [stored, deflated] = [0, 8]

async function contentOf(entry: Buffer, archive: Buffer): Promise<Buffer> {
  const size = entry.readUInt32LE(24)
  if (size > maxBytes) throw tooLarge()
  const local = archive.subarray(entry.readUInt32LE(42))
  const start = 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const packed = local.subarray(start, start + entry.readUInt32LE(20))
  const method = entry.readUInt16LE(10)
  if (method !== stored && method !== deflated) throw new Error(`it uses zip method ${method}`)
  const options = { maxOutputLength: Math.max(1, size) }
  const content = method === stored ? packed : await promisify(inflateRaw)(packed, options)
  if (content.length === size && crc32(content) === entry.readUInt32LE(16)) return content
  throw damaged('zip')
}

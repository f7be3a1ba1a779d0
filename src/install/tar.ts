// Takes one file out of a tar archive that comes from an untrusted source.
// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
import { damaged, depthOf, maxBytes, nowhere, type Sink, tooLarge } from './archive.ts'

const block = 512

/**
 * Extracts a file: from the root, or from the folder that is nearest to it. Everything else is skipped.
 *
 * @param source the archive's bytes, inflated; read to the end
 * @param name of the wanted file, without a folder
 * @param sink takes its content
 * @returns whether the archive holds it
 * @throws Error when the bytes are not a whole tar archive, or more than 512 MiB
 */
export async function untar(
  source: AsyncIterable<Buffer>,
  name: string,
  sink: Sink,
): Promise<boolean> {
  let nearest = nowhere
  let [left, isWanted, isEnded] = [0, false, false]
  for await (let bytes of blocks(source)) {
    while (bytes.length > 0 && !isEnded) {
      if (left > 0) {
        if (isWanted) await sink.append(bytes.subarray(0, left))
        const padded = Math.ceil(left / block) * block
        left = Math.max(0, left - bytes.length)
        bytes = bytes.subarray(padded)
      } else {
        const { depth, size, isEnd } = entryOf(bytes, name)
        isEnded = isEnd
        isWanted = depth < nearest
        if (isWanted && nearest !== nowhere) await sink.restart()
        if (isWanted) nearest = depth
        left = size
        bytes = bytes.subarray(block)
      }
    }
  }
  if (!isEnded) throw damaged('tar')
  return nearest !== nowhere
}

async function* blocks(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  let total = 0
  for await (const chunk of source) {
    total += chunk.length
    if (total > maxBytes) throw tooLarge()
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const whole = bytes.length - (bytes.length % block)
    yield bytes.subarray(0, whole)
    rest = bytes.subarray(whole)
  }
}

function entryOf(header: Buffer, name: string) {
  const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '')
  const isEnd = header.subarray(0, block).every((byte) => byte === 0)
  if (isEnd) return { depth: nowhere, size: 0, isEnd }
  if (text(257, 262) !== 'ustar') throw damaged('tar')
  const size = Number.parseInt(text(124, 136), 8)
  if (!(size >= 0 && size <= maxBytes)) throw tooLarge()
  const isFile = ['0', '', '7'].includes(text(156, 157))
  const depth = isFile ? depthOf(`${text(345, 500)}/${text(0, 100)}`, name) : nowhere
  return { depth, size, isEnd }
}

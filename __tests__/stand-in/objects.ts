import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Catalogue } from './catalogue.ts'
import { type Faults, meet, refuse, show } from './faults.ts'
import { byTag } from './github.ts'

type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>

/**
 * Returns the handler of the object store: another origin than GitHub, as in reality. It answers
 * signed addresses only, and, as cloud stores do, refuses a request that brings credentials too.
 */
export function objects(releases: Catalogue, faults: Faults): Handler {
  return async (request, response, url) => {
    const [, , owner, name, tag, file] = url.pathname.split('/').map(decodeURIComponent)
    const release = byTag(releases.releases(`${owner}/${name}`), tag)
    const asset = release?.assets.find((one) => one.name === file)
    if (asset === undefined) return refuse(response, { status: 404 })
    if (!url.searchParams.has('sig')) return refuse(response, { status: 403, body: 'No signature' })
    if (request.headers.authorization !== undefined) {
      return refuse(response, { status: 400, body: 'Only one way to authorize is allowed' })
    }

    const fault = meet(faults.download)
    if (fault !== undefined && show(fault, response)) return
    const how = fault !== undefined && 'how' in fault ? fault.how : undefined
    const bytes = how === 'corrupt' ? corrupted(asset.bytes()) : asset.bytes()
    if (how === 'redirect-loop') {
      url.searchParams.set('hop', String(Number(url.searchParams.get('hop') ?? 0) + 1))
      response.writeHead(302, { location: url.href, 'content-length': '0' })
      response.end()
      return
    }
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-length': bytes.length,
    })
    if (how === 'truncated') {
      response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy())
    } else if (how === 'slow-loris') response.write(bytes.subarray(0, 1024))
    else if (fault !== undefined && 'bytesPerSecond' in fault) {
      await trickle(response, bytes, fault.bytesPerSecond)
    } else response.end(bytes)
  }
}

// The middle is compressed data: what was flipped there shows in the digest, not in the format.
function corrupted(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const middle = copy.length >> 1
  copy[middle] = (copy[middle] ?? 0) ^ 0xff
  return copy
}

// As a network does: a little at a time, and never more than was due.
async function trickle(response: ServerResponse, bytes: Buffer, rate: number): Promise<void> {
  const began = performance.now()
  for (let at = 0; at < bytes.length && !response.destroyed; ) {
    const due = Math.max(at + 1, Math.floor(((performance.now() - began) / 1000) * rate))
    response.write(bytes.subarray(at, due))
    at = due
    await wait(Math.max(5, ((at + 1) / rate) * 1000 - (performance.now() - began)))
  }
  response.end()
}

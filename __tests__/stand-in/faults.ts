import { type ServerResponse, STATUS_CODES } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** A way to fail. `hang` never answers, `html` is the 200 of a captive portal, `reset` breaks the connection. */
export type Trouble =
  | 'hang'
  | 'html'
  | 'reset'
  | Refusal
  | SlowLoris
  | { readonly bytesPerSecond: number }

export type Refusal = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** How many requests meet it; all of them unless said. */
  readonly times?: number
}

/** A download that stops after 1 kB, or that announces no length and ends there. */
type SlowLoris = { readonly how: 'slow-loris' | 'cut'; readonly times?: number }

/** What is wrong with the servers at the moment; each may be set and removed at any time. */
export type Faults = {
  /** The releases API. */
  api?: Trouble | undefined
  /** The page `/releases/latest`. */
  web?: Trouble | undefined
  /** The object store to which a download is redirected. */
  download?: Trouble | undefined
  /** An `authorization` header with another token than this gets the refusal from the API. */
  requireToken?: string | undefined
  /** How long the object store takes for a response. */
  delayMs?: number | undefined
  /** 401 unless said. */
  refusal?: Refusal | undefined
}

/** Answers with a fault in place of these bytes. Returns false when there is no fault (any more). */
export async function fail(
  response: ServerResponse,
  trouble?: Trouble,
  bytes: Buffer = Buffer.alloc(0),
) {
  if (trouble === undefined || isOver(trouble)) return false
  if (trouble === 'hang') return true
  if (trouble === 'reset') response.socket?.resetAndDestroy()
  else if (trouble === 'html') response.setHeader('content-type', 'text/html').end(captivePortal)
  else if ('status' in trouble) refuse(response, trouble)
  else if ('how' in trouble && trouble.how === 'cut') cut(response, bytes)
  else {
    response.setHeader('content-length', bytes.length)
    if ('how' in trouble) response.write(bytes.subarray(0, 1024))
    else await trickle(response, bytes, trouble.bytesPerSecond)
  }
  return true
}

const captivePortal = '<!doctype html><title>Sign in to the network</title><p>Please sign in.</p>'

/** Answers with a status, and JSON as GitHub's API words it unless there is a `body`. */
export function refuse(response: ServerResponse, { status, headers, body }: Refusal): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(body ?? JSON.stringify({ message: STATUS_CODES[status], status: String(status) }))
}

// As a server of HTTP/1.0 does, where the end of the connection is the end of the body.
function cut(response: ServerResponse, bytes: Buffer): void {
  response.removeHeader('transfer-encoding')
  response.useChunkedEncodingByDefault = false
  response.setHeader('connection', 'close')
  response.end(bytes.subarray(0, 1024))
}

// How often each fault was met. Kept beside the faults: the objects belong to the test.
const met = new WeakMap<object, number>()

function isOver(trouble: Trouble): boolean {
  if (typeof trouble === 'string' || !('times' in trouble)) return false
  const times = (met.get(trouble) ?? 0) + 1
  met.set(trouble, times)
  return times > (trouble.times ?? Number.POSITIVE_INFINITY)
}

// As a network does: a little at a time, and never more than was due.
async function trickle(response: ServerResponse, bytes: Buffer, rate: number): Promise<void> {
  const began = performance.now()
  for (let at = 0; at < bytes.length && !response.destroyed; await sleep(5)) {
    const due = Math.floor(((performance.now() - began) / 1000) * rate)
    response.write(bytes.subarray(at, due))
    at = due
  }
  response.end()
}

import { type ServerResponse, STATUS_CODES } from 'node:http'

/** Answers with this status, and JSON as GitHub's API words it unless there is a `body`. */
export type Refusal = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** How many requests meet it; all of them unless said. */
  readonly times?: number
}

/** A way to fail, alone or with the number of requests that meet it. */
export type Trouble<How extends string> = How | { readonly how: How; readonly times?: number } | Refusal

/** `hang` never answers, `html` is the 200 of a captive portal, `reset` breaks the connection. */
export type AnyRoute = 'hang' | 'html' | 'reset'

/** `truncated` closes after half of the bytes, `slow-loris` stops after 1 kB, `corrupt` flips one byte. */
type Transfer = 'truncated' | 'slow-loris' | 'corrupt'

/** What is wrong with the servers at the moment; each may be set and removed at any time. */
export type Faults = {
  /** The releases API. */
  api?: Trouble<AnyRoute> | undefined
  /** The pages `/releases/latest` and `/releases/tag/…`. */
  web?: Trouble<AnyRoute> | undefined
  /** The object store to which a download is redirected. */
  download?: Trouble<AnyRoute | Transfer> | Throttle | undefined
  /** An `authorization` header with another token than this gets 401 from the API. */
  requireToken?: string | undefined
}

type Throttle = { readonly bytesPerSecond: number; readonly times?: number }

type Shown<How extends string> = { readonly how: How } | Refusal | Throttle

// How often each fault was met. Kept beside the faults: the objects belong to the test.
const met = new WeakMap<object, number>()

/** Returns the fault that this request meets, or undefined when there is none (any more). */
export function meet<How extends string>(
  trouble: Trouble<How> | Throttle | undefined,
): Shown<How> | undefined {
  if (trouble === undefined) return undefined
  if (typeof trouble === 'string') return { how: trouble }
  const before = met.get(trouble) ?? 0
  if (before >= (trouble.times ?? Number.POSITIVE_INFINITY)) return undefined
  met.set(trouble, before + 1)
  return trouble
}

/** Answers with the fault and returns true; returns false for a fault that is not for any route. */
export function show(fault: Shown<string>, response: ServerResponse): boolean {
  if ('status' in fault) refuse(response, fault)
  else if (!('how' in fault)) return false
  else if (fault.how === 'reset') response.socket?.resetAndDestroy()
  else if (fault.how === 'html') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end('<!doctype html><title>Sign in to the network</title><p>Please sign in.</p>')
  } else return fault.how === 'hang'
  return true
}

/** Answers with a status and GitHub's form of an error. */
export function refuse(response: ServerResponse, { status, headers, body }: Refusal): void {
  const limit = 'API rate limit exceeded for 127.0.0.1.'
  const words: Readonly<Record<number, string>> = { 401: 'Bad credentials', 403: limit, 429: limit }
  const message = words[status] ?? STATUS_CODES[status] ?? 'Unknown'
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(body ?? JSON.stringify({ message, status: String(status) }))
}

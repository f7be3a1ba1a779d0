// GET over an unreliable network: time limits, retries and redirects.
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { retry } from '../retry.ts'
import * as failure from './network-error.ts'
import { type RequestOptions, send } from './request.ts'

/** From where requests are sent, and when they are given up. */
export interface Network extends RequestOptions {
  readonly cancelled: AbortSignal
  /** The pause before the second attempt, in milliseconds; doubled for each further one. */
  readonly backoffMs?: number
}

export interface GetOptions extends Network {
  /** Milliseconds, for all attempts together. */
  readonly limitMs: number
  /** Sent to the origin of the URL only, and no longer after a redirect to another origin. */
  readonly headers?: Readonly<Record<string, string>>
  /** `false`: a redirect is returned like any other response. */
  readonly followRedirects?: boolean
  /** Transient statuses that are returned and not retried. */
  readonly final?: readonly number[]
}

/** A response whose body has yet to be read. */
export interface Response {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Of the last redirect, without its query: that may hold a signature. */
  readonly url: string
  readonly body: IncomingMessage
}

const attempts = 4
const maxRedirects = 5

/**
 * Gets a URL. A connection that fails, breaks or is idle, and a status of 408, 429 or 5xx, are retried.
 *
 * @param url an absolute http or https URL
 * @param read turns the response into a value; what it throws is not retried
 * @returns what `read` returned
 * @throws Error that names the URL, what went wrong in the last attempt, and what to do
 */
export async function get<T>(
  url: string,
  options: GetOptions,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const { cancelled, limitMs, backoffMs = 250 } = options
  const limit = AbortSignal.timeout(limitMs)
  const signal = AbortSignal.any([cancelled, limit])
  let made = 0
  const attempt = (number: number) => {
    made = number
    return getOnce(url, options, signal, read)
  }
  try {
    const { isRetryable, retryAfterMs } = failure
    return await retry(attempt, { attempts, backoffMs, isRetryable, retryAfterMs, signal })
  } catch (error) {
    if (cancelled.aborted) throw new Error(`The run was cancelled while it got ${url}.`)
    if (limit.aborted) throw failure.tooSlow(url, limitMs)
    throw failure.explained(url, made, error)
  }
}

/**
 * Reads a text, for example JSON, of a bounded size.
 *
 * @param maxBytes of the body
 * @returns the body as UTF-8
 * @throws Error when the body is larger
 */
export async function textOf({ url, body }: Response, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new Error(`${url} sent more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

async function getOnce<T>(
  url: string,
  options: GetOptions,
  signal: AbortSignal,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const ending = new AbortController()
  try {
    const response = await follow(url, options, AbortSignal.any([signal, ending.signal]))
    const { status, headers } = response
    if (failure.isTransient(status) && !options.final?.includes(status)) {
      throw failure.badStatus(response.url, status, headers['retry-after'])
    }
    return await read(response)
  } finally {
    ending.abort()
  }
}

async function follow(url: string, options: GetOptions, signal: AbortSignal): Promise<Response> {
  let current = new URL(url)
  let headers = options.headers ?? {}
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const body = await send(current, headers, options, signal)
    const status = body.statusCode ?? 0
    const { location } = body.headers
    const isRedirect = status >= 300 && status < 400 && location !== undefined
    if (!isRedirect || options.followRedirects === false) {
      return { status, headers: body.headers, url: current.origin + current.pathname, body }
    }
    body.destroy()
    const next = redirected(current, location)
    if (next.origin !== current.origin) headers = {}
    current = next
  }
  throw new Error(
    `it redirects more than ${maxRedirects} times. Check the input \`github-url\`, and the proxy or mirror`,
  )
}

function redirected(from: URL, location: string): URL {
  const next = URL.parse(location, from.href)
  if (next === null || !/^https?:$/.test(next.protocol)) {
    throw new Error(`${from.origin} redirects to an invalid URL`)
  }
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    throw new Error(`${from.origin} redirects from https to http, which is refused`)
  }
  return next
}

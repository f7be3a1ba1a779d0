// GET over an unreliable network: time limits, retries and redirects.
import type { IncomingMessage } from 'node:http'
import * as problem from './errors.ts'
import { type RequestOptions, send } from './request.ts'
import { retry } from './retry.ts'

/** Where requests are sent from, and when they are abandoned. */
export interface Network extends RequestOptions {
  readonly cancelled: AbortSignal
  /** The pause before the second attempt, in milliseconds; doubled for each further one. Default: 250. */
  readonly backoffMs?: number
}

/** A response whose body has not been read. */
export type Response = IncomingMessage

export interface GetOptions extends Network {
  /** Milliseconds for all attempts together. */
  readonly limitMs: number
  /** `false`: a redirect is read like any other response. */
  readonly followRedirects?: boolean
  /** A transient status that is read and not retried. */
  readonly finalStatus?: number
}

/**
 * Gets a URL. A connection that fails, breaks or is idle, and a status of 408, 429 or 5xx, are retried.
 *
 * @param url an absolute http or https URL
 * @param read turns the response into a value; errors of its own are not retried
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
  const attempt = async (number: number) => {
    made = number
    const ending = new AbortController()
    try {
      return await read(await follow(url, options, AbortSignal.any([signal, ending.signal])))
    } finally {
      ending.abort()
    }
  }
  const { isRetryable } = problem
  const retryAfterMs = (error: unknown) => (error as problem.NetworkError).retryAfterMs ?? 0
  try {
    return await retry(attempt, { attempts: 4, backoffMs, isRetryable, retryAfterMs, signal })
  } catch (error) {
    if (cancelled.aborted) throw new Error(`The run was cancelled while it got ${url}.`)
    if (!limit.aborted) throw problem.explained(url, made, error)
    throw new Error(`Could not get ${url} within ${limitMs / 1000} seconds.${problem.checkNetwork}`)
  }
}

const maxRedirects = 5

async function follow(url: string, options: GetOptions, signal: AbortSignal): Promise<Response> {
  let [from, request]: [URL, RequestOptions] = [new URL(url), options]
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const response = await send(from, request, signal)
    const { statusCode = 0, headers } = response
    if (problem.isTransient(statusCode) && statusCode !== options.finalStatus) {
      // Without the query, which may hold a signature.
      const message = `${from.origin}${from.pathname} responded with status ${statusCode}`
      const retryAfterMs = millisecondsUntil(headers['retry-after'] ?? '')
      throw problem.networkError(message, { code: 'BAD_STATUS', statusCode, retryAfterMs })
    }
    if (statusCode === 407) {
      throw problem.networkError('the proxy refused the request with status 407', { statusCode })
    }
    const isRedirect = statusCode >= 300 && statusCode < 400 && headers.location !== undefined
    if (!isRedirect || options.followRedirects === false) return response
    response.destroy()
    const to = redirected(from, headers.location ?? '')
    if (to.origin !== from.origin) request = { ...options, headers: {} }
    from = to
  }
  throw new Error(
    `it redirects more than ${maxRedirects} times. Check the input \`github-url\`, and the proxy or mirror`,
  )
}

// https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
function millisecondsUntil(retryAfter: string): number {
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000
  return Math.max(0, Date.parse(retryAfter) - Date.now() || 0)
}

function redirected(from: URL, location: string): URL {
  const to = URL.parse(location, from.href)
  if (to === null || !/^https?:$/.test(to.protocol)) {
    throw new Error(`${from.origin} redirects to an invalid URL`)
  }
  if (from.protocol === 'https:' && to.protocol === 'http:') {
    throw new Error(`${from.origin} redirects from https to http, which is refused`)
  }
  return to
}

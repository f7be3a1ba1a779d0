// GET over an unreliable network: time limits, retries and redirects.
import { say } from '../runner/report.ts'
import * as errors from './errors.ts'
import { type RequestOptions, type Response, send } from './request.ts'
import { type PauseBudget, retry } from './retry.ts'

/** Where requests are sent from, and when they are abandoned. */
export interface Network extends RequestOptions {
  /** Ends a request at any time. */
  readonly signal: AbortSignal
  /** For the pauses of all requests of a run. */
  readonly pauses: PauseBudget
  /** The pause before the second attempt, in milliseconds; doubled for each further one. Default: 500. */
  readonly backoffMs?: number
}

export interface GetOptions extends Network {
  /** A redirect to such a path is not followed. The response then has its URL. */
  readonly stopAt?: RegExp
}

/** Starts a time limit for several requests and their attempts together, which a signal can end earlier. */
export function timeLimit(ms: number, signal: AbortSignal): AbortSignal {
  const controller = new AbortController()
  const message = `it took more than ${ms / 1000} seconds`
  const error = errors.networkError(message, { code: 'TIME_LIMIT' })
  setTimeout(() => controller.abort(error), ms).unref()
  return AbortSignal.any([signal, controller.signal])
}

/**
 * Gets a URL. A connection that fails, breaks or is idle, and a status of 408, 429 or 5xx, are retried.
 *
 * @param url an absolute http or https URL
 * @param read turns a successful response into a value; only its errors of the connection are retried
 * @throws Error that names the URL, what went wrong in the last attempt, and what to do; with the status
 */
export async function get<T>(
  url: string,
  options: GetOptions,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const { signal, backoffMs = 500, pauses } = options
  const from = new URL(url)
  let attempts = 0
  const attempt = async (number: number) => {
    attempts = number
    const ending = new AbortController()
    try {
      return await read(await follow(from, options, AbortSignal.any([signal, ending.signal])))
    } finally {
      ending.abort()
    }
  }
  try {
    return await retry(attempt, {
      backoffMs,
      maxBackoffMs: 8_000,
      pauses,
      pauseAfter: errors.pauseAfter,
      onRetry: (error, _, pauseMs) => {
        const pause = (pauseMs / 1000).toFixed(1)
        say(`${errors.shown(url)}: ${errors.meaningOf(error)}. Next attempt in ${pause} s.`)
      },
      signal,
    })
  } catch (error) {
    throw errors.explained(url, attempts, signal.aborted ? signal.reason : error)
  }
}

const maxRedirects = 5

async function follow(first: URL, options: GetOptions, signal: AbortSignal): Promise<Response> {
  let from = first
  let request: RequestOptions = options
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const response = await send(from, request, signal)
    const { status, headers } = response
    if (status >= 200 && status < 300) return response
    const { authorization, ...others } = request.headers ?? {}
    if (authorization !== undefined && [401, 403, 404].includes(status)) {
      // The token of a GitHub Enterprise Server is not valid at github.com, where reading needs none.
      request = { ...options, headers: others }
      continue
    }
    const isRedirect = status >= 300 && status < 400 && headers.location !== undefined
    if (!isRedirect) throw errors.statusError(status, headers, Date.now())
    const to = redirected(from, headers.location ?? '')
    if (options.stopAt?.test(to.pathname)) return { ...response, url: to }
    if (to.origin !== from.origin) request = { ...options, headers: {} }
    from = to
  }
  throw new Error(
    `it redirects more than ${maxRedirects} times. Check the input \`github-url\`, and the proxy or mirror`,
  )
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

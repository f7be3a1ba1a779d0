// GET over an unreliable network: time limits, retries and redirects.
import { say } from '../runner/report.ts'
import * as problem from './errors.ts'
import { type RequestOptions, type Response, send } from './request.ts'
import { type PauseBudget, retry } from './retry.ts'

/** Where requests are sent from, and when they are abandoned. */
export interface Network extends RequestOptions {
  readonly cancelled: AbortSignal
  /** For the pauses of all requests of a run. */
  readonly pauses: PauseBudget
  /** The pause before the second attempt, in milliseconds; doubled for each further one. Default: 500. */
  readonly backoffMs?: number
}

/** The time for several requests and their attempts together. */
export interface TimeLimit {
  readonly ms: number
  readonly signal: AbortSignal
}

/** Starts a time limit. */
export function timeLimit(ms: number): TimeLimit {
  return { ms, signal: AbortSignal.timeout(ms) }
}

export interface GetOptions extends Network {
  readonly limit: TimeLimit
  /** A redirect to such a path is not followed. The response then has its URL. */
  readonly stopAt?: RegExp
  /** A status that is not retried, whatever the server asks for. */
  readonly finalStatus?: number
}

const maxBackoffMs = 8_000

/**
 * Gets a URL. A connection that fails, breaks or is idle, and a status of 408, 429 or 5xx, are retried.
 *
 * @param url an absolute http or https URL
 * @param read turns a successful response into a value; its own errors are not retried
 * @throws Error that names the URL, what went wrong in the last attempt, and what to do; with the status
 */
export async function get<T>(
  url: string,
  options: GetOptions,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const { cancelled, limit, backoffMs = 500, pauses } = options
  const from = new URL(url)
  const name = problem.shown(url)
  const signal = AbortSignal.any([cancelled, limit.signal])
  let made = 0
  const attempt = async (number: number) => {
    made = number
    const ending = new AbortController()
    try {
      return await read(await follow(from, options, AbortSignal.any([signal, ending.signal])))
    } finally {
      ending.abort()
    }
  }
  const retryAfterMs = (error: unknown) => (error as problem.NetworkError).retryAfterMs ?? 0
  const isRetryable = (error: unknown, number: number) =>
    ((error as problem.NetworkError).statusCode ?? 0) !== options.finalStatus &&
    problem.isRetryable(error, number)
  const onRetry = (error: unknown, _: number, pauseMs: number) => {
    const what = problem.meaningOf(error as problem.NetworkError)
    say(`${name}: ${what}. Next attempt in ${(pauseMs / 1000).toFixed(1)} s.`)
  }
  try {
    const attempts = Number.POSITIVE_INFINITY
    const times = { attempts, backoffMs, maxBackoffMs, pauses, retryAfterMs }
    return await retry(attempt, { ...times, isRetryable, onRetry, signal })
  } catch (error) {
    if (cancelled.aborted) throw new Error(`The run was cancelled while it got ${name}.`)
    if (!limit.signal.aborted) throw problem.explained(url, made, error)
    throw new Error(
      `Could not get ${name} within ${limit.ms / 1000} seconds.${problem.checkNetwork}`,
    )
  }
}

const maxRedirects = 5

async function follow(first: URL, options: GetOptions, signal: AbortSignal): Promise<Response> {
  let [from, request]: [URL, RequestOptions] = [first, options]
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const response = await send(from, request, signal)
    const { status, headers } = response
    if (status >= 200 && status < 300) return response
    const isRedirect = status >= 300 && status < 400 && headers.location !== undefined
    if (!isRedirect) throw problem.statusError(status, headers, Date.now())
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

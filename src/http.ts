// GET with what a download on a hostile network needs: time limits, retries, redirects, proxies.
import * as http from 'node:http'
import * as https from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { getProxyUrl } from '@actions/http-client/lib/proxy'
import * as tunnel from 'tunnel'

/** An answer whose body has yet to be read. */
export interface Answer {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  /** Where the answer came from, after all redirects. */
  readonly url: string
  readonly body: http.IncomingMessage
}

export interface GetOptions {
  /** Sent to the origin of the first URL only, never after a redirect to another one. */
  readonly headers?: Readonly<Record<string, string>>
  /** `false`: a redirect is an answer like any other. */
  readonly followRedirects?: boolean
  /** Statuses, beside 408, 429 and 5xx, that are answers and no reason to try again. */
  readonly final?: readonly number[]
  readonly cancelled: AbortSignal
}

const tries = 4
const firstPauseMs = 250
const longestPauseMs = 20_000
const silenceMs = 10_000
const redirects = 5

/**
 * Gets a URL, and tries again when the connection breaks, while it is opened or while the answer is
 * read, and when the server answers 408, 429 or 5xx: up to four times, after pauses that start at a
 * quarter of a second, or as long as `Retry-After` asks for when that is no more than 20 seconds.
 *
 * @param url an absolute http or https URL
 * @param read turns the answer into a value; an error of its own ends the tries
 * @returns what `read` returned
 * @throws Error that names the URL and what went wrong last
 */
export async function get<T>(
  url: string,
  options: GetOptions,
  read: (answer: Answer) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await follow(url, options)
      if (isPassing(answer.status, options)) throw passing(answer)
      try {
        return await read(answer)
      } finally {
        answer.body.destroy()
      }
    } catch (error) {
      options.cancelled.throwIfAborted()
      const pauseMs = pauseBefore(attempt, error)
      if (pauseMs === undefined) throw inWords(url, error, attempt)
      await sleep(pauseMs, undefined, { signal: options.cancelled })
    }
  }
}

/**
 * Reads a text, for example JSON, of a bounded size.
 *
 * @param limit the most bytes that are taken
 * @returns the body as UTF-8
 * @throws Error when the body is longer
 */
export async function textOf(answer: Answer, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer.body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new Error(`${answer.url} answered with more than ${limit} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

async function follow(url: string, options: GetOptions): Promise<Answer> {
  const first = new URL(url)
  let current = first
  for (let hop = 0; hop <= redirects; hop++) {
    const headers = current.origin === first.origin ? options.headers : {}
    const body = await request(current, headers ?? {}, options.cancelled)
    const status = body.statusCode ?? 0
    const location = body.headers.location
    const redirected = status >= 300 && status < 400 && location !== undefined
    if (!redirected || options.followRedirects === false) {
      return { status, headers: body.headers, url: current.href, body }
    }
    body.destroy()
    const next = URL.parse(location, current.href)
    if (next === null || !/^https?:$/.test(next.protocol)) {
      throw new Error(`${current.href} redirects to an address that is none`)
    }
    if (current.protocol === 'https:' && next.protocol === 'http:') {
      throw new Error(`${current.href} redirects from https to http, which is refused`)
    }
    current = next
  }
  throw new Error(`it redirects more than ${redirects} times`)
}

function request(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http
    const agent = proxyFor(url)
    const call = request(url, {
      headers: { 'user-agent': 'choreo-login', ...headers },
      signal,
      ...(agent && { agent }),
    })
    // One limit for silence of every kind: no connection, no answer, no further byte of the body.
    let waitingFor: { destroy(error: Error): unknown } = call
    const silence = setTimeout(() => waitingFor.destroy(silent(url)), silenceMs)
    call.once('error', reject)
    call.once('close', () => clearTimeout(silence))
    call.once('response', (body) => {
      waitingFor = body
      silence.refresh()
      body.on('data', () => silence.refresh()).pause()
      resolve(body)
    })
    call.end()
  })
}

// `tunnel` is what the toolkit's own client uses; Node's agents know proxies from 24.5 on only.
function proxyFor(url: URL): http.Agent | undefined {
  const proxy = getProxyUrl(url)
  if (!proxy?.hostname) return undefined
  const auth = proxy.username || proxy.password ? `${proxy.username}:${proxy.password}` : undefined
  const port = Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80))
  const options = { proxy: { host: proxy.hostname, port, ...(auth && { proxyAuth: auth }) } }
  if (url.protocol === 'https:') {
    return proxy.protocol === 'https:'
      ? tunnel.httpsOverHttps(options as tunnel.HttpsOverHttpsOptions)
      : tunnel.httpsOverHttp(options)
  }
  return proxy.protocol === 'https:'
    ? tunnel.httpOverHttps(options as tunnel.HttpOverHttpsOptions)
    : tunnel.httpOverHttp(options)
}

function silent(url: URL): Error {
  const error = new Error(`${url.host} sent nothing for ${silenceMs / 1000} seconds`)
  return Object.assign(error, { code: 'ETIMEDOUT' })
}

function isPassing(status: number, { final = [] }: GetOptions): boolean {
  return (status === 408 || status === 429 || status >= 500) && !final.includes(status)
}

function passing(answer: Answer): Error {
  answer.body.destroy()
  const retryAfter = Number(answer.headers['retry-after'] ?? 0)
  return Object.assign(new Error(`${answer.url} answered ${answer.status}`), {
    code: 'EAGAIN',
    retryAfterMs: Number.isFinite(retryAfter) ? retryAfter * 1000 : 0,
  })
}

// What Node calls a connection that could not be opened or that broke.
const passingCodes =
  /^(EAGAIN|E(CONN(RESET|REFUSED|ABORTED)|TIMEDOUT|PIPE|HOSTUNREACH|NETUNREACH|AI_AGAIN)|ENOTFOUND|ERR_STREAM_PREMATURE_CLOSE|HPE_.*|ERR_SSL_.*|EPROTO)$/

function pauseBefore(attempt: number, error: unknown): number | undefined {
  const { code = '', retryAfterMs = 0 } = error as { code?: string; retryAfterMs?: number }
  if (attempt >= tries || !passingCodes.test(code) || retryAfterMs > longestPauseMs)
    return undefined
  const pauseMs = firstPauseMs * 2 ** (attempt - 1)
  return Math.max(retryAfterMs, pauseMs * (0.75 + Math.random() / 2))
}

function inWords(url: string, error: unknown, attempts: number): Error {
  const { message, code = '' } = error as Error & { code?: string }
  const what =
    message.includes('answered') ||
    message.includes(code) ||
    code === 'EAGAIN' ||
    code === 'ETIMEDOUT'
      ? message
      : `${message} (${code})`
  const times = attempts > 1 ? `, ${attempts} times` : ''
  return new Error(`Could not get ${url}: ${what}${code === '' ? '' : times}`, { cause: error })
}

// GET with what a download on a hostile network needs: time limits, retries, redirects, proxies.
import { type IncomingHttpHeaders, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isPassingStatus, type Patience, refusedForNow, retry, silent } from '../retry.ts'
import { route } from './proxy.ts'

/** An answer whose body has yet to be read. */
export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Where the answer came from, after all redirects, without its query: that may hold a signature. */
  readonly url: string
  readonly body: IncomingMessage
}

export interface GetOptions extends Patience {
  /** Sent to the origin of the first URL only, and no more after a redirect to another one. */
  readonly headers?: Readonly<Record<string, string>>
  /** `false`: a redirect is an answer like any other. */
  readonly followRedirects?: boolean
  /** Statuses, beside 408, 429 and 5xx, that are answers and no reason to try again. */
  readonly final?: readonly number[]
}

const silenceMs = 10_000
const redirects = 5

/**
 * Gets a URL, and tries again as `retry` does when the connection breaks or falls silent, while it is
 * opened or while the answer is read, and when the server answers 408, 429 or 5xx.
 *
 * @param url an absolute http or https URL
 * @param read turns the answer into a value; an error of its own ends the tries
 * @returns what `read` returned
 * @throws Error that names the URL and what went wrong last
 */
export function get<T>(
  url: string,
  options: GetOptions,
  read: (answer: Answer) => Promise<T>,
): Promise<T> {
  return retry(url, options, async (signal) => {
    const answer = await follow(url, options, signal)
    try {
      const { status, headers } = answer
      if (isPassingStatus(status) && !options.final?.includes(status)) {
        throw refusedForNow(`${answer.url} answered with status ${status}`, headers['retry-after'])
      }
      return await read(answer)
    } finally {
      answer.body.destroy()
    }
  })
}

/**
 * Reads a text, for example JSON, of a bounded size.
 *
 * @param limit the most bytes that are taken
 * @returns the body as UTF-8
 * @throws Error when the body is longer
 */
export async function textOf({ url, body }: Answer, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new Error(`${url} answered with more than ${limit} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

async function follow(url: string, options: GetOptions, signal: AbortSignal): Promise<Answer> {
  let current = new URL(url)
  let headers = options.headers ?? {}
  for (let hop = 0; hop <= redirects; hop++) {
    const body = await request(current, headers, signal)
    const status = body.statusCode ?? 0
    const location = body.headers.location
    const redirected = status >= 300 && status < 400 && location !== undefined
    if (!redirected || options.followRedirects === false) {
      return { status, headers: body.headers, url: current.origin + current.pathname, body }
    }
    body.destroy()
    const next = redirect(current, location)
    if (next.origin !== current.origin) headers = {}
    current = next
  }
  throw new Error(
    `it redirects more than ${redirects} times. Check the input \`github-url\`, and the proxy or mirror`,
  )
}

function redirect(from: URL, location: string): URL {
  const next = URL.parse(location, from.href)
  if (next === null || !/^https?:$/.test(next.protocol)) {
    throw new Error(`${from.origin} redirects to an address that is none`)
  }
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    throw new Error(`${from.origin} redirects from https to http, which is refused`)
  }
  return next
}

async function request(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const way = await route(url, silenceMs, signal)
  const request = (way.protocol ?? url.protocol) === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const call = request(url, {
      ...way,
      headers: { 'user-agent': 'choreo-login', ...headers, ...way.headers },
      signal,
    })
    // One limit for silence of every kind: no connection, no answer, no further byte of the body.
    let waitingFor: { destroy(error: Error): unknown } = call
    const silence = setTimeout(() => waitingFor.destroy(silent(url.host, silenceMs)), silenceMs)
    call.on('error', reject)
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

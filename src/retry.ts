// When another try is worth it, how long to wait before it, and what is said when the tries are over.
import { setTimeout as sleep } from 'node:timers/promises'

/** How long something may take in all. */
export interface Patience {
  /** Milliseconds, for all tries together. */
  readonly limitMs: number
  readonly cancelled: AbortSignal
}

/**
 * Tries something that needs the network, up to four times, after pauses that start at a quarter of a
 * second, or as long as the server asks for when that is no more than 20 seconds. Silence, which is
 * waited for, is tried twice.
 *
 * @param url named in errors
 * @param attempt gets a signal that ends it
 * @returns what `attempt` returned
 * @throws Error that names the URL and what went wrong last
 */
export async function retry<T>(
  url: string,
  { limitMs, cancelled }: Patience,
  attempt: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), limitMs)
  const signal = AbortSignal.any([cancelled, late.signal])
  try {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(signal)
      } catch (error) {
        if (cancelled.aborted) throw new Error(`The run was cancelled while it got ${url}.`)
        if (late.signal.aborted) throw tooSlow(url, limitMs)
        const pauseMs = pauseAfter(tries, error, Math.random())
        if (pauseMs === undefined) throw inWords(url, tries, error)
        await sleep(pauseMs, undefined, { signal }).catch(() => undefined)
      }
    }
  } finally {
    clearTimeout(timer)
  }
}

/** Tells whether a status means that the same request may succeed a moment later. */
export function isPassingStatus(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

/** Makes an error for an answer that is worth another try; `retryAfter` is the header of that name. */
export function refusedForNow(message: string, retryAfter: string | undefined): Error {
  return Object.assign(new Error(message), { code: 'REFUSED_FOR_NOW', retryAfter })
}

/** Makes an error for a server that sent nothing for some time. */
export function silent(host: string, silenceMs: number): Error {
  const message = `${host} sent nothing for ${silenceMs / 1000} seconds`
  return Object.assign(new Error(message), { code: 'SILENT' })
}

const mostTries = 4
const mostSilences = 2
const firstPauseMs = 250
const longestPauseMs = 20_000

/**
 * Decides whether another try is worth it.
 *
 * @param tries how many there were, this one included
 * @param random from 0 to 1: jobs that failed together should not come back together
 * @returns how long to wait before it, in milliseconds; undefined: not at all
 */
export function pauseAfter(tries: number, error: unknown, random: number): number | undefined {
  const { code = '', retryAfter } = error as { code?: string; retryAfter?: string }
  const most = code === 'SILENT' ? mostSilences : mostTries
  if (tries >= most || !Object.hasOwn(passingCodes, code)) return undefined
  const askedMs = retryAfter === undefined ? 0 : millisecondsUntil(retryAfter)
  if (askedMs > longestPauseMs) return undefined
  return Math.max(askedMs, firstPauseMs * 2 ** (tries - 1) * (0.75 + random / 2))
}

// https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
function millisecondsUntil(retryAfter: string): number {
  const asked = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter) - Date.now()
  return Number.isNaN(asked) ? 0 : asked
}

const broken = 'the connection broke off'
const noWay = 'there is no way to the host'

// What Node calls a connection that could not be opened or that broke, and what it means. An empty
// meaning: the error's own message says it.
const passingCodes: Readonly<Record<string, string>> = {
  REFUSED_FOR_NOW: '',
  SILENT: '',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: broken,
  ECONNABORTED: broken,
  EPIPE: broken,
  ERR_STREAM_PREMATURE_CLOSE: broken,
  ETIMEDOUT: 'the connection was not answered',
  EHOSTUNREACH: noWay,
  ENETUNREACH: noWay,
  ENOTFOUND: 'the name of the host is not known',
  EAI_AGAIN: 'the name server does not answer',
}

const untrusted = /CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/

function inWords(url: string, tries: number, error: unknown): Error {
  const { message, code = '' } = error as { message: string; code?: string }
  const times = tries > 1 ? `, ${tries} times` : ''
  // Messages of this action end as sentences do, those of Node and of servers do not.
  const said = (passingCodes[code] || message).replace(/\.$/, '')
  return new Error(`Could not get ${url}: ${said}${times}.${adviceOn(code)}`, { cause: error })
}

function adviceOn(code: string): string {
  if (untrusted.test(code)) {
    return ' A proxy that inspects traffic has a certificate authority of its own: name its file in `NODE_EXTRA_CA_CERTS` for the job.'
  }
  if (code === 'REFUSED_FOR_NOW') return ' It often passes: run the job again later.'
  if (Object.hasOwn(passingCodes, code))
    return ' Check the network, the proxy and the firewall of the runner.'
  return ''
}

function tooSlow(url: string, limitMs: number): Error {
  return new Error(
    `Could not get ${url} within ${limitMs / 1000} seconds. Check the network, the proxy and the firewall of the runner.`,
  )
}

// Errors of requests: whether they are retryable, and their explanation. Pure.
import type { IncomingHttpHeaders } from 'node:http'

/** An error of Node or of this folder, identified by its code, or by the status of a response. */
export type NetworkError = Error & {
  readonly code?: string
  /** Of a response, a server's or a proxy's. */
  readonly statusCode?: number | undefined
  /** How many milliseconds the server asks to wait; undefined when it allows no further request. */
  readonly retryAfterMs?: number | undefined
}

/** Returns an error of this folder. */
export function networkError(message: string, details: Omit<NetworkError, keyof Error>): Error {
  return Object.assign(new Error(message), details)
}

const maxRetryAfterMs = 20_000
const weekMs = 7 * 86_400_000

/** Returns the error for a response that is not a success. */
export function statusError(statusCode: number, headers: IncomingHttpHeaders, now: number): Error {
  // The last request that is allowed can be any response.
  const isUsedUp = [403, 429].includes(statusCode) && headers['x-ratelimit-remaining'] === '0'
  const resetAt = Number(headers['x-ratelimit-reset']) * 1000
  const until = isUsedUp ? resetAt : timeOf(headers['retry-after'] ?? '', now)
  const waitMs = Math.max(0, until - now)
  const isLong = isUsedUp || waitMs > maxRetryAfterMs
  const when =
    isLong && Math.abs(until - now) < weekMs ? ` until ${new Date(until).toISOString()}` : ''
  const limit = isUsedUp ? ', its rate limit is used up' : ''
  // GitHub limits the rate of requests with this status too.
  const isRetryable = isTransient(statusCode) || (statusCode === 403 && !Number.isNaN(until))
  return networkError(`the server responded with status ${statusCode}${limit}${when}`, {
    statusCode,
    retryAfterMs: isRetryable && !isLong ? waitMs || 0 : undefined,
  })
}

// https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
function timeOf(retryAfter: string, now: number): number {
  return /^\d+$/.test(retryAfter) ? now + Number(retryAfter) * 1000 : Date.parse(retryAfter)
}

function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

const checkNetwork = ' Check the network, the proxy and the firewall of the runner.'
const nameAuthority =
  ' A proxy that inspects traffic has its own certificate authority: set `NODE_EXTRA_CA_CERTS` to its file for the job.'
const brokeOff = 'the connection broke off'
const invalidToken = 'the input `github-token` holds a character that no HTTP header can hold'

type Kind = readonly [code: RegExp, attempts: number, meaning: string, advice?: string]

const always = Number.POSITIVE_INFINITY

// What is known of errors with a code. Where the meaning is empty, the message says it.
const kinds: readonly Kind[] = [
  [/^CONNECT_TIMEOUT$/, always, ''],
  [/^ECONNREFUSED$/, always, 'the connection was refused'],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, always, brokeOff],
  [/^ERR_PROXY_TUNNEL$/, always, 'the proxy did not connect to the host'],
  [/^ETIMEDOUT$/, always, 'the connection timed out'],
  [/^(EHOSTUNREACH|ENETUNREACH)$/, always, 'no route to host'],
  [/^ENOTFOUND$/, always, 'the name of the host is not known'],
  [/^EAI_AGAIN$/, always, 'the name server does not respond'],
  // It takes long.
  [/^IDLE_TIMEOUT$/, 2, ''],
  [/^TIME_LIMIT$/, 1, ''],
  // Node's message quotes the URL, which may hold a password.
  [/^ERR_PROXY_INVALID_CONFIG$/, 1, 'the address of the proxy is not a valid URL'],
  [/^HPE_/, 1, 'the response is not valid HTTP'],
  [/^(EPROTO$|ERR_SSL_)/, 1, 'the TLS handshake with the server or the proxy failed'],
  [/CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/, 1, '', nameAuthority],
  [/^ERR_INVALID_CHAR$/, 1, invalidToken, ''],
]

function kindOf(code = '') {
  const known = kinds.find(([pattern]) => pattern.test(code))
  const [, attempts = 1, meaning = '', advice = known && checkNetwork] = known ?? []
  return { attempts, meaning, advice }
}

/** Returns the shortest pause before another attempt, in milliseconds; undefined when none is worthwhile. */
export function pauseAfter(thrown: unknown, attempt: number): number | undefined {
  const error = thrown as NetworkError
  if (error.code === undefined) return error.retryAfterMs
  // A proxy refused the connection.
  const isFinal = error.statusCode !== undefined && !isTransient(error.statusCode)
  return isFinal || attempt >= kindOf(error.code).attempts ? undefined : 0
}

/**
 * Returns a URL without its query, which may hold a signature. The rest is unchanged, because the runner masks a
 * URL that is a secret only in its own spelling.
 */
export function shown(url: string): string {
  return url.replace(/[?#].*$/s, '')
}

/** Says what went wrong, without a full stop. */
export function meaningOf(thrown: unknown): string {
  const { code, statusCode, message } = thrown as NetworkError
  const status = `with status ${statusCode}`
  if (statusCode === 407) return `the proxy refused the request ${status}`
  if (code !== undefined && statusCode) return `the proxy refused the connection ${status}`
  // Some messages end with a full stop.
  return kindOf(code).meaning || message.replace(/\.$/, '')
}

/**
 * Returns the error for the annotation: what failed, how often it was attempted, and what to do.
 *
 * @param attempts of which the last failed with `cause`
 */
export function explained(url: string, attempts: number, cause: unknown): Error {
  const { code, statusCode } = cause as NetworkError
  // What is not retried happened once.
  const times = attempts > 1 && pauseAfter(cause, 1) !== undefined ? `, ${attempts} times` : ''
  const message = `Could not get ${shown(url)}: ${meaningOf(cause)}${times}.${adviceOn(cause)}`
  // The status of a proxy says nothing about the URL.
  return Object.assign(new Error(message, { cause }), code === undefined && { statusCode })
}

function adviceOn(thrown: unknown): string {
  const { code, statusCode = 0 } = thrown as NetworkError
  if (statusCode === 407)
    return ' Check the user name and the password in `HTTPS_PROXY` or `HTTP_PROXY`.'
  const temporary = isTransient(statusCode) ? ' Usually temporary: re-run the job.' : ''
  return kindOf(code).advice ?? temporary
}

// Errors of requests: whether they are retryable, and their explanation. Pure.
import type { IncomingHttpHeaders } from 'node:http'

/** An error of Node or of this folder, identified by its code. */
export type NetworkError = Error & {
  readonly code?: string
  /** Of a response, a server's or a proxy's. */
  readonly statusCode?: number | undefined
  /** How many milliseconds the server asks to wait; infinite when it allows no further request. */
  readonly retryAfterMs?: number
}

/** Returns an error of this folder. */
export function networkError(message: string, details: Omit<NetworkError, keyof Error>): Error {
  return Object.assign(new Error(message), details)
}

/** Returns the error for a response that is not a success. */
export function statusError(statusCode: number, headers: IncomingHttpHeaders, now: number): Error {
  const isUsedUp = headers['x-ratelimit-remaining'] === '0'
  const reset = Number(headers['x-ratelimit-reset']) * 1000 - now
  const askedMs = millisecondsUntil(headers['retry-after'] ?? '', now)
  const waitMs = isUsedUp ? reset || 0 : (askedMs ?? 0)
  const isLong = isUsedUp || waitMs > maxRetryAfterMs
  const until = isLong && Math.abs(waitMs) < weekMs ? new Date(now + waitMs).toISOString() : ''
  const limit = isUsedUp ? ', its rate limit is used up' : ''
  const message = `the server responded with status ${statusCode}${limit}${until && ` until ${until}`}`
  const isRetryable = isTransient(statusCode) || (statusCode === 403 && askedMs !== undefined)
  const retryAfterMs = isRetryable && !isLong ? waitMs : Number.POSITIVE_INFINITY
  return networkError(message, { statusCode, retryAfterMs })
}

const maxRetryAfterMs = 20_000
const weekMs = 7 * 86_400_000

// https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
function millisecondsUntil(retryAfter: string, now: number): number | undefined {
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000
  const date = Date.parse(retryAfter)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

/** Whether another attempt is worthwhile. After an idle timeout, which takes long, there is one. */
export function isRetryable(error: unknown, attempt: number): boolean {
  const { code = '', statusCode, retryAfterMs } = error as NetworkError
  if (retryAfterMs !== undefined) return Number.isFinite(retryAfterMs)
  if (statusCode !== undefined) return isTransient(statusCode)
  return code === 'IDLE_TIMEOUT' ? attempt < 2 : transientMeaning(code) !== undefined
}

const transient: readonly (readonly [code: RegExp, meaning: string])[] = [
  [/^ECONNREFUSED$/, 'the connection was refused'],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/, 'the connection broke off'],
  [/^ERR_PROXY_TUNNEL$/, 'the proxy did not connect to the host'],
  [/^ETIMEDOUT$/, 'the connection timed out'],
  [/^(EHOSTUNREACH|ENETUNREACH)$/, 'no route to host'],
  [/^ENOTFOUND$/, 'the name of the host is not known'],
  [/^EAI_AGAIN$/, 'the name server does not respond'],
  [/^CONNECT_TIMEOUT$/, ''],
]

function transientMeaning(code: string): string | undefined {
  return transient.find(([pattern]) => pattern.test(code))?.[1]
}

/**
 * Returns a URL without its query, which may hold a signature. The rest is unchanged, because the runner masks a
 * URL that is a secret only in its own spelling.
 */
export function shown(url: string): string {
  return url.replace(/[?#].*$/s, '')
}

/**
 * Returns the error for the annotation: what failed, how often it was attempted, and what to do.
 *
 * @param attempts of which the last failed with `cause`
 */
export function explained(url: string, attempts: number, cause: unknown): NetworkError {
  const error = cause as NetworkError
  // What is not retried happened once.
  const times = attempts > 1 && isRetryable(error, 1) ? `, ${attempts} times` : ''
  const message = `Could not get ${shown(url)}: ${meaningOf(error)}${times}.${adviceOn(error)}`
  // The status of a proxy says nothing about the URL.
  const statusCode = error.code === undefined ? error.statusCode : undefined
  return Object.assign(new Error(message, { cause }), { statusCode })
}

/** Says what went wrong, without a full stop. */
export function meaningOf({ code = '', statusCode, message }: NetworkError): string {
  if (code === 'ERR_PROXY_TUNNEL' && statusCode) {
    return `the proxy refused the connection with status ${statusCode}`
  }
  if (statusCode === 407) return 'the proxy refused the request with status 407'
  // Node's message quotes the URL, which may hold a password.
  if (code === 'ERR_PROXY_INVALID_CONFIG') return 'the address of the proxy is not a valid URL'
  if (code === 'ERR_INVALID_CHAR')
    return 'the input `github-token` holds a character that no HTTP header can hold'
  if (code.startsWith('HPE_')) return 'the response is not valid HTTP'
  if (/^(EPROTO$|ERR_SSL_)/.test(code))
    return 'the TLS handshake with the server or the proxy failed'
  // Some messages end with a full stop.
  return transientMeaning(code) || message.replace(/\.$/, '')
}

export const checkNetwork = ' Check the network, the proxy and the firewall of the runner.'

function adviceOn({ code = '', statusCode = 0 }: NetworkError): string {
  if (/CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code)) {
    return ' A proxy that inspects traffic has its own certificate authority: set `NODE_EXTRA_CA_CERTS` to its file for the job.'
  }
  if (statusCode === 407)
    return ' Check the user name and the password in `HTTPS_PROXY` or `HTTP_PROXY`.'
  const isOfNetwork =
    transientMeaning(code) || /^(CONNECT_|IDLE_|HPE_|ERR_PROXY_|EPROTO$|ERR_SSL_)/.test(code)
  if (isOfNetwork) return checkNetwork
  return isTransient(statusCode) ? ' Usually temporary: re-run the job.' : ''
}

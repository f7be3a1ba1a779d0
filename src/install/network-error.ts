// What went wrong with a request: in words, whether it is transient, and what to do. Pure.

/** An error of Node's, or of this file: known by its code. */
type NetworkError = Error & {
  readonly code?: string
  /** Of a server or a proxy. */
  readonly statusCode?: number
  /** The header of that name. */
  readonly retryAfter?: string | undefined
}

/** Tells whether the same request may succeed a moment after a response with this status. */
export function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

/** Makes the error for a response with a transient status. */
export function badStatus(url: string, statusCode: number, retryAfter: string | undefined): Error {
  const details = { code: 'BAD_STATUS', statusCode, retryAfter }
  return Object.assign(new Error(`${url} responded with status ${statusCode}`), details)
}

/** Makes the error for a server that sent nothing for so long. */
export function idleTimeout(host: string, ms: number): Error {
  const message = `${host} sent nothing for ${ms / 1000} seconds`
  return Object.assign(new Error(message), { code: 'IDLE_TIMEOUT' })
}

/** Makes the error for a server that changes the protocol, which no request asks for. */
export function unexpectedUpgrade(host: string): Error {
  return new Error(
    `${host} responded with status 101, which is not a response to a download. Check the proxy or mirror`,
  )
}

/** Makes the error for a request that took longer than all its attempts may take. */
export function tooSlow(url: string, limitMs: number): Error {
  return new Error(`Could not get ${url} within ${limitMs / 1000} seconds.${checkNetwork}`)
}

const maxRetryAfterMs = 20_000

/** Decides whether another attempt is worthwhile. An idle timeout, which takes long, allows one more. */
export function isRetryable(error: unknown, attempt: number): boolean {
  const { code = '', statusCode } = error as NetworkError
  if (code === 'IDLE_TIMEOUT') return attempt < 2
  if (statusCode !== undefined) {
    return isTransient(statusCode) && retryAfterMs(error) <= maxRetryAfterMs
  }
  return Object.hasOwn(transientCodes, code)
}

/**
 * Reads how long a server wants to be left alone.
 *
 * @returns milliseconds; 0 when it does not say
 */
export function retryAfterMs(error: unknown): number {
  const { retryAfter = '' } = error as NetworkError
  // https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000
  return Math.max(0, Date.parse(retryAfter) - Date.now() || 0)
}

const broken = 'the connection broke off'
const noRoute = 'no route to host'

const transientCodes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: broken,
  ECONNABORTED: broken,
  EPIPE: broken,
  ERR_STREAM_PREMATURE_CLOSE: broken,
  ERR_PROXY_TUNNEL: 'the proxy closed the connection',
  ETIMEDOUT: 'the connection timed out',
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  ENOTFOUND: 'the name of the host is not known',
  EAI_AGAIN: 'the name server does not respond',
}

/** Makes the error that a user reads: one sentence on what failed, and what to do. */
export function explained(url: string, attempts: number, cause: unknown): Error {
  const error = cause as NetworkError
  const times = attempts > 1 ? `, ${attempts} times` : ''
  // This action's messages end with a full stop, those of Node and of servers do not.
  const what = meaningOf(error).replace(/\.$/, '')
  return new Error(`Could not get ${url}: ${what}${times}.${adviceOn(error)}`, { cause })
}

function meaningOf({ code = '', statusCode, message }: NetworkError): string {
  // Their messages hold the proxy's address, with a password perhaps.
  if (code === 'ERR_PROXY_INVALID_CONFIG') return 'the address of the proxy is not a valid URL'
  if (code === 'ERR_PROXY_TUNNEL' && statusCode) {
    return `the proxy refused the connection with status ${statusCode}`
  }
  if (code.startsWith('HPE_')) return 'the response is not valid HTTP'
  return transientCodes[code] ?? message
}

const checkNetwork = ' Check the network, the proxy and the firewall of the runner.'
const untrusted = /CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/

function adviceOn({ code = '', statusCode }: NetworkError): string {
  if (untrusted.test(code)) {
    return ' A proxy that inspects traffic has its own certificate authority: set `NODE_EXTRA_CA_CERTS` to its file for the job.'
  }
  if (statusCode === 407) return ' Set a user name and a password in `HTTPS_PROXY`.'
  if (code === 'BAD_STATUS') return ' Usually temporary: re-run the job.'
  const isNetwork = code === 'IDLE_TIMEOUT' || /^(HPE|ERR_PROXY)_/.test(code)
  return isNetwork || Object.hasOwn(transientCodes, code) ? checkNetwork : ''
}

// Errors of requests: whether they are transient, and their explanation. Pure.

/** An error of Node or of this folder, identified by its code. */
export type NetworkError = Error & {
  readonly code?: string
  /** Of a response, a server's or a proxy's. */
  readonly statusCode?: number | undefined
  /** How many milliseconds the server asks to wait. */
  readonly retryAfterMs?: number
}

/** Returns an error of this folder. */
export function networkError(message: string, details: Omit<NetworkError, keyof Error>): Error {
  return Object.assign(new Error(message), details)
}

/** Whether the same request may succeed a moment after a response with this status. */
export function isTransient(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

const maxRetryAfterMs = 20_000

/** Whether another attempt is worthwhile. After an idle timeout, which takes long, there is one. */
export function isRetryable(error: unknown, attempt: number): boolean {
  const { code = '', statusCode, retryAfterMs = 0 } = error as NetworkError
  if (statusCode !== undefined) return isTransient(statusCode) && retryAfterMs <= maxRetryAfterMs
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
]

function transientMeaning(code: string): string | undefined {
  return transient.find(([pattern]) => pattern.test(code))?.[1]
}

/**
 * Returns the error for the annotation: what failed, how often it was attempted, and what to do.
 *
 * @param attempts of which the last failed with `cause`
 */
export function explained(url: string, attempts: number, cause: unknown): Error {
  const error = cause as NetworkError
  // Some messages end with a full stop.
  const what = meaningOf(error).replace(/\.$/, '')
  // What is not retried happened once.
  const times = attempts > 1 && isRetryable(error, 1) ? `, ${attempts} times` : ''
  return new Error(`Could not get ${url}: ${what}${times}.${adviceOn(error)}`, { cause })
}

function meaningOf({ code = '', statusCode, message }: NetworkError): string {
  if (code === 'ERR_PROXY_TUNNEL' && statusCode) {
    return `the proxy refused the connection with status ${statusCode}`
  }
  // Node's message quotes the URL, which may hold a password.
  if (code === 'ERR_PROXY_INVALID_CONFIG') return 'the address of the proxy is not a valid URL'
  if (code.startsWith('HPE_')) return 'the response is not valid HTTP'
  if (/^(EPROTO$|ERR_SSL_)/.test(code))
    return 'the TLS handshake with the server or the proxy failed'
  return transientMeaning(code) ?? message
}

export const checkNetwork = ' Check the network, the proxy and the firewall of the runner.'

function adviceOn({ code = '', statusCode }: NetworkError): string {
  if (/CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(code)) {
    return ' A proxy that inspects traffic has its own certificate authority: set `NODE_EXTRA_CA_CERTS` to its file for the job.'
  }
  if (statusCode === 407)
    return ' Check the user name and the password in `HTTPS_PROXY` or `HTTP_PROXY`.'
  if (code === 'BAD_STATUS') return ' Usually temporary: re-run the job.'
  const isOfNetwork =
    transientMeaning(code) ?? /^(IDLE_|HPE_|ERR_PROXY_|EPROTO$|ERR_SSL_)/.test(code)
  return isOfNetwork ? checkNetwork : ''
}

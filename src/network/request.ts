// One GET request, bounded in time and size, through Node's own support for proxies.
import { Agent, type IncomingMessage, request } from 'node:http'
import { request as requestSecurely, Agent as SecureAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import type { Machine } from '../runner/machine.ts'
import { networkError } from './errors.ts'

export interface RequestOptions {
  /** Its environment names the proxy. */
  readonly machine: Machine
  /** The longest wait for a response, and for each further byte; milliseconds. Default: 10 s. */
  readonly idleTimeoutMs?: number
  /** The most that is read of a response. Default: no limit. */
  readonly maxBytes?: number
  /** Sent to the origin of the first URL only, and no longer after a redirect to another origin. */
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Sends a request.
 *
 * @param signal ends the request and closes its connection at any time
 * @returns the response, paused; its body fails when it is idle or too large
 * @throws Error of the connection, of a proxy, or of the idle timeout
 */
export function send(
  url: URL,
  { machine, idleTimeoutMs = 10_000, maxBytes = Number.POSITIVE_INFINITY, headers }: RequestOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const { agent, close } = connectionTo(url, machine)
    const start = url.protocol === 'https:' ? requestSecurely : request
    const call = start(url, { agent, headers: { 'user-agent': 'choreo-login', ...headers } })
    let body: IncomingMessage | undefined
    const fail = (error: Error) => {
      body?.destroy(error)
      reject(error)
    }
    const idle = setTimeout(() => {
      const message = `${url.host} sent nothing for ${idleTimeoutMs / 1000} seconds`
      fail(networkError(message, { code: 'IDLE_TIMEOUT' }))
    }, idleTimeoutMs)
    call.on('error', fail)
    // A status of 101 was not requested. It is passed on as a response, which is unusable.
    call.on('upgrade', resolve)
    call.on('response', (response) => {
      body = response
      let size = 0
      response.on('data', (bytes: Buffer) => {
        size += bytes.length
        if (size > maxBytes) fail(new Error(`${url.host} sent more than ${maxBytes} bytes`))
        idle.refresh()
      })
      idle.refresh()
      resolve(response.pause())
    })
    signal.addEventListener('abort', () => {
      clearTimeout(idle)
      call.destroy()
      close()
      reject(signal.reason)
    })
    call.end()
  })
}

// Node leaves a connection open when a proxy refuses it, and sets no time limit for the TLS handshake behind
// a proxy. So each connection is closed here. Custom agents may override `createConnection`:
// https://nodejs.org/docs/latest-v24.x/api/http.html#agentcreateconnectionoptions-callback
function connectionTo(url: URL, machine: Machine): { readonly agent: Agent; close(): void } {
  const proxyEnv = proxyEnvOf(url, machine)
  const agent = url.protocol === 'https:' ? new SecureAgent({ proxyEnv }) : new Agent({ proxyEnv })
  const createConnection = agent.createConnection.bind(agent)
  let socket: Duplex | null | undefined
  agent.createConnection = (...args) => {
    socket = createConnection(...args)
    return socket
  }
  return { agent, close: () => socket?.destroy() }
}

// Node's agents support the variables since 24.5. They ignore an address without a scheme, which curl and the
// CLI treat as an HTTP proxy.
// https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support
function proxyEnvOf({ protocol }: URL, { env, version }: Machine): NodeJS.ProcessEnv {
  const name = protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const proxy = env[name] || env[name.toUpperCase()] || ''
  if (proxy.includes('://') && !/^https?:/i.test(proxy)) {
    throw new Error(
      `\`${name.toUpperCase()}\` does not name an HTTP proxy. Only http and https addresses are supported`,
    )
  }
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number)
  if (proxy !== '' && (major < 24 || (major === 24 && minor < 5))) {
    throw new Error(
      `\`${name.toUpperCase()}\` is set, and Node ${version} of this runner cannot use a proxy. Update the runner to one with ` +
        'Node 24.5 or later, or install the CLI yourself and set the input `cli-path`',
    )
  }
  return { ...env, [name]: /^$|:\/\//.test(proxy) ? proxy : `http://${proxy}` }
}

// One GET request, bounded in time, through Node's own support for proxies.
import { Agent, type IncomingMessage, request } from 'node:http'
import { request as requestSecurely, Agent as SecureAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import type { Machine } from '../runner/machine.ts'
import { idleTimeout, unexpectedUpgrade } from './network-error.ts'

export interface RequestOptions {
  /** Its environment names the proxy. */
  readonly machine: Machine
  /** The longest wait for a response, and for each further byte of it; milliseconds. Default: 10 s. */
  readonly idleTimeoutMs?: number
}

type Headers = Readonly<Record<string, string>>

/**
 * Sends a request.
 *
 * @param signal ends the request, and closes its connection, whatever state they are in
 * @returns the response, paused; its body fails when it is idle for too long
 * @throws Error of the connection, of a proxy, or of an idle timeout
 */
export function send(
  url: URL,
  headers: Headers,
  { machine, idleTimeoutMs = 10_000 }: RequestOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const connection = connectionTo(url, machine)
    const start = url.protocol === 'https:' ? requestSecurely : request
    const call = start(url, { agent: connection.agent, headers: { ...userAgent, ...headers } })
    let body: IncomingMessage | undefined
    const fail = (error: Error) => {
      body?.destroy(error)
      reject(error)
    }
    const idle = setTimeout(() => fail(idleTimeout(url.host, idleTimeoutMs)), idleTimeoutMs)
    signal.addEventListener('abort', () => {
      clearTimeout(idle)
      call.destroy()
      connection.close()
      reject(signal.reason)
    })
    call.on('error', fail)
    // A status of 101 arrives as the one or the other, with or without the headers of an upgrade.
    call.on('upgrade', () => fail(unexpectedUpgrade(url.host)))
    call.on('information', ({ statusCode }) => {
      if (statusCode === 101) fail(unexpectedUpgrade(url.host))
    })
    call.on('response', (response) => {
      body = response.on('data', () => idle.refresh()).pause()
      idle.refresh()
      resolve(response)
    })
    call.end()
  })
}

const userAgent = { 'user-agent': 'choreo-login' }

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

// What Node's agents read since 24.5. They ignore an address without a scheme, which curl and Go take for
// that of an HTTP proxy.
// https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support
function proxyEnvOf({ protocol }: URL, { env, version }: Machine): NodeJS.ProcessEnv {
  const name = protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  const proxy = env[name] || env[name.toUpperCase()] || ''
  if (proxy === '') return {}
  const [major = 0, minor = 0] = version.replace('v', '').split('.').map(Number)
  if (major < 24 || (major === 24 && minor < 5)) {
    throw new Error(
      `\`${name.toUpperCase()}\` is set, and Node ${version} of this runner cannot use a proxy. Update the runner to one with ` +
        'Node 24.5 or later, or install the CLI yourself and set the input `cli-path`',
    )
  }
  return { ...env, [name]: proxy.includes('://') ? proxy : `http://${proxy}` }
}

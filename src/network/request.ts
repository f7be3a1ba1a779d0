// One GET request, bounded in time and size, through Node's own support for proxies.
import { Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { request as requestSecurely, Agent as SecureAgent } from 'node:https'
import type { Duplex } from 'node:stream'
import type { Machine } from '../runner/machine.ts'
import { networkError } from './errors.ts'
import { proxyFor } from './proxy.ts'

export interface RequestOptions {
  /** Its environment names the proxy. */
  readonly machine: Machine
  /** The longest wait for a connection, TLS and proxy included; milliseconds. Default: 10 s. */
  readonly connectTimeoutMs?: number
  /** The longest wait for a response, and for each further byte; milliseconds. Default: 20 s. */
  readonly idleTimeoutMs?: number
  /** Sent until a redirect to another origin. `authorization` is left out after a status of 401, 403 or 404. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A response whose body has not been read. */
export interface Response {
  /** Where it came from, after redirects. */
  readonly url: URL
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Fails when it is idle or breaks off. */
  readonly body: AsyncIterable<Buffer>
}

/**
 * Sends a request.
 *
 * @param signal ends the request and closes its connection at any time; it has to be aborted in the end
 * @throws Error of the connection, of a proxy, or of a time limit
 */
export function send(url: URL, options: RequestOptions, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const { connectTimeoutMs = 10_000, idleTimeoutMs = 20_000, headers } = options
    const { agent, close } = connectionTo(url, options.machine)
    const start = url.protocol === 'https:' ? requestSecurely : request
    const call = start(url, {
      agent,
      headers: { 'user-agent': 'choreo-login', ...headers },
      // NODE_TLS_REJECT_UNAUTHORIZED=0 would let anyone on the network state the digest.
      rejectUnauthorized: true,
    })
    let timer = setTimeout(() => {
      const message = `no connection to ${url.host} within ${connectTimeoutMs / 1000} seconds`
      reject(networkError(message, { code: 'CONNECT_TIMEOUT' }))
    }, connectTimeoutMs)
    // The request was sent, so there is a connection, or it was destroyed.
    call.on('finish', () => {
      clearTimeout(timer)
      if (signal.aborted) return
      timer = setTimeout(() => reject(idleTimeout(url, idleTimeoutMs)), idleTimeoutMs)
    })
    let received: IncomingMessage | undefined
    call.on('response', (response) => {
      received = response
      const { statusCode: status = 0, headers } = response
      resolve({ url, status, headers, body: bodyOf(response, url, idleTimeoutMs) })
    })
    call.on('error', (error) => {
      received?.destroy(error)
      reject(error)
    })
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      call.destroy()
      close()
      reject(signal.reason)
    })
    call.end()
  })
}

async function* bodyOf(
  response: IncomingMessage,
  url: URL,
  idleTimeoutMs: number,
): AsyncGenerator<Buffer> {
  const end = () => response.destroy(idleTimeout(url, idleTimeoutMs))
  // Runs only while bytes are waited for: a slow disk is not an idle network.
  let timer = setTimeout(end, idleTimeoutMs)
  try {
    for await (const bytes of response as AsyncIterable<Buffer>) {
      clearTimeout(timer)
      yield bytes
      timer = setTimeout(end, idleTimeoutMs)
    }
  } finally {
    clearTimeout(timer)
  }
}

function idleTimeout({ host }: URL, limitMs: number): Error {
  const message = `${host} sent nothing for ${limitMs / 1000} seconds`
  return networkError(message, { code: 'IDLE_TIMEOUT' })
}

// With each part of a proxy's response, Node adds as many readers again as there are: 25 parts fill the memory.
// https://github.com/nodejs/node/issues/62904
function keepOneReader(this: Duplex, event: string, reader: () => void): void {
  if (event === 'readable') this.off(event, reader)
}

// Node leaves a connection open when a proxy refuses it, and sets no time limit for the TLS handshake behind
// a proxy. So each connection is closed here. Custom agents may override `createConnection`:
// https://nodejs.org/docs/latest-v24.x/api/http.html#agentcreateconnectionoptions-callback
function connectionTo(url: URL, machine: Machine): { readonly agent: Agent; close(): void } {
  const proxy = proxyFor(url, machine)
  const proxyEnv = { http_proxy: proxy, https_proxy: proxy }
  const agent = url.protocol === 'https:' ? new SecureAgent({ proxyEnv }) : new Agent({ proxyEnv })
  const createConnection = agent.createConnection.bind(agent)
  let socket: Duplex | null | undefined
  agent.createConnection = (...args) => {
    socket = createConnection(...args)
    socket?.on('newListener', keepOneReader)
    return socket
  }
  return { agent, close: () => socket?.destroy() }
}

// The way to a server: directly, or through the proxy that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name.
// Node's own agents know these variables from 24.5 on only, and older runners have older ones.
import { type OutgoingHttpHeaders, request as requestHttp } from 'node:http'
import { type RequestOptions, request as requestHttps } from 'node:https'
import { isIP, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { getProxyUrl } from '@actions/http-client/lib/proxy'
import { isPassingStatus, refusedForNow, silent } from '../retry.ts'

type Proxy = NonNullable<ReturnType<typeof getProxyUrl>>

/**
 * Opens the way to a URL.
 *
 * @param silenceMs the longest that a proxy may take to answer
 * @returns what a request needs beside its URL; empty: nothing, there is no proxy in between
 * @throws Error when the proxy refuses, or cannot be reached
 */
export async function route(
  url: URL,
  silenceMs: number,
  signal: AbortSignal,
): Promise<RequestOptions & { readonly headers?: OutgoingHttpHeaders }> {
  const proxy = getProxyUrl(url)
  if (!proxy?.hostname) return {}
  if (url.protocol === 'http:') {
    const headers = { host: url.host, ...credentials(proxy) }
    return { ...addressOf(proxy), path: url.href, headers }
  }
  const socket = await tunnel(proxy, url, silenceMs, signal)
  const servername = isIP(bare(url.hostname)) ? '' : url.hostname
  return { createConnection: () => connectTls({ socket, servername }) }
}

// https://www.rfc-editor.org/rfc/rfc9110#name-connect
function tunnel(proxy: Proxy, url: URL, silenceMs: number, signal: AbortSignal): Promise<Socket> {
  const request = proxy.protocol === 'https:' ? requestHttps : requestHttp
  const host = `${url.hostname}:${url.port || 443}`
  return new Promise((resolve, reject) => {
    const headers = { host, ...credentials(proxy) }
    const call = request({ ...addressOf(proxy), method: 'CONNECT', path: host, headers, signal })
    const silence = setTimeout(
      () => call.destroy(silent(`the proxy ${proxy.host}`, silenceMs)),
      silenceMs,
    )
    call.on('error', reject)
    call.once('close', () => clearTimeout(silence))
    call.once('connect', ({ statusCode = 0 }, socket) => {
      clearTimeout(silence)
      if (statusCode === 200) return resolve(socket as Socket)
      socket.destroy()
      reject(refusal(proxy, statusCode))
    })
    call.end()
  })
}

function addressOf(proxy: Proxy): RequestOptions {
  const port = Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80))
  // `hostname`, not `host`: a request takes it before the one of its URL.
  return { protocol: proxy.protocol, hostname: bare(proxy.hostname), port, agent: false }
}

function bare(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1')
}

function credentials({ username, password }: Proxy): OutgoingHttpHeaders {
  if (username === '' && password === '') return {}
  const text = Buffer.from(`${username}:${password}`).toString('base64')
  return { 'proxy-authorization': `Basic ${text}` }
}

function refusal({ host }: Proxy, status: number): Error {
  const said = `the proxy ${host} answered with status ${status}`
  if (isPassingStatus(status)) return refusedForNow(said, undefined)
  const hint = status === 407 ? ', it wants a user name and a password in `HTTPS_PROXY`' : ''
  return new Error(said + hint)
}

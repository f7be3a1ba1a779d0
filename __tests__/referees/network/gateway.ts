// A front for the stand-in, with and without TLS. It records from which address each request comes: the
// proxies of these tests connect from addresses of their own.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import * as http from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { StandIn } from '../../stand-in/server.ts'
import type { Certificate } from './proxies.ts'

export interface Arrival {
  /** The address that the connection comes from. */
  readonly from: string
  readonly path: string
  readonly headers: http.IncomingHttpHeaders
}

export type Gateway = Awaited<ReturnType<typeof startGateway>>

interface GatewayOptions {
  /** Speaks TLS with it. */
  readonly certificate?: Certificate
  /** Redirects stay at the host and port that the client named. */
  readonly oneOrigin?: boolean
}

export async function startGateway(
  standIn: StandIn,
  { certificate, oneOrigin = false }: GatewayOptions = {},
) {
  const servers = [0, 1].map(() => (certificate ? secureServer(certificate) : http.createServer()))
  const [github = 0, store = 0] = await Promise.all(servers.map(listen))
  const arrivals: Arrival[] = []
  let objects = ''
  const atStore = (path: string, host: string): string => {
    if (oneOrigin) return path
    const { hostname } = new URL(`http://${host}`)
    return `${certificate ? 'https' : 'http'}://${hostname}:${store}${path}`
  }
  const forward = (incoming: http.IncomingMessage, outgoing: http.ServerResponse): void => {
    const { url: path = '', headers, socket } = incoming
    arrivals.push({ from: socket.remoteAddress ?? '', path, headers })
    const { host = '', 'proxy-authorization': _, ...rest } = headers
    if (path.startsWith('/api/') && socket.localPort === github && !oneOrigin) {
      outgoing.writeHead(307, { location: atStore(path, host) }).end()
      return
    }
    const target = (path.startsWith('/objects/') ? objects : standIn.url) + path
    const upstream = http.request(target, { headers: rest, agent: false }, (response) => {
      const { location = '' } = response.headers
      if (location.includes('/objects/')) {
        const { origin, pathname, search } = new URL(location)
        objects = origin
        response.headers.location = atStore(pathname + search, host)
      }
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    })
    upstream.on('error', () => outgoing.destroy()).end()
  }
  for (const server of servers) server.on('request', forward)
  return {
    // Two ports, which are two origins. The API moves from the first to the second by a redirect.
    github,
    store,
    arrivals,
    clear: () => arrivals.splice(0),
    close: () => {
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

function secureServer({ certificate, key }: Certificate): http.Server {
  return createSecureServer({ cert: readFileSync(certificate), key: readFileSync(key) })
}

async function listen(server: http.Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return (server.address() as AddressInfo).port
}

// A front for the stand-in, with and without TLS, which has GitHub and its object store at one address.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, request } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { StandIn } from '../../stand-in/server.ts'

export type Gateway = Awaited<ReturnType<typeof startGateway>>

/**
 * Starts a front. It passes the address that a connection comes from to the stand-in, as `x-forwarded-for`.
 *
 * @param certificate turns on TLS; a PEM file that holds the key too
 */
export async function startGateway(standIn: StandIn, certificate?: string) {
  let store = ''
  const forward: RequestListener = (incoming, outgoing) => {
    const { url: path = '', socket } = incoming
    const target = (path.startsWith('/objects/') ? store : standIn.url) + path
    const headers = { ...incoming.headers, 'x-forwarded-for': socket.remoteAddress ?? '' }
    const upstream = request(target, { headers, agent: false }, (response) => {
      const { location } = response.headers
      if (location?.includes('/objects/')) {
        store = new URL(location).origin
        response.headers.location = location.slice(store.length)
      }
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
    })
    upstream.on('error', () => outgoing.destroy()).end()
  }
  const pem = certificate && readFileSync(certificate)
  const server = pem ? createSecureServer({ cert: pem, key: pem }, forward) : createServer(forward)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return { port, close: () => server.close().closeAllConnections() }
}

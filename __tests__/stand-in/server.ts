import { once } from 'node:events'
import * as http from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { startCatalogue } from './catalogue.ts'
import { type Faults, fail, refuse } from './faults.ts'
import { api, type Exchange, objects, web } from './github.ts'
import { type Account, acme, startPlatform } from './platform.ts'

/** The token of account `octo` in organization `acme`, which exist from the start. */
export const knownToken = 'stand-in-personal-access-token'

export type StandIn = Awaited<ReturnType<typeof startServer>>

/** Starts GitHub, its object store and the platform on free ports of the loopback address. */
export async function startServer() {
  const faults: Faults = {}
  const requests: { readonly path: string; readonly headers: http.IncomingHttpHeaders }[] = []
  const { answer, ...state } = startPlatform()
  state.accounts.set(knownToken, { account: 'octo', organizations: [acme] })

  const serve = async ({ request, response, url }: Exchange) => {
    const path = url.pathname.slice('/service'.length)
    const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
    const body = JSON.parse((await text(request)) || '{}')
    if (path === '/login') state.attempts.push({ token, region: body.region })
    if (await fail(response, state.accounts.get(token)?.fault)) return
    const answered = answer({ route: `${request.method} ${path}`, token, body })
    if (typeof answered === 'number') refuse(response, { status: answered })
    else response.end(JSON.stringify(answered))
  }
  const onRequest = async (
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> => {
    try {
      const { url: path = '', headers } = request
      requests.push({ path, headers })
      const exchange = { request, response, url: new URL(path, url) }
      if (path.startsWith('/service/')) await serve(exchange)
      else if (path.startsWith('/api/')) await api(gitHub, exchange)
      else if (path.startsWith('/objects/')) await objects(gitHub, exchange)
      else await web(gitHub, exchange)
    } catch (error) {
      // A mistake in here must show up as an answer in the test, not as an end of the test's process.
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end(String(error))
    }
  }
  // Both serve the same; what GitHub redirects to the object store gets there with another origin.
  const servers = [http.createServer(onRequest), http.createServer(onRequest)]
  const [url = '', storeUrl = ''] = await Promise.all(servers.map(listen))
  const service = `${url}/service`
  const catalogue = startCatalogue(service)
  const gitHub = { catalogue, faults, url, storeUrl }
  return {
    ...state,
    /** For `github-url`; no trailing slash. */
    url,
    /** For `github-api-url`. */
    apiUrl: `${url}/api`,
    /** For `Settings.service`. */
    service,
    faults,
    /** What arrived, with the query, at whichever of the two servers. */
    requests: requests as readonly (typeof requests)[number][],
    /** Forgets the requests; logins and log-outs stay. */
    clearRequests: (): unknown => requests.splice(0),
    addAccount: (token: string, account: Account): unknown => state.accounts.set(token, account),
    publish: catalogue.publish,
    /** Ends both servers and every connection, also those that hang. */
    close: async () => {
      for (const server of servers) server.close().closeAllConnections()
    },
  }
}

async function listen(server: http.Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

import { once } from 'node:events'
import type { RequestListener, Server, ServerResponse } from 'node:http'
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { catalogue } from './catalogue.ts'
import { type Faults, meet, show } from './faults.ts'
import { api, objects, web } from './github.ts'
import { type Account, acme, type Body, platform } from './platform.ts'

/** The token of account `octo` in organization `acme`, which exist from the start. */
export const knownToken = 'stand-in-personal-access-token'

/** A request as it arrived, at whichever of the two servers. */
export type Seen = {
  /** With its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

export type StandIn = Awaited<ReturnType<typeof startServer>>

/** Starts GitHub, its object store and the platform on free ports of the loopback address. */
export async function startServer() {
  const faults: Faults = {}
  const requests: Seen[] = []
  const [github, store] = [createServer(), createServer()]
  const [url, objectsUrl] = [await listen(github), await listen(store)]
  const at = { url, apiUrl: `${url}/api`, objects: objectsUrl }
  const service = `${url}/service`
  const releases = catalogue(service)
  const { answer, ...state } = platform()
  state.accounts.set(knownToken, { account: 'octo', organizations: [acme] })

  const seen = (request: IncomingMessage): URL => {
    const { url: path = '', headers } = request
    requests.push({ path, headers })
    return new URL(path, `http://${headers.host}`)
  }
  const serve = async (request: IncomingMessage, response: ServerResponse, target: URL) => {
    const body = await json(request)
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? String(body.token)
    const path = target.pathname.slice('/service'.length)
    if (path === '/login') state.attempts.push({ token, region: String(body.region) })
    const fault = meet(state.accounts.get(token)?.fault)
    if (fault !== undefined && show(fault, response)) return
    const answered = answer({ method: request.method ?? 'GET', path, token, body })
    response.writeHead(answered.status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answered.body))
  }
  const [onApi, onWeb] = [api(releases, faults, at), web(releases, faults, at)]
  const onObject = objects(releases, faults)
  const onGitHub = answering(async (request, response) => {
    const target = seen(request)
    if (target.pathname.startsWith('/service/')) await serve(request, response, target)
    else if (target.pathname.startsWith('/api/')) await onApi(request, response, target)
    else await onWeb(request, response, target)
  })
  github.on('request', onGitHub)
  const onStore = answering(async (request, response) => onObject(request, response, seen(request)))
  store.on('request', onStore)
  return {
    ...state,
    /** For `github-url`; no trailing slash. */
    url,
    /** For `github-api-url`. */
    apiUrl: at.apiUrl,
    /** For `Settings.service`. */
    service,
    faults,
    requests: requests as readonly Seen[],
    /** Forgets the requests; logins and log-outs stay. */
    clearRequests: (): unknown => requests.splice(0),
    addAccount: (token: string, account: Account): unknown => state.accounts.set(token, account),
    /** Adds a release, or replaces the one with its tag. */
    publish: releases.publish,
    /** Ends both servers and every connection, also those that hang. */
    close: () => Promise.all([github, store].map(close)),
  }
}

async function json(request: IncomingMessage): Promise<Body> {
  const sent = await text(request)
  return sent === '' ? {} : { ...JSON.parse(sent) }
}

// A mistake in here must show up as an answer in the test, not as an end of the test's process.
function answering(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): RequestListener {
  return (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end(String(error))
    })
  }
}

async function listen(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function close(server: Server): Promise<void> {
  server.close().closeAllConnections()
  await once(server, 'close')
}

import type { RequestListener, Server, ServerResponse } from 'node:http'
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { catalogue, type Release } from './catalogue.ts'
import { type Faults, meet, show } from './faults.ts'
import { api, web } from './github.ts'
import { objects } from './objects.ts'
import { type Account, acme, type Body, type Platform, platform } from './platform.ts'

/** The token of account `octo` in organization `acme`, which exist from the start. */
export const knownToken = 'stand-in-personal-access-token'

export type Options = { readonly faults?: Faults }

/** A request as it arrived, at whichever of the two servers. */
export type Seen = {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** When it arrived; milliseconds since the epoch. */
  readonly at: number
}

export type StandIn = Pick<
  Platform,
  'accounts' | 'attempts' | 'logins' | 'logouts' | 'deployments'
> & {
  /** For `github-url`; no trailing slash. */
  readonly url: string
  /** For `github-api-url`. */
  readonly apiUrl: string
  /** For `Settings.service`. */
  readonly service: string
  readonly requests: readonly Seen[]
  /** Forgets the requests; logins and log-outs stay. */
  readonly clearRequests: () => void
  readonly addAccount: (token: string, account: Account) => void
  /** Adds a release, or replaces the one with its tag; a fault's `times` start anew. */
  readonly publish: (release: Release) => void
  readonly faults: Faults
  /** Ends both servers and every connection, also those that hang. */
  readonly close: () => Promise<void>
}

/** Starts GitHub, its object store and the platform on free ports of the loopback address. */
export async function startServer(options: Options = {}): Promise<StandIn> {
  const faults: Faults = { ...options.faults }
  const requests: Seen[] = []
  const github = await listen()
  const store = await listen()
  const url = address(github)
  const at = { url, apiUrl: `${url}/api`, objects: address(store) }
  const service = `${url}/service`
  const releases = catalogue(service)
  const state = platform()
  state.accounts.set(knownToken, { account: 'octo', organizations: [acme] })

  const seen = (request: IncomingMessage): URL => {
    const { method = '', url: path = '', headers } = request
    requests.push({ method, path, headers, at: Date.now() })
    return new URL(path, `http://${headers.host}`)
  }
  const onApi = api(releases, faults, at)
  const onWeb = web(releases, faults, at)
  const onObject = objects(releases, faults)
  github.on(
    'request',
    answering(async (request, response) => {
      const target = seen(request)
      if (target.pathname.startsWith('/service/'))
        await serve(state, faults, request, response, target)
      else if (target.pathname.startsWith('/api/')) onApi(request, response, target)
      else onWeb(request, response, target)
    }),
  )
  store.on(
    'request',
    answering((request, response) => onObject(request, response, seen(request))),
  )

  const { accounts, attempts, logins, logouts, deployments } = state
  return {
    url,
    apiUrl: at.apiUrl,
    service,
    faults,
    requests,
    accounts,
    attempts,
    logins,
    logouts,
    deployments,
    clearRequests: () => requests.splice(0),
    addAccount: (token, account) => accounts.set(token, account),
    publish: (release) => {
      state.counts.clear()
      releases.publish(release)
    },
    close: async () => {
      await Promise.all([github, store].map(close))
    },
  }
}

async function serve(
  state: Platform,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = url.pathname.slice('/service'.length)
  const fault = path === '/count' ? undefined : meet(faults.service)
  if (fault !== undefined && show(fault, response)) return
  const { status, body } = state.answer({
    method: request.method ?? 'GET',
    path,
    project: url.searchParams.get('project') ?? undefined,
    token: request.headers.authorization?.replace(/^Bearer /, ''),
    body: await json(request),
  })
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function json(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString()
  return text === '' ? {} : { ...JSON.parse(text) }
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

function listen(): Promise<Server> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

function address(server: Server): string {
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.')
  return `http://127.0.0.1:${bound.port}`
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

// Networks that only a proxy leads out of: the host `github.test` exists for the proxy alone, and speaks
// HTTPS with a certificate that is trusted through NODE_EXTRA_CA_CERTS.
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, connect, type Server } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { expectCleanFailure, recordOf } from './leftovers.ts'
import { setUp } from './set-up.ts'

const world = setUp()
const certificates = join(import.meta.dirname, 'certificate')
const ca = join(certificates, 'github-test.pem')

/** Requests as the proxy saw them: `CONNECT github.test:443`. */
let seen: string[] = []
let credentials: string[] = []
let refusal: number | 'silence' | undefined
let proxy = ''
const servers: Server[] = []
const sockets = new Set<Duplex>()

beforeAll(async () => {
  const gateway = createSecureServer(
    {
      cert: readFileSync(ca),
      key: readFileSync(join(certificates, 'github-test.key')),
    },
    forward,
  )
  const securePort = await listen(gateway)
  const server = createServer(onPlain)
  server.on('connect', (incoming: IncomingMessage, socket: Duplex) => {
    note(incoming)
    sockets.add(socket)
    socket.on('error', () => undefined)
    if (refusal === 'silence') return
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`)
      return
    }
    const upstream = connect(securePort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    upstream.on('error', () => socket.destroy())
  })
  proxy = `127.0.0.1:${await listen(server)}`
})
afterEach(() => {
  seen = []
  credentials = []
  refusal = undefined
  for (const socket of sockets) socket.destroy()
  sockets.clear()
})
afterAll(() => {
  for (const server of servers) server.close()
})

function listen(server: Server): Promise<number> {
  servers.push(server)
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function note({ method, url, headers }: IncomingMessage): void {
  seen.push(`${method} ${url}`)
  credentials.push(headers['proxy-authorization'] ?? '')
}

/** A proxy for plain HTTP gets the whole address in the first line. */
function onPlain(incoming: IncomingMessage, outgoing: ServerResponse): void {
  note(incoming)
  const { pathname, search } = new URL(incoming.url ?? '', 'http://github.test')
  incoming.url = pathname + search
  forward(incoming, outgoing)
}

/** Hands a request to the stand-in; redirects to its object store stay at this host. */
function forward({ url = '', headers }: IncomingMessage, outgoing: ServerResponse): void {
  const [target = '', path = ''] = url.startsWith('/objects/')
    ? [store, url]
    : [world.standIn.url, url]
  const { host: _, 'proxy-authorization': __, ...rest } = headers
  request(target + path, { headers: rest, agent: false }, (answer) => {
    const { location } = answer.headers
    if (location?.includes('/objects/')) {
      store = new URL(location).origin
      answer.headers.location = location.slice(store.length)
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  }).end()
}
let store = ''

function behind(scheme: 'http' | 'https') {
  return world.inputs({
    'github-url': `${scheme}://github.test`,
    'github-api-url': `${scheme}://github.test/api`,
    'github-token': 'token-of-the-job',
  })
}

describe.each(['src', 'dist'] as const)('behind a proxy (%s)', (build) => {
  test('everything goes through HTTPS_PROXY, in tunnels that the proxy cannot look into', async () => {
    const job = world.start({ build })
    const env = { HTTPS_PROXY: `http://${proxy}`, NODE_EXTRA_CA_CERTS: ca, NO_PROXY: '' }
    const main = await job.main(behind('https'), { env })
    expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    expect(new Set(seen)).toEqual(new Set(['CONNECT github.test:443']))
    expect(seen).toHaveLength(3)
    expect(recordOf(job)['comparedWith']).toBe('the release v1.2.33')
  })

  test('its user name and password are sent to the proxy, and to nobody else', async () => {
    const job = world.start({ build })
    world.standIn.clearRequests()
    const env = { https_proxy: `http://me:p%40ss@${proxy}`, NODE_EXTRA_CA_CERTS: ca }
    const main = await job.main(behind('https'), { env })
    expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    const basic = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
    expect(credentials).toEqual([basic, basic, basic])
    const sent = JSON.stringify(world.standIn.requests.map(({ headers }) => headers))
    expect(sent).not.toContain(basic)
  })
})

test('plain HTTP goes through HTTP_PROXY', async () => {
  const job = world.start()
  const env = { HTTP_PROXY: `http://${proxy}` }
  const main = await job.main(behind('http'), { env })
  expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(seen[0]).toBe('GET http://github.test/api/repos/wso2/choreo-cli/releases/latest')
})

test('what NO_PROXY names does not go through the proxy', async () => {
  const job = world.start()
  const env = { HTTPS_PROXY: `http://${proxy}`, NO_PROXY: 'other.test,.test' }
  const main = await job.main({ ...behind('https'), 'github-api-url': '' }, { env })
  expectCleanFailure(job, main, /https:\/\/github\.test\/.*(name of the host|name server)/)
  expect(seen).toEqual([])
})

test.each<[string, number, RegExp, number]>([
  ['wants a password', 407, /answered with status 407.*user name and a password/, 1],
  ['forbids the host', 403, /the proxy 127\.0\.0\.1:\d+ answered with status 403/, 1],
  ['cannot reach the host', 502, /status 502, 4 times/, 4],
])('a proxy that %s is named', async (_, status, reason, times) => {
  refusal = status
  const job = world.start()
  const env = { HTTPS_PROXY: `http://${proxy}`, NODE_EXTRA_CA_CERTS: ca }
  const main = await job.main({ ...behind('https'), 'github-api-url': '' }, { env })
  expectCleanFailure(job, main, reason)
  expect(seen).toHaveLength(times)
})

test('a certificate that is not trusted is explained', async () => {
  const job = world.start()
  const env = { HTTPS_PROXY: `http://${proxy}` }
  const main = await job.main({ ...behind('https'), 'github-api-url': '' }, { env })
  expectCleanFailure(job, main, /certificate.*`NODE_EXTRA_CA_CERTS`/)
})

test('a proxy that is not there is explained', async () => {
  const job = world.start()
  const env = { HTTPS_PROXY: 'http://127.0.0.1:1' }
  const main = await job.main({ ...behind('https'), 'github-api-url': '' }, { env })
  expectCleanFailure(job, main, /connection was refused, 4 times.*proxy/)
})

test('a proxy that never answers is given up, and holds nothing open', async () => {
  refusal = 'silence'
  const job = world.start()
  const env = { HTTPS_PROXY: `http://${proxy}`, NODE_EXTRA_CA_CERTS: ca }
  const main = await job.main({ ...behind('https'), 'github-api-url': '' }, { env })
  expectCleanFailure(job, main, /the proxy .* sent nothing for 10 seconds, 2 times/)
  expect(main.milliseconds).toBeLessThan(26_000)
})

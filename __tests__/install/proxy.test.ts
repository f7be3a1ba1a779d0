// Networks that are reached through a proxy only. The host `github.test` exists for the proxy alone, and has a
// certificate that a process trusts through NODE_EXTRA_CA_CERTS.
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { get } from '../../src/install/http.ts'
import { setUp } from '../set-up.ts'
import { network, servers } from './servers.ts'

const world = setUp()
const { connections, listen, tcp } = servers()

const certificates = join(import.meta.dirname, '..', 'certificate')
const ca = join(certificates, 'github-test.pem')

/** Starts a proxy that leads to the stand-in. Returns its address, and what it was asked for. */
async function startProxy() {
  const asked: string[] = []
  const credentials: (string | undefined)[] = []
  const note = ({ method, url, headers }: IncomingMessage) => {
    asked.push(`${method} ${url}`)
    credentials.push(headers['proxy-authorization'])
  }
  const key = readFileSync(join(certificates, 'github-test.key'))
  const gateway = await listen(createSecureServer({ cert: readFileSync(ca), key }, forward))
  const server = createServer((incoming, outgoing) => {
    note(incoming)
    const { pathname, search } = new URL(incoming.url ?? '', 'http://github.test')
    incoming.url = pathname + search
    forward(incoming, outgoing)
  })
  server.on('connect', (incoming, socket: Socket) => {
    note(incoming)
    const upstream = connect(Number(gateway.split(':')[1]), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.pipe(socket).pipe(upstream)
    })
    upstream.on('error', () => socket.destroy())
  })
  const host = await listen(server)
  return { host, asked, credentials }
}

/** Hands a request to the stand-in; redirects to its object store stay at this host. */
function forward({ url = '', headers }: IncomingMessage, outgoing: ServerResponse): void {
  const target = url.startsWith('/objects/') ? store : world.standIn.url
  const { host: _, 'proxy-authorization': __, ...rest } = headers
  request(target + url, { headers: rest, agent: false }, (answer) => {
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
  const url = `${scheme}://github.test`
  return world.inputs({ 'github-url': url, 'github-api-url': `${url}/api`, 'github-token': 'job' })
}

describe('a job behind a proxy', () => {
  test('tunnels HTTPS through HTTPS_PROXY, with its user name and password for the proxy alone', async () => {
    const { host, asked, credentials } = await startProxy()
    const job = world.start({ build: 'dist' })
    const env = { HTTPS_PROXY: `http://me:p%40ss@${host}`, NODE_EXTRA_CA_CERTS: ca, NO_PROXY: '' }
    world.standIn.clearRequests()
    const main = await job.main(behind('https'), { env })
    expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    expect(main.log.join()).toContain('SHA-256 verified with the release v1.2.33')
    expect(asked).toEqual(Array(3).fill('CONNECT github.test:443'))
    const basic = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
    expect(credentials).toEqual(Array(3).fill(basic))
    const sent = JSON.stringify(world.standIn.requests.map(({ headers }) => headers))
    expect(sent).not.toContain(basic)
  })

  test('sends plain HTTP through http_proxy, whose address needs no scheme', async () => {
    const { host, asked } = await startProxy()
    const job = world.start({ build: 'dist' })
    const main = await job.main(behind('http'), { env: { http_proxy: host } })
    expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    expect(asked[0]).toBe('GET http://github.test/api/repos/wso2/choreo-cli/releases/latest')
  })
})

/** Gets an address that exists for a proxy only. */
function attempt(env: NodeJS.ProcessEnv, url = 'https://github.test/', version = process.version) {
  const { machine, ...rest } = network({ env })
  const options = { ...rest, machine: { ...machine, version }, limitMs: 5000 }
  return expect(get(url, options, async ({ statusCode }) => statusCode)).rejects
}

test('a host that NO_PROXY names is not reached through the proxy', async () => {
  const { host, asked } = await startProxy()
  const reason = /the name (of the host is not known|server does not respond)/
  await attempt({ HTTPS_PROXY: `http://${host}`, NO_PROXY: 'other.test,.test' }).toThrow(reason)
  expect(asked).toEqual([])
})

test('a certificate that is not trusted is reported with the advice to name its authority', async () => {
  const { host } = await startProxy()
  await attempt({ HTTPS_PROXY: `http://${host}` }).toThrow(/certificate.*`NODE_EXTRA_CA_CERTS`/)
})

describe('a proxy is reported in one sentence, and its connection closed, when it', () => {
  const refused = (status: string) => `HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`
  test.each<[string, string, RegExp, number]>([
    [
      'wants a password',
      refused('407 Proxy Authentication Required'),
      /the proxy refused the connection with status 407\. Set a user name and a password in `HTTPS_PROXY`/,
      1,
    ],
    [
      'forbids the host',
      refused('403 Forbidden'),
      /refused the connection with status 403\. Check the/,
      1,
    ],
    ['cannot reach the host', refused('502 Bad Gateway'), /with status 502, 4 times\. Check/, 4],
    ['responds with status 101', refused('101 Switching'), /with status 101\. Check/, 1],
    [
      'is not an HTTP proxy',
      'SSH-2.0-OpenSSH\r\n\r\n',
      /the proxy did not connect to the host\. Check/,
      1,
    ],
    ['never responds', '', /github\.test sent nothing for 0\.2 seconds, 2 times/, 2],
    [
      'connects, and sends nothing',
      'HTTP/1.1 200 OK\r\n\r\n',
      /sent nothing for 0\.2 seconds, 2 times/,
      2,
    ],
  ])('%s', async (_, response, reason, requests) => {
    let asked = 0
    const host = await tcp((socket) => {
      asked += 1
      socket.write(response)
    })
    await attempt({ https_proxy: `http://me:secret@${host}` }).toThrow(reason)
    expect(asked).toBe(requests)
    await sleep(50)
    expect(connections.size).toBe(0)
  })

  test('closes the connection', async () => {
    const host = await tcp((socket) => socket.end())
    const reason = /the proxy did not connect to the host, 4 times\. Check the network, the proxy/
    await attempt({ https_proxy: host }).toThrow(reason)
  })

  test('is not there', async () => {
    await attempt({ HTTPS_PROXY: '127.0.0.1:1' }).toThrow(/connection was refused, 4 times.*proxy/)
  })

  test('has an address that is not a URL, which may hold a password', async () => {
    await attempt({ HTTPS_PROXY: 'http://me:secret@:' }).toThrow(
      /^((?!secret).)*the address of the proxy is not a valid URL((?!secret).)*$/,
    )
  })
})

test.each([
  ['https://github.test/', { https_proxy: 'http://proxy.test' }, 'HTTPS_PROXY'],
  ['http://github.test/', { HTTP_PROXY: 'http://proxy.test' }, 'HTTP_PROXY'],
])('a runner whose Node cannot use a proxy is told to update: %s', async (url, env, name) => {
  for (const version of ['v22.23.1', 'v24.4.1']) {
    const reason = new RegExp(
      `\`${name}\` is set, and Node ${version} .*Update the runner.*\`cli-path\``,
    )
    await attempt(env, url, version).toThrow(reason)
  }
  await attempt({ ftp_proxy: 'http://proxy.test' }, url, 'v24.4.1').toThrow(/name/)
  await attempt({ ...env, NO_PROXY: '*' }, url, 'v24.5.0').toThrow(/name/)
})

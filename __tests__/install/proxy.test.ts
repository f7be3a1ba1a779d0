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

/** Starts a proxy that leads to the stand-in. Returns its host and port, and what it was asked for. */
async function startProxy() {
  const asked: string[] = []
  const note = ({ method, url, headers }: IncomingMessage) => {
    asked.push(`${method} ${url} ${headers['proxy-authorization']}`)
  }
  const key = readFileSync(join(certificates, 'github-test.key'))
  const gateway = await listen(createSecureServer({ cert: readFileSync(ca), key }, forward))
  const server = createServer((incoming, outgoing) => {
    note(incoming)
    incoming.url = incoming.url?.replace('http://github.test', '')
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
  return { host: await listen(server), asked }
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

describe('a job behind a proxy', () => {
  async function run(scheme: 'http' | 'https', env: Readonly<Record<string, string>>) {
    const url = `${scheme}://github.test`
    const urls = { 'github-url': url, 'github-api-url': `${url}/api` }
    const main = await world.start({ build: 'dist' }).main(world.inputs(urls), { env })
    expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    expect(main.log.join()).toContain('SHA-256 verified with the release v1.2.33')
  }

  test('tunnels HTTPS through HTTPS_PROXY, and sends it the user name and password', async () => {
    const { host, asked } = await startProxy()
    world.standIn.clearRequests()
    await run('https', { HTTPS_PROXY: `http://me:p%40ss@${host}`, NODE_EXTRA_CA_CERTS: ca })
    const basic = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
    expect(asked).toEqual(Array(3).fill(`CONNECT github.test:443 ${basic}`))
    const sent = JSON.stringify(world.standIn.requests.map(({ headers }) => headers))
    expect(sent).not.toContain(basic)
  })

  test('sends plain HTTP through http_proxy, whose address needs no scheme', async () => {
    const { host, asked } = await startProxy()
    await run('http', { http_proxy: host })
    expect(asked[0]).toMatch('GET http://github.test/api/repos/wso2/choreo-cli/releases/latest')
  })
})

/** Gets a URL that exists for a proxy only. */
function attempt(env: NodeJS.ProcessEnv, url = 'https://github.test/', version = process.version) {
  const { machine, ...rest } = network({ env })
  const options = { ...rest, machine: { ...machine, version }, limitMs: 5000 }
  return expect(get(url, options, async ({ statusCode }) => statusCode)).rejects
}

test('a host that NO_PROXY names is not reached through the proxy', async () => {
  const { host, asked } = await startProxy()
  const env = { HTTPS_PROXY: `http://${host}`, NO_PROXY: 'other.test,.test' }
  await attempt(env).toThrow(/the name (of the host is not known|server does not respond)/)
  expect(asked).toEqual([])
})

test('a certificate that is not trusted is reported with the advice to name its authority', async () => {
  const { host } = await startProxy()
  await attempt({ HTTPS_PROXY: `http://${host}` }).toThrow(/certificate.*`NODE_EXTRA_CA_CERTS`/)
})

describe('a proxy is reported in one sentence, and its connection closed, when it', () => {
  const http = (line: string) => `HTTP/1.1 ${line}\r\n\r\n`
  test.each<[string, string, RegExp, number]>([
    ['wants a password', http('407 No'), /with status 407\. Check the user name and the password in/, 1],
    ['forbids the host', http('403 No'), /the proxy refused the connection with status 403\. Check/, 1],
    ['cannot reach the host', http('502 No'), /with status 502, 4 times\. Check/, 4],
    ['is not a proxy', 'SSH-2.0-OpenSSH\r\n\r\n', /the proxy did not connect to the host\. Check/, 1],
    ['never responds', '', /github\.test sent nothing for 0\.2 seconds, 2 times\. Check/, 2],
    ['connects and is idle', http('200 OK'), /sent nothing for 0\.2 seconds, 2 times\. Check/, 2],
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

  test('closes the connection itself', async () => {
    const https_proxy = await tcp((socket) => socket.end())
    await attempt({ https_proxy }).toThrow(/did not connect to the host, 4 times\. Check/)
  })

  test('does not listen', async () => {
    await attempt({ HTTPS_PROXY: '127.0.0.1:1' }).toThrow(/connection was refused, 4 times.*proxy/)
  })

  test('does not speak TLS although its address says so', async () => {
    const https_proxy = `https://${await tcp((socket) => socket.write(http('200 OK')))}`
    await attempt({ https_proxy }).toThrow(/: the TLS handshake with the server or the proxy failed\. Check/)
  })

  test('is of another kind, and nothing goes past it', async () => {
    await attempt({ HTTPS_PROXY: 'socks5://127.0.0.1:1' }).toThrow(
      /`HTTPS_PROXY` does not name an HTTP proxy/,
    )
  })

  test('has an address that is not a URL, which may hold a password', async () => {
    const reason = /^((?!secret).)*: the address of the proxy is not a valid URL\. Check[^:]*$/
    await attempt({ HTTPS_PROXY: 'http://me:secret@:' }).toThrow(reason)
  })
})

test.each([
  ['https', { https_proxy: 'http://proxy.invalid' }, 'HTTPS_PROXY'],
  ['http', { HTTP_PROXY: 'http://proxy.invalid' }, 'HTTP_PROXY'],
])('a runner whose Node cannot use a proxy for %s is told to update', async (scheme, env, name) => {
  const url = `${scheme}://github.invalid/`
  const reason = new RegExp(`\`${name}\` is set, and Node v.* Update the runner.*\`cli-path\``)
  await attempt(env, url, 'v22.23.1').toThrow(reason)
  await attempt(env, url, 'v24.4.1').toThrow(reason)
  await attempt(env, url, 'v24.5.0').toThrow(/name/)
  await attempt({}, url, 'v24.4.1').toThrow(/name/)
})

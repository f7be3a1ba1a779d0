// Networks that are reached through a proxy only, in process. The host `github.test` exists for the proxy alone.
// Jobs behind real proxies are in referees/network/proxies.spec.ts.
import type { Socket } from 'node:net'
import { expect, test } from '@jest/globals'
import { get } from '../../src/network/get.ts'
import { until } from '../expectations.ts'
import { network, servers } from '../install/servers.ts'

const { connections, http, tcp } = servers()

/** Gets a URL through the proxy that the environment names. Returns the status. */
function attempt(
  env: NodeJS.ProcessEnv,
  url = 'https://github.test/',
  version = process.version,
  idleTimeoutMs = 30_000,
) {
  const options = { ...network({ env, version }), limitMs: 45_000, idleTimeoutMs }
  return get(url, options, async ({ statusCode }) => statusCode)
}

test('plain HTTP goes through http_proxy, whose address needs no scheme', async () => {
  const http_proxy = await tcp((socket, first) => {
    const isWhole = first.startsWith('GET http://github.test/path HTTP/1.1\r\n')
    socket.end(`HTTP/1.1 ${isWhole ? 200 : 400} Done\r\n\r\n`)
  })
  expect(await attempt({ http_proxy }, 'http://github.test/path')).toBe(200)
})

test.each(['http', 'https'])('the %s proxy is not asked for a host in NO_PROXY', async (scheme) => {
  const proxy = await http((_, response) => response.end())
  const env = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy, NO_PROXY: 'other.test,.test' }
  const reason = /the name (of the host is not known|server does not respond)/
  await expect(attempt(env, `${scheme}://github.test/`)).rejects.toThrow(reason)
})

const says = (line: string) => (socket: Socket) => socket.write(`${line}\r\n\r\n`)
const basic = Buffer.from('me:s@cret').toString('base64')
const asked = new RegExp(
  `^CONNECT github\\.test:443 .*proxy-authorization: Basic ${basic}\r\n`,
  'is',
)

type Respond = (socket: Socket) => unknown

/** The idle timeout of proxies that respond: a busy machine does not reach it. */
const long = 30_000

test.each<[what: string, Respond, reason: RegExp, attempts: number, idleTimeoutMs: number]>([
  [
    'wants a password',
    says('HTTP/1.1 407 No'),
    /status 407\. Check the user name and the/,
    1,
    long,
  ],
  [
    'forbids the host',
    says('HTTP/1.1 403 No'),
    /refused the connection with status 403\. /,
    1,
    long,
  ],
  ['cannot reach the host', says('HTTP/1.1 502 No'), /with status 502, 4 times\. Check/, 4, long],
  ['is not a proxy', says('SSH-2.0-OpenSSH'), /the proxy did not connect to the host\. /, 1, long],
  [
    'never responds',
    () => undefined,
    /github\.test sent nothing for 0\.5 seconds, 2 times/,
    2,
    500,
  ],
  ['connects and is idle', says('HTTP/1.1 200 OK'), /nothing for 0\.5 seconds, 2 times/, 2, 500],
  ['hangs up', (socket) => socket.end(), /did not connect to the host, 4 times\. Check/, 4, long],
])(
  'a proxy that %s is reported, and its connection closed',
  async (_, respond, reason, attempts, idleTimeoutMs) => {
    const requests: string[] = []
    const host = await tcp((socket, first) => {
      requests.push(first)
      respond(socket)
    })
    const env = { https_proxy: `http://me:s%40cret@${host}` }
    await expect(attempt(env, undefined, undefined, idleTimeoutMs)).rejects.toThrow(reason)
    expect(requests).toEqual(Array(attempts).fill(expect.stringMatching(asked)))
    await until(() => connections.size === 0)
  },
)

test.each([
  [
    'whose host does not speak TLS',
    'https://HOST',
    /: the TLS handshake with the .* proxy failed\. Check/,
  ],
  ['of another scheme', 'socks5://HOST', /`HTTPS_PROXY` does not name an HTTP proxy/],
  [
    'that is not a URL',
    'http://me:secret@:',
    /^((?!secret).)*proxy is not a valid URL\. Check[^:]*$/,
  ],
])('an address of a proxy %s is reported without its password', async (_, address, reason) => {
  const host = await tcp(says('HTTP/1.1 200 OK'))
  await expect(attempt({ HTTPS_PROXY: address.replace('HOST', host) })).rejects.toThrow(reason)
})

test.each([
  ['https', { https_proxy: 'http://proxy.invalid' }, 'HTTPS_PROXY'],
  ['http', { HTTP_PROXY: 'http://proxy.invalid' }, 'HTTP_PROXY'],
])('a runner whose Node cannot use a proxy for %s is told to update', async (scheme, env, name) => {
  const reason = new RegExp(`\`${name}\` is set, and Node v.* Update the runner.*\`cli-path\``)
  const onNode = (version: string, variables: NodeJS.ProcessEnv = env) => {
    return expect(attempt(variables, `${scheme}://github.invalid/`, version)).rejects
  }
  await onNode('v22.23.1').toThrow(reason)
  await onNode('v24.4.1').toThrow(reason)
  await onNode('v24.5.0').toThrow(/name/)
  await onNode('v24.4.1', {}).toThrow(/name/)
})

// Networks that are reached through a proxy only, in process. The host `github.test` exists for the proxy alone.
// Jobs behind real proxies are in referees/network/proxies.spec.ts.
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { get } from '../../src/network/get.ts'
import { network, servers } from '../install/servers.ts'

const { connections, http, tcp } = servers()

/** Gets a URL through the proxy that the environment names. Returns the status. */
function attempt(env: NodeJS.ProcessEnv, url = 'https://github.test/', version = process.version) {
  return get(
    url,
    { ...network({ env, version }), limitMs: 5000 },
    async ({ statusCode }) => statusCode,
  )
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

test.each<[string, (socket: Socket) => unknown, RegExp, number]>([
  [
    'wants a password',
    says('HTTP/1.1 407 No'),
    /status 407\. Check the user name and the password in/,
    1,
  ],
  [
    'forbids the host',
    says('HTTP/1.1 403 No'),
    /proxy refused the connection with status 403\. Check/,
    1,
  ],
  ['cannot reach the host', says('HTTP/1.1 502 No'), /with status 502, 4 times\. Check/, 4],
  ['is not a proxy', says('SSH-2.0-OpenSSH'), /the proxy did not connect to the host\. Check/, 1],
  [
    'never responds',
    () => undefined,
    /github\.test sent nothing for 0\.2 seconds, 2 times\. Check/,
    2,
  ],
  [
    'connects and is idle',
    says('HTTP/1.1 200 OK'),
    /sent nothing for 0\.2 seconds, 2 times\. Check/,
    2,
  ],
  ['hangs up', (socket) => socket.end(), /did not connect to the host, 4 times\. Check/, 4],
])(
  'a proxy that %s is reported, and its connection closed',
  async (_, respond, reason, attempts) => {
    const requests: string[] = []
    const host = await tcp((socket, first) => {
      requests.push(first)
      respond(socket)
    })
    await expect(attempt({ https_proxy: `http://me:s%40cret@${host}` })).rejects.toThrow(reason)
    expect(requests).toEqual(Array(attempts).fill(expect.stringMatching(asked)))
    await sleep(50)
    expect(connections.size).toBe(0)
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

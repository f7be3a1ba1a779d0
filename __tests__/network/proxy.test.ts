// Networks that are reached through a proxy only, in process. The host `github.test` exists for the proxy alone.
// Jobs behind real proxies are in referees/network/proxies.spec.ts.
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { get } from '../../src/network/get.ts'
import { proxyFor } from '../../src/network/proxy.ts'
import { expectFailure, until } from '../expectations.ts'
import { captureOutput, network, servers } from '../install/servers.ts'
import { setUp } from '../set-up.ts'

const { connections, tcp } = servers()
const world = setUp()
captureOutput()

/** Gets a URL through the proxy that the environment names. Returns the status. */
function attempt(
  env: NodeJS.ProcessEnv,
  url = 'https://github.test/',
  version = process.version,
  connectTimeoutMs = 30_000,
) {
  const options = { ...network({ env, version }), connectTimeoutMs }
  return get(url, options, async ({ status }) => status)
}

test('plain HTTP goes through http_proxy, whose address needs no scheme', async () => {
  const http_proxy = await tcp((socket, first) => {
    const isWhole = first.startsWith('GET http://github.test/path HTTP/1.1\r\n')
    socket.end(`HTTP/1.1 ${isWhole ? 200 : 400} Done\r\n\r\n`)
  })
  expect(await attempt({ http_proxy }, 'http://github.test/path')).toBe(200)
})

const proxy = 'http://proxy.test'

/** Whether a URL is reached without the proxy that the environment names. */
function isDirect(url: string, env: NodeJS.ProcessEnv): boolean {
  const both = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy }
  return proxyFor(new URL(url), { ...process, env: { ...both, ...env } }) === undefined
}

test.each([
  // NO_PROXY, URLs without the proxy, URLs through it
  ['corp.example', 'https://corp.example https://a.b.CORP.example', 'https://xcorp.example'],
  ['.corp.example', 'http://corp.example https://mirror.corp.example', 'https://example'],
  [
    '*.corp.example',
    'https://corp.example https://mirror.corp.example',
    'https://corp.example.org',
  ],
  [
    'Mirror.Example:8443',
    'https://mirror.example:8443 http://a.mirror.example:8443',
    'https://mirror.example',
  ],
  ['mirror.example:443', 'https://mirror.example', 'http://mirror.example'],
  ['a.example, b.example  c.example', 'https://b.example https://c.example', 'https://d.example'],
  ['*', 'https://any.example http://10.0.0.1', ''],
  [
    '10.1.2.3',
    'http://10.1.2.3 https://10.1.2.3:8443',
    'http://10.1.2.4 http://1.10.1.2.3.example',
  ],
  ['10.1.2.3:80', 'http://10.1.2.3', 'https://10.1.2.3'],
  ['10.0.0.0/8', 'http://10.200.3.4', 'http://11.0.0.1 http://mirror.example'],
  ['::1', 'http://[::1]', 'http://[::2]'],
  ['[::1]:8080', 'http://[::1]:8080', 'http://[::1]'],
  ['fd00::/8', 'https://[fd12::1]', 'https://[fe80::1] https://10.0.0.1'],
  ['10.0.0.0/99,10.0.0.0/x,x/8,/8,.,:80,,', '', 'http://10.0.0.1 https://mirror.example'],
  ['', '', 'http://localhost https://127.0.0.1'],
])(
  'with NO_PROXY "%s", [%s] are reached without the proxy, [%s] through it',
  (NO_PROXY, direct, proxied) => {
    const urls = (text: string) => text.split(' ').filter((url) => url !== '')
    expect(urls(direct).filter((url) => !isDirect(url, { NO_PROXY }))).toEqual([])
    expect(urls(proxied).filter((url) => isDirect(url, { NO_PROXY }))).toEqual([])
  },
)

test('an unsupported proxy does not matter for a host in NO_PROXY', () => {
  const env = { HTTP_PROXY: 'socks5://proxy.test', no_proxy: 'mirror.example' }
  expect(isDirect('http://a.mirror.example', env)).toBe(true)
  expect(() => isDirect('http://other.example', env)).toThrow(
    /`HTTP_PROXY` does not name an HTTP proxy/,
  )
})

const says = (line: string) => (socket: Socket) => socket.write(`${line}\r\n\r\n`)
const basic = Buffer.from('me:s@cret').toString('base64')
const asked = new RegExp(
  `^CONNECT github\\.test:443 .*proxy-authorization: Basic ${basic}\r\n`,
  'is',
)

const long = 30_000

test.each<[string, (socket: Socket) => unknown, RegExp, number, number]>([
  [
    'wants a password',
    says('HTTP/1.1 407 No'),
    /status 407\. Check the user name and the password in/,
    1,
    long,
  ],
  [
    'forbids the host',
    says('HTTP/1.1 403 No'),
    /proxy refused the connection with status 403\. Check/,
    1,
    long,
  ],
  ['cannot reach the host', says('HTTP/1.1 502 No'), /with status 502, 4 times\. Check/, 4, long],
  [
    'is not a proxy',
    says('SSH-2.0-OpenSSH'),
    /the proxy did not connect to the host\. Check/,
    1,
    long,
  ],
  [
    'never responds',
    () => undefined,
    /no connection to github\.test within 0\.5 seconds, 4 times\. Check/,
    4,
    500,
  ],
  [
    'connects and is idle',
    says('HTTP/1.1 200 OK'),
    /no connection to github\.test within 0\.5 seconds, 4 times\. Check/,
    4,
    500,
  ],
  ['hangs up', (socket) => socket.end(), /did not connect to the host, 4 times\. Check/, 4, long],
])(
  'a proxy that %s is reported, and its connection closed',
  async (_, respond, reason, attempts, connectTimeoutMs) => {
    const requests: string[] = []
    const host = await tcp((socket, first) => {
      requests.push(first)
      respond(socket)
    })
    const env = { https_proxy: `http://me:s%40cret@${host}` }
    await expect(attempt(env, undefined, undefined, connectTimeoutMs)).rejects.toThrow(reason)
    expect(requests).toEqual(Array(attempts).fill(expect.stringMatching(asked)))
    await until(() => connections.size === 0)
  },
)

// Node would add the more readers the more parts there are, warn of them, and then run out of memory.
test('a proxy that responds in many parts is understood, without a warning of Node', async () => {
  const response = 'HTTP/1.1 403 No\r\n\r\n'
  const pinned = { 'cli-version': '1.2.33', 'cli-sha256': '0'.repeat(64) }
  const host = await tcp(async (socket) => {
    socket.setNoDelay()
    for (const part of response.match(/.{1,2}/gs) ?? []) await sleep(20, socket.write(part))
  })
  const main = await world
    .start()
    .main(
      { ...world.inputs(), 'github-url': 'https://github.test', 'github-api-url': '', ...pinned },
      { env: { HTTPS_PROXY: host } },
    )
  const { message } = expectFailure(main, world.inputs().token)
  expect(message).toMatch(/proxy refused the connection with status 403\./)
})

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

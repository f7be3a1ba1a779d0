// Requests to servers that fail, in process: what is retried, how long it takes, and what a user reads.
import type { ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { type GetOptions, get } from '../../src/network/get.ts'
import { until } from '../expectations.ts'
import { network, servers } from '../install/servers.ts'

const { http, tcp, connections } = servers()

function read(url: string, more: Partial<GetOptions> = {}): Promise<string> {
  const options = { ...network(), limitMs: 45_000, ...more }
  return get(url, options, async (response) => `${response.statusCode} ${await text(response)}`)
}

type Fail = (response: ServerResponse) => unknown

/** Starts a server whose first responses fail. Returns its URL, and when it was requested. */
async function failing(fail: Fail, times: number) {
  const at: number[] = []
  const url = await http((_, response) => {
    at.push(performance.now())
    if (at.length <= times) fail(response)
    else response.end('content')
  })
  return { url, at }
}

function status(code: number, headers = {}): Fail {
  return (response) => response.writeHead(code, headers).end('body')
}

const reset: Fail = (response) => response.socket?.resetAndDestroy()
const half: Fail = (response) =>
  response.writeHead(200, { 'content-length': 7 }).write('con', () => response.socket?.destroy())

const short = { idleTimeoutMs: 500 }

test.each<[string, Fail, Partial<GetOptions>, RegExp, number]>([
  ['status 503', status(503), {}, /\/file responded with status 503, 4 times\. .*re-run/, 4],
  ['a reset', reset, {}, /broke off, 4 times\. Check/, 4],
  ['half of a body', half, {}, /the connection broke off, 4 times\. Check the network/, 4],
  ['no response', () => undefined, short, /sent nothing for 0\.5 seconds, 2 times\. Check/, 2],
  [
    'a body that stops',
    (response) => response.write('con'),
    short,
    /sent nothing for .*, 2 times/,
    2,
  ],
])(
  '%s is retried, and reported with the URL when it stays',
  async (_, fail, limits, reason, attempts) => {
    const once = await failing(fail, 1)
    expect(await read(once.url, limits)).toBe('200 content')
    expect(once.at).toHaveLength(2)
    const { url, at } = await failing(fail, 100)
    const error = await read(`${url}/file?sig=signature`, limits).catch(({ message }) => message)
    expect(error).toMatch(reason)
    expect(error.startsWith(`Could not get ${url}/file?sig=signature: `)).toBe(true)
    expect(at).toHaveLength(attempts)
  },
)

test('a response that is too large is an error, which does not count an earlier failure', async () => {
  const { url } = await failing(reset, 1)
  await expect(read(url, { maxBytes: 6 })).rejects.toThrow(/: 127\S+ sent more than 6 bytes\.$/)
  expect(await read(url, { maxBytes: 7 })).toBe('200 content')
})

test('a connection that is refused is retried and reported', async () => {
  const reason =
    /the connection was refused, 4 times\. Check the network, the proxy and the firewall/
  await expect(read('http://127.0.0.1:1/')).rejects.toThrow(reason)
})

test('a status is retried after the seconds that it asks for', async () => {
  const { url, at } = await failing(status(503, { 'retry-after': '1' }), 1)
  expect(await read(url)).toBe('200 content')
  expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(990)
})

test.each(['21abc', 'soon', '1e2'])(
  'a status that asks for a pause in other words (%s) is retried',
  async (pause) => {
    const { url, at } = await failing(status(503, { 'retry-after': pause }), 1)
    expect(await read(url)).toBe('200 content')
    expect(at).toHaveLength(2)
  },
)

test('an error that names a location is not a redirect', async () => {
  const { url, at } = await failing(status(404, { location: '/other' }), 100)
  expect(await read(url)).toBe('404 body')
  expect(at).toHaveLength(1)
})

const inAMinute = new Date(Date.now() + 60_000).toUTCString()
test.each(['21', inAMinute])(
  'a status that asks for more than 20 seconds (%s) is final',
  async (pause) => {
    const { url, at } = await failing(status(503, { 'retry-after': pause }), 100)
    await expect(read(url)).rejects.toThrow(/status 503\. Usually/)
    expect(at).toHaveLength(1)
  },
)

const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz'
// Further attempts would be counted in the message.
test.each([
  ['that is not HTTP', 'SSH-2.0-OpenSSH', /: the response is not valid HTTP\. Check/],
  ['with a malformed chunk', chunked, /: the response is not valid HTTP\. Check/],
  ['with status 407', 'HTTP/1.1 407 No', /the proxy refused .* status 407\. Check the user name/],
  [
    'that redirects to ftp',
    'HTTP/1.1 302 Found\r\nLocation: ftp://x/',
    /redirects to an invalid URL\.$/,
  ],
  ['that redirects to nothing', 'HTTP/1.1 302 Found\r\nLocation: http://', /to an invalid URL\.$/],
])('a response %s is an error at once', async (_, response, reason) => {
  const host = await tcp((socket) => socket.write(`${response}\r\n\r\n`))
  await expect(read(`http://${host}/`)).rejects.toThrow(reason)
})

test('a response that switches protocols is read at once', async () => {
  const head = 'HTTP/1.1 101 Other\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n'
  const host = await tcp((socket) => socket.end(head))
  expect(await read(`http://${host}/`)).toBe('101 ')
})

test('informational responses do not count as the response', async () => {
  const host = await tcp((socket) => {
    const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 20)
    socket.on('close', () => clearInterval(timer))
  })
  const reason = /sent nothing for 0\.5 seconds, 2 times/
  await expect(read(`http://${host}/`, short)).rejects.toThrow(reason)
})

test('a response that is slow is read as long as it is never idle', async () => {
  const url = await http(async (_, response) => {
    for (const part of 'abcdef') await sleep(400, response.write(part))
    response.end()
  })
  // A fifth of it is idle at a time, and all of it takes longer.
  expect(await read(url, { idleTimeoutMs: 2000 })).toBe('200 abcdef')
})

test('a response that redirects more than five times is an error', async () => {
  const { url, at } = await failing(status(302, { location: '/' }), 100)
  await expect(read(url)).rejects.toThrow(/redirects more than 5 times/)
  expect(at).toHaveLength(6)
})

test.each<[string, Fail]>([
  ['before a response', () => undefined],
  ['in a body', (response) => response.write('con')],
  ['in a pause', status(503, { 'retry-after': '10' })],
])('a cancelled run ends all attempts (%s), and closes their connections', async (_, fail) => {
  const { url } = await failing(fail, 100)
  const options = { cancelled: AbortSignal.timeout(100) }
  await expect(read(url, options)).rejects.toThrow(`The run was cancelled while it got ${url}.`)
  await until(() => connections.size === 0)
})

test('all attempts end at their common time limit', async () => {
  const url = await http(() => undefined)
  const message = `Could not get ${url} within 0.1 seconds. Check the network`
  await expect(read(url, { limitMs: 100, idleTimeoutMs: 60_000 })).rejects.toThrow(message)
})

test('headers go to the first origin only, also after a redirect back to it', async () => {
  const seen: string[] = []
  const other = await http(({ headers }, response) => {
    seen.push(`other ${headers.authorization}`)
    response.writeHead(302, { location: `${first}/back` }).end()
  })
  const first = await http(({ url = '', headers }, response) => {
    seen.push(`${url} ${headers.authorization}`)
    const location = { '/start': '/same', '/same': other }[url]
    response.writeHead(location ? 302 : 200, location ? { location } : {}).end()
  })
  await read(`${first}/start`, { headers: { authorization: 'secret' } })
  expect(seen).toEqual(['/start secret', '/same secret', 'other undefined', '/back undefined'])
})

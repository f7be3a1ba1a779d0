// Requests to servers that fail, in process: what is retried, how long it takes, and what a user reads.
import type { ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { type GetOptions, get, timeLimit } from '../../src/network/get.ts'
import { until } from '../expectations.ts'
import { captureOutput, network, servers } from '../install/servers.ts'

const { http, tcp, connections } = servers()
const printed = captureOutput()

function read(url: string, more: Partial<GetOptions> = {}): Promise<string> {
  const options = { ...network(), ...more }
  return get(url, options, async ({ status, body }) => `${status} ${await text(body)}`)
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

const idle = { idleTimeoutMs: 500 }

test.each<[string, Fail, Partial<GetOptions>, RegExp, number]>([
  ['status 503', status(503), {}, /the server responded with status 503, 4 times\. .*re-run/, 4],
  ['a reset', reset, {}, /broke off, 4 times\. Check/, 4],
  ['half of a body', half, {}, /the connection broke off, 4 times\. Check the network/, 4],
  [
    'no response',
    () => undefined,
    idle,
    /sent nothing for 0\.5 seconds, 2 times\. Check the network/,
    2,
  ],
  [
    'a body that stops',
    (response) => response.write('con'),
    idle,
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
    expect(error.startsWith(`Could not get ${url}/file: `)).toBe(true)
    expect(at).toHaveLength(attempts)
    expect(printed().match(/Next attempt in \d+\.\d s\.\n/g)).toHaveLength(attempts)
    expect(printed()).not.toContain('signature')
  },
)

// The runner masks a URL that is a secret only so.
test('a URL is shown in its own spelling, and as a whole', async () => {
  const { url } = await failing(status(503), 100)
  const own = `${url.replace('http', 'HTTP')}/%7emirror/./${'x'.repeat(400)}`
  const error = await read(`${own}?sig=signature`).catch(({ message }) => message)
  expect(error).toContain(`Could not get ${own}: `)
  expect(printed()).toContain(`${own}: `)
})

test('an error of what reads a response is reported once, and does not count an earlier failure', async () => {
  const { url, at } = await failing(reset, 1)
  const reading = get(url, network(), async () => {
    throw new Error('it is unreadable')
  })
  await expect(reading).rejects.toThrow(`Could not get ${url}: it is unreadable.`)
  expect(at).toHaveLength(2)
})

test('a connection that is refused is retried and reported', async () => {
  const reason =
    /the connection was refused, 4 times\. Check the network, the proxy and the firewall/
  await expect(read('http://127.0.0.1:1/')).rejects.toThrow(reason)
})

test.each([503, 429, 403])(
  'a status %d is retried after the seconds that it asks for',
  async (code) => {
    const { url, at } = await failing(status(code, { 'retry-after': '1' }), 1)
    expect(await read(url, { pauses: { leftMs: 2000 } })).toBe('200 content')
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(990)
  },
)

const inAMinute = new Date(Date.now() + 60_000)
const seconds = String(Math.floor(inAMinute.valueOf() / 1000))
test.each<[string, number, Record<string, string>, RegExp]>([
  ['asks for more than 20 seconds', 503, { 'retry-after': '21' }, /status 503 until 20\d\d-\S+Z\./],
  [
    'names a time',
    429,
    { 'retry-after': inAMinute.toUTCString() },
    /status 429 until 20\d\d-\S+Z\./,
  ],
  [
    'uses up a rate limit',
    403,
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': seconds, 'retry-after': '1' },
    /status 403, its rate limit is used up until 20\d\d-\S+Z\./,
  ],
  ['is a 403 without `Retry-After`', 403, {}, /status 403\.$/],
  ['is a 404', 404, { 'retry-after': '1' }, /status 404\.$/],
  // As after the last request that is allowed.
  ['is a 404 at the limit', 404, { 'x-ratelimit-remaining': '0' }, /status 404\.$/],
])('a status that %s is final', async (_, code, headers, reason) => {
  const { url, at } = await failing(status(code, headers), 100)
  await expect(read(url)).rejects.toThrow(reason)
  expect(at).toHaveLength(1)
})

test('requests share the time for pauses', async () => {
  const pauses = { leftMs: 70 }
  const refused = read('http://127.0.0.1:1/', { pauses })
  await expect(refused).rejects.toThrow('4 times')
  const { url, at } = await failing(reset, 100)
  await expect(read(url, { pauses, backoffMs: 40 })).rejects.toThrow('broke off')
  expect(at).toHaveLength(1)
})

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

test('a TLS handshake without an end is a connection that times out', async () => {
  const host = await tcp(() => undefined)
  const message = /no connection to 127\S+ within 0\.5 seconds, 4 times\. Check the network/
  await expect(read(`https://${host}/`, { connectTimeoutMs: 500 })).rejects.toThrow(message)
  await until(() => connections.size === 0)
})

test('a body that is read slowly is not idle', async () => {
  const url = await http((_, response) => response.end(Buffer.alloc(2_000_000)))
  const options = { ...network(), idleTimeoutMs: 300 }
  const size = await get(url, options, async ({ body }) => {
    let size = 0
    for await (const bytes of body) {
      if (size === 0) await sleep(500)
      size += bytes.length
    }
    return size
  })
  expect(size).toBe(2_000_000)
})

test('informational responses do not count as the response', async () => {
  const host = await tcp((socket) => {
    const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 20)
    socket.on('close', () => clearInterval(timer))
  })
  await expect(read(`http://${host}/`, idle)).rejects.toThrow(/sent nothing for .*, 2 times/)
})

test('a response that is slow is read as long as it is never idle', async () => {
  const url = await http(async (_, response) => {
    for (const part of 'abcdef') await sleep(300, response.write(part))
    response.end()
  })
  expect(await read(url, { idleTimeoutMs: 1500 })).toBe('200 abcdef')
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
  const stopping = new AbortController()
  setTimeout(() => stopping.abort(new Error('stopped')), 100)
  const options = { signal: stopping.signal, pauses: { leftMs: 60_000 } }
  await expect(read(url, options)).rejects.toThrow(`Could not get ${url}: stopped.`)
  await until(() => connections.size === 0)
})

test('all attempts end at their common time limit', async () => {
  const url = await http(() => undefined)
  const message = `Could not get ${url}: it took more than 0.1 seconds. Check the network`
  await expect(read(url, { signal: timeLimit(100, network().signal) })).rejects.toThrow(message)
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

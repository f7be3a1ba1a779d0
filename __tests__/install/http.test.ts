// Requests to servers that fail, in process: what is retried, how long it takes, and what a user reads.
import type { RequestListener, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import { get } from '../../src/install/http.ts'
import { network, servers } from './servers.ts'

const { http, tcp, connections } = servers()

const limits = { limitMs: 5000 }

async function read(url: string, more: Partial<Parameters<typeof get>[1]> = {}): Promise<string> {
  return get(url, { ...network(), ...limits, ...more }, async (response) => {
    return `${response.statusCode} ${await text(response)}`
  })
}

/** Starts a server whose first responses are these; all further ones are good. */
async function failing(fail: (response: ServerResponse) => unknown, times = 1) {
  const at: number[] = []
  const url = await http((_, response) => {
    at.push(performance.now())
    if (at.length <= times) fail(response)
    else response.end('content')
  })
  return { url, at }
}

const faults: readonly [string, (response: ServerResponse) => unknown, RegExp, number][] = [
  [
    'status 503',
    (response) => response.writeHead(503).end(),
    /responded with status 503, 4 times.*re-run/,
    4,
  ],
  ['status 429', (response) => response.writeHead(429).end(), /status 429, 4 times/, 4],
  ['status 408', (response) => response.writeHead(408).end(), /status 408, 4 times/, 4],
  [
    'a reset',
    (response) => response.socket?.resetAndDestroy(),
    /connection broke off, 4 times.*network/,
    4,
  ],
  ['half of a body', half, /connection broke off, 4 times/, 4],
  ['no response', () => undefined, /sent nothing for 0\.2 seconds, 2 times\. Check the network/, 2],
  [
    'a body that stops',
    (response) => response.write('con'),
    /sent nothing for 0\.2 seconds, 2 times/,
    2,
  ],
]

function half(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': 7 }).write('con', () => response.socket?.destroy())
}

describe('a transient failure', () => {
  test.each(faults)('(%s) is retried', async (_, fail) => {
    const { url, at } = await failing(fail)
    expect(await read(url)).toBe('200 content')
    expect(at).toHaveLength(2)
  })

  test.each(faults)(
    '(%s) that stays is reported with its URL',
    async (_, fail, reason, attempts) => {
      const { url, at } = await failing(fail, 100)
      const failure = expect(read(`${url}/file?sig=secret`)).rejects
      await failure.toThrow(`Could not get ${url}/file?sig=secret: `)
      expect(at).toHaveLength(attempts)
      await expect(read(url)).rejects.toThrow(reason)
    },
  )

  test.each([
    ['http://127.0.0.1:1/', /connection was refused, 4 times/],
    [
      'http://github.invalid/',
      /the name (of the host is not known|server does not respond), 4 times/,
    ],
  ])('to connect (%s) is retried and reported', async (url, reason) => {
    await expect(read(url)).rejects.toThrow(reason)
  })

  test('that asks for a pause gets it', async () => {
    const { url, at } = await failing((response) =>
      response.writeHead(503, { 'retry-after': '1' }).end(),
    )
    expect(await read(url)).toBe('200 content')
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(990)
  })

  test.each(['21', new Date(Date.now() + 60_000).toUTCString()])(
    'that asks for a pause until %s is final',
    async (pause) => {
      const { url, at } = await failing((response) =>
        response.writeHead(503, { 'retry-after': pause }).end(),
      )
      await expect(read(url)).rejects.toThrow(/status 503\./)
      expect(at).toHaveLength(1)
    },
  )

  test('is read when its status is final', async () => {
    const { url } = await failing((response) => response.writeHead(429).end('slow down'))
    expect(await read(url, { finalStatus: 429 })).toBe('429 slow down')
  })
})

describe.each([
  ['with', 'Connection: upgrade\r\nUpgrade: other\r\n'],
  ['without', ''],
])('a response of status 101 %s the headers of an upgrade', (_, headers) => {
  test('is read at once', async () => {
    const host = await tcp((socket) => socket.write(`HTTP/1.1 101 Switching\r\n${headers}\r\n`))
    const options = { ...network(), ...limits }
    expect(await get(`http://${host}/`, options, async (response) => response.statusCode)).toBe(101)
  })
})

describe('a response is an error at once, and is not retried, when', () => {
  test.each<[string, string, RegExp]>([
    ['it is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', /the response is not valid HTTP\. Check/],
    ['its header is endless', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}`, /not valid HTTP/],
    [
      'its chunks are not valid',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      /not valid HTTP/,
    ],
    [
      'it redirects to another protocol',
      'HTTP/1.1 302 Found\r\nLocation: ftp://x/\r\n\r\n',
      /redirects to an invalid URL/,
    ],
    [
      'it redirects to nothing',
      'HTTP/1.1 302 Found\r\nLocation: http://\r\n\r\n',
      /redirects to an invalid URL/,
    ],
  ])('%s', async (_, response, reason) => {
    let requests = 0
    const host = await tcp((socket) => {
      requests += 1
      socket.write(response)
    })
    await expect(read(`http://${host}/`)).rejects.toThrow(reason)
    expect(requests).toBe(1)
  })

  test('it is larger than allowed', async () => {
    const url = await http((_, response) => response.end('x'.repeat(1000)))
    await expect(read(url, { maxBytes: 999 })).rejects.toThrow(/sent more than 999 bytes/)
    expect(await read(url, { maxBytes: 1000 })).toHaveLength(1004)
  })

  test('it redirects more than five times', async () => {
    let requests = 0
    const url = await http((_, response) => {
      requests += 1
      response.writeHead(302, { location: `/${requests}` }).end()
    })
    await expect(read(url)).rejects.toThrow(/redirects more than 5 times/)
    expect(requests).toBe(6)
  })
})

test('informational responses do not count as a response', async () => {
  const host = await tcp((socket) => {
    const timer = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 20)
    socket.on('close', () => clearInterval(timer))
  })
  await expect(read(`http://${host}/`)).rejects.toThrow(/sent nothing for 0\.2 seconds, 2 times/)
})

test('a slow response is read as long as it is never idle', async () => {
  const url = await http(async (_, response) => {
    for (const part of ['a', 'b', 'c', 'd', 'e', 'f']) {
      response.write(part)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
    response.end()
  })
  expect(await read(url)).toBe('200 abcdef')
})

describe('all attempts end', () => {
  const phases: readonly [string, RequestListener][] = [
    ['before a response', () => undefined],
    ['in a body', (_, response) => response.write('con')],
    ['in a pause', (_, response) => response.writeHead(503, { 'retry-after': '10' }).end()],
  ]

  test.each(phases)('%s when the run is cancelled', async (_, handle) => {
    const controller = new AbortController()
    const url = await http(handle)
    setTimeout(() => controller.abort(), 100)
    const reading = read(url, { cancelled: controller.signal, idleTimeoutMs: 5000 })
    await expect(reading).rejects.toThrow(`The run was cancelled while it got ${url}.`)
  })

  test.each(phases)('%s at their common time limit', async (_, handle) => {
    const url = await http(handle)
    const reading = read(url, { limitMs: 100, idleTimeoutMs: 5000 })
    await expect(reading).rejects.toThrow(
      `Could not get ${url} within 0.1 seconds. Check the network`,
    )
  })
})

describe('headers', () => {
  test('go to the first origin only, also when a redirect leads back to it', async () => {
    const seen: string[] = []
    const other = await http((request, response) => {
      seen.push(`other ${request.headers.authorization}`)
      response.writeHead(302, { location: `${first}/back` }).end()
    })
    const first = await http(({ url, headers }, response) => {
      seen.push(`${url} ${headers.authorization}`)
      const location = url === '/start' ? '/same' : url === '/same' ? other : undefined
      response.writeHead(location ? 302 : 200, location ? { location } : {}).end()
    })
    await read(`${first}/start`, { headers: { authorization: 'secret' } })
    expect(seen).toEqual(['/start secret', '/same secret', 'other undefined', '/back undefined'])
  })
})

test('no connection stays open', async () => {
  const url = await http((_, response) => response.end('content'))
  await read(url)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(connections.size).toBe(0)
})

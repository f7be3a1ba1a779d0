// Requests over TLS, most of them in process.
import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { get } from '../../src/network/get.ts'
import { expectFailure } from '../expectations.ts'
import { network, servers } from '../install/servers.ts'
import { setUp, token } from '../set-up.ts'
import { makeCertificate } from './certificate.ts'

const { http } = servers()
const world = setUp()
const trusted = makeCertificate()
const before = getCACertificates()
beforeAll(() => setDefaultCACertificates([...before, trusted.cert]))
afterAll(() => setDefaultCACertificates(before))

function read(url: string): Promise<string> {
  return get(url, network(), ({ body }) => text(body))
}

/** Gets this response over TLS. Returns what was read. */
async function readFrom(handle: RequestListener, certificate = trusted): Promise<string> {
  const server = createServer(certificate, handle).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await read(`https://localhost:${(server.address() as AddressInfo).port}/`)
  } finally {
    server.close().closeAllConnections()
  }
}

test('a response over TLS is read when its certificate is trusted', async () => {
  expect(await readFrom((_, response) => response.end('content'))).toBe('content')
})

test('a certificate that is not trusted is an error, and nothing is requested', async () => {
  let requests = 0
  const count: RequestListener = (_, response) => response.end(String(++requests))
  await expect(readFrom(count, makeCertificate())).rejects.toThrow('`NODE_EXTRA_CA_CERTS`')
  expect(requests).toBe(0)
})

test('NODE_TLS_REJECT_UNAUTHORIZED does not make a job trust any certificate', async () => {
  let requests = 0
  const count: RequestListener = (_, response) => response.end(String(++requests))
  const server = createServer(makeCertificate(), count).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `https://localhost:${(server.address() as AddressInfo).port}`
  const main = await world
    .start()
    .main(
      { token, 'github-url': url, 'github-api-url': url },
      { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
    )
  server.close().closeAllConnections()
  expect(expectFailure(main, token).title).toBe('Choreo: CLI not installed')
  expect(requests).toBe(0)
})

test('a redirect from https to http is refused, and not followed', async () => {
  let requests = 0
  const plain = await http((_, response) => response.end(String(++requests)))
  const redirect: RequestListener = (_, response) => {
    response.writeHead(302, { location: plain }).end()
  }
  await expect(readFrom(redirect)).rejects.toThrow('from https to http')
  expect(requests).toBe(0)
})

// Requests over TLS, in process.
import { once } from 'node:events'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { get } from '../../src/network/get.ts'
import { network, servers } from '../install/servers.ts'
import { makeCertificate } from './certificate.ts'

const { http } = servers()
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

test('a redirect from https to http is refused, and not followed', async () => {
  let requests = 0
  const plain = await http((_, response) => response.end(String(++requests)))
  const redirect: RequestListener = (_, response) => {
    response.writeHead(302, { location: plain }).end()
  }
  await expect(readFrom(redirect)).rejects.toThrow('from https to http')
  expect(requests).toBe(0)
})

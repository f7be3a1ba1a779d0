// Requests over TLS, most of them in process.
import { execFile } from 'node:child_process'
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
import { root } from '../runner.ts'
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

/** Serves over TLS while this client uses the URL. Returns what the client returns. */
async function serving<T>(
  handle: RequestListener,
  certificate: ReturnType<typeof makeCertificate>,
  client: (url: string) => Promise<T>,
): Promise<T> {
  const server = createServer(certificate, handle).listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    return await client(`https://localhost:${(server.address() as AddressInfo).port}`)
  } finally {
    server.close().closeAllConnections()
  }
}

test('a response over TLS is read when its certificate is trusted', async () => {
  expect(await serving((_, response) => response.end('content'), trusted, read)).toBe('content')
})

test('a certificate that is not trusted is an error, and nothing is requested', async () => {
  let requests = 0
  const count: RequestListener = (_, response) => response.end(String(++requests))
  await expect(serving(count, makeCertificate(), read)).rejects.toThrow('`NODE_EXTRA_CA_CERTS`')
  expect(requests).toBe(0)
})

// In a process of its own, because Node reads the variable there; and without main, which removes it.
test('NODE_TLS_REJECT_UNAUTHORIZED does not make a request trust any certificate', async () => {
  const script = `const { get } = await import('./src/network/get.ts')
    const pauses = { leftMs: 0 }
    const network = { machine: process, pauses, signal: new AbortController().signal }
    await get(process.argv[1], network, async () => console.log('trusted')).catch(() => {})`
  const args = ['--no-warnings', '--input-type=module', '-e', script]
  const env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' }
  const client = async (url: string) => {
    const child = execFile(process.execPath, [...args, url], { cwd: root, env })
    return child.stdout === null ? 'no output' : text(child.stdout)
  }
  expect(await serving((_, response) => response.end(), makeCertificate(), client)).toBe('')
})

test('NODE_TLS_REJECT_UNAUTHORIZED does not make a job trust any certificate', async () => {
  let requests = 0
  const count: RequestListener = (_, response) => response.end(String(++requests))
  const main = await serving(count, makeCertificate(), (url) => {
    const inputs = { token, 'github-url': url, 'github-api-url': url }
    return world.start().main(inputs, { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } })
  })
  expect(expectFailure(main, token).title).toBe('Choreo: CLI not installed')
  expect(requests).toBe(0)
})

test('a redirect from https to http is refused, and not followed', async () => {
  let requests = 0
  const plain = await http((_, response) => response.end(String(++requests)))
  const redirect: RequestListener = (_, response) => {
    response.writeHead(302, { location: plain }).end()
  }
  await expect(serving(redirect, trusted, read)).rejects.toThrow('from https to http')
  expect(requests).toBe(0)
})

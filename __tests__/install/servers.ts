// What tests in process share: servers that misbehave as a test wants, short time limits, captured output.
import { createServer as createHttp, type RequestListener } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, jest } from '@jest/globals'
import type { Network } from '../../src/network/get.ts'
import type { Machine } from '../../src/runner/machine.ts'

/** A network that is never idle for too long, with pauses for four attempts. Tests of time limits shorten them. */
export function network(machine: Partial<Machine> = {}): Network {
  return {
    machine: { ...process, env: {}, ...machine },
    signal: new AbortController().signal,
    connectTimeoutMs: 30_000,
    idleTimeoutMs: 30_000,
    backoffMs: 5,
    pauses: { leftMs: 70 },
  }
}

/** Starts servers on loopback, which are closed after each test. */
export function servers() {
  const started: Server[] = []
  const connections = new Set<Socket>()
  afterEach(() => {
    for (const socket of connections) socket.destroy()
    for (const server of started.splice(0)) server.close()
  })
  async function listen(server: Server): Promise<string> {
    started.push(server)
    server.on('connection', (socket: Socket) => {
      connections.add(socket)
      socket.on('error', () => undefined).on('close', () => connections.delete(socket))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return `127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  return {
    connections,
    /** Starts an HTTP server. Returns its URL. */
    http: async (handle: RequestListener) => `http://${await listen(createHttp(handle))}`,
    /** Starts a server that calls this with the first bytes of each connection. Returns its host and port. */
    tcp: (talk: (socket: Socket, first: string) => unknown) =>
      listen(createServer((socket) => socket.once('data', (data) => talk(socket, `${data}`)))),
  }
}

/** Captures standard output during each test. Returns what was printed. */
export function captureOutput(): () => string {
  let printed = ''
  beforeEach(() => {
    printed = ''
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += text
      return true
    })
  })
  afterEach(() => {
    jest.restoreAllMocks()
  })
  return () => printed
}

// Programs that serve on loopback: started by a test, and stopped by it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface Service {
  stop(): Promise<void>
}

/**
 * Starts a program, and waits until it accepts connections.
 *
 * @throws Error with what the program printed, when it ends or is not ready within ten seconds
 */
export async function startService(
  executable: string,
  args: readonly string[],
  port: number,
): Promise<Service> {
  const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const output: Buffer[] = []
  child.stdout.on('data', (bytes: Buffer) => output.push(bytes))
  child.stderr.on('data', (bytes: Buffer) => output.push(bytes))
  let ended = ''
  const end = new Promise<void>((resolve) => {
    child.on('error', ({ message }) => {
      ended = `${message}. On Debian: apt-get install --no-install-recommends squid-openssl tinyproxy-bin`
      resolve()
    })
    child.on('close', (code, signal) => {
      ended ||= `ended with ${signal ?? code}`
      resolve()
    })
  })
  for (const deadline = performance.now() + 10_000; !(await accepts(port)); await sleep(10)) {
    if (ended === '' && performance.now() < deadline) continue
    child.kill('SIGKILL')
    throw new Error(`${executable}: ${ended || 'not ready'}\n${Buffer.concat(output)}`)
  }
  return {
    stop: async () => {
      // squid removes its shared memory on this signal.
      child.kill('SIGINT')
      const forced = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await end
      clearTimeout(forced)
    },
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

/** Finds ports of the loopback address that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listen))
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

async function listen() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

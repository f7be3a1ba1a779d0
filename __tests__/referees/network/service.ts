// Programs that serve on loopback: started by a test, and stopped by it.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { until } from '../../expectations.ts'

/**
 * Starts a program, and waits until it accepts connections.
 *
 * @throws Error with what the program printed, when it ends or is not ready within 40 seconds
 */
export async function startService(executable: string, args: readonly string[], port: number) {
  let ended = ''
  const child = execFile(executable, args, (error, stdout, stderr) => {
    ended = `${error?.message ?? executable}\n${stdout}${stderr}`
  })
  const stop = async () => {
    // squid removes its shared memory on this signal.
    child.kill('SIGINT')
    const forced = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await until(() => ended !== '')
    clearTimeout(forced)
  }
  for (const deadline = performance.now() + 40_000; !(await accepts(port)); await sleep(10)) {
    if (ended === '' && performance.now() < deadline) continue
    await stop()
    const advice = 'On Debian: apt-get install --no-install-recommends squid-openssl tinyproxy-bin'
    throw new Error(`Not ready: ${ended}${advice}`)
  }
  return { stop }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

/**
 * Finds a port of the loopback address that nobody listens on. It is below those that the system gives to
 * programs that ask for any, so no other program gets it before it is used.
 */
export async function freePort(): Promise<number> {
  const port = 10_000 + Math.floor(Math.random() * 20_000)
  const server = createServer()
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
  })
  if (!isFree) return freePort()
  await once(server.close(), 'close')
  return port
}

/** A port of the loopback address that refuses connections: nothing listens there on any machine of today. */
export const unreachablePort = 1

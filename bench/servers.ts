// Starts serve.ts and stops it.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface Servers {
  readonly url: string
  readonly apiUrl: string
  readonly token: string
  readonly process: ChildProcess
}

/**
 * Starts the stand-in's servers in a process of their own, which lives until it is killed.
 *
 * @param bytesPerSecond how fast downloads are; 0: as fast as they can be
 */
export async function startServers(bytesPerSecond: number): Promise<Servers> {
  const script = join(import.meta.dirname, 'serve.ts')
  const child = spawn(process.execPath, [script, String(bytesPerSecond)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(child.stdout), 'line')
  return { ...(JSON.parse(line) as Omit<Servers, 'process'>), process: child }
}

// Starts the server as a process of its own, and waits for its addresses.
import { spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { write } from '../command-file.js'

const repository = join(import.meta.dirname, '..', '..', '..')
const log = join(process.env.RUNNER_TEMP, 'stand-in.log')
const server = spawn(process.execPath, [join(repository, '__tests__', 'stand-in', 'serve.ts')], {
  detached: true,
  stdio: ['ignore', openSync(log, 'w'), openSync(`${log}.errors`, 'w')],
  windowsHide: true,
})
write('GITHUB_STATE', 'pid', server.pid)

const { url, apiUrl } = JSON.parse(await firstLine())
write('GITHUB_OUTPUT', 'url', url)
write('GITHUB_OUTPUT', 'api-url', apiUrl)
console.log(`The stand-in serves at ${url}.`)
server.unref()

async function firstLine() {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(100)) {
    const [line, ...more] = readFileSync(log, 'utf8').split('\n')
    if (more.length > 0) return line
    if (server.exitCode !== null) break
  }
  throw new Error(`The stand-in did not start. ${readFileSync(`${log}.errors`, 'utf8')}`)
}

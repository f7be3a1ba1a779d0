// What the action costs a job: its start, a login, its end; its memory and its size.
//
//   npm run build && npm run bench [-- <script of another action> …]
//
// bench/README.md says how to read the tables.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Ended, root, startJob } from '../__tests__/runner.ts'
import { startServers } from './servers.ts'
import { machine, median, spread, table } from './table.ts'

const pairs = 25
const others = process.argv.slice(2)

const bare = 'bare Node: `node -e 0`'
const rows = {
  failure: 'main, to its first failure',
  login: 'main, a login with a tool-cache hit, without the CLI’s own time',
  nothing: 'post, with nothing to do',
  logout: 'post, a log-out, without the CLI’s own time',
} as const

// In memory, where that can be had. A run like this removes more files than any job, and some file systems
// (ext4 without a journal, for one) take the longer for a new file the more were removed shortly before.
const memory = '/dev/shm'
if (existsSync(memory)) process.env['TMPDIR'] = memory

const servers = await startServers(0)
const job = startJob({ build: 'dist' })
try {
  const times = new Map<string, number[]>()
  const note = (name: string, milliseconds: number) => {
    times.set(name, [...(times.get(name) ?? []), milliseconds])
  }
  const ratios = new Map<string, number[]>()
  const noteBeside = (name: string, milliseconds: number, node: number) => {
    note(name, milliseconds)
    note(bare, node)
    ratios.set(name, [...(ratios.get(name) ?? []), milliseconds / node])
  }
  for (const version of ['1.2.32', '1.2.33']) await fill(version)
  for (let pair = 0; pair < pairs; pair++) {
    const node = await bareNode()
    noteBeside(rows.failure, await runStep(join(root, 'dist', 'main', 'index.js')), node)
    const nodeBeforePost = await bareNode()
    const { milliseconds } = await job.post({ state: {} }, {})
    noteBeside(rows.nothing, milliseconds, nodeBeforePost)
    const [small, large] = [await login('1.2.32'), await login('1.2.33')]
    noteBeside(rows.login, small.main - small.cliLogin, small.nodeBeforeMain)
    noteBeside(rows.logout, small.post - small.cliLogout, small.nodeBeforePost)
    note('re-verification', large.main - large.cliLogin - (small.main - small.cliLogin))
    note('sha256sum', await run(['sha256sum', large.cli]))
    for (const [name, milliseconds] of await stagesOf('1.2.33')) note(name, milliseconds)
    for (const script of others) {
      const node = await bareNode()
      noteBeside(script, await runStep(script), node)
    }
  }
  const of = (name: string) => times.get(name) ?? []
  console.log(`${machine()}, ${pairs} pairs\n`)
  const timed = [bare, ...Object.values(rows), ...others].map((name) => [
    nameOf(name),
    median(of(name)).toFixed(0),
    ...spread(ratios.get(name) ?? [1]),
  ])
  console.log(`${table([['', 'median ms', 'ratio min', 'median', 'max'], ...timed])}\n`)
  const toSha256sum = of('re-verification').map((ms, pair) => ms / (of('sha256sum')[pair] ?? 1))
  const verified = [
    're-verification of 67 MB, to `sha256sum`',
    median(of('re-verification')).toFixed(0),
  ]
  console.log(
    `${table([
      ['', 'median ms', 'ratio min', 'median', 'max'],
      [...verified, ...spread(toSha256sum)],
    ])}\n`,
  )
  const stages = [...times.keys()].filter((name) => name.startsWith('stage: '))
  console.log(
    `${table([['stage of a login, 67 MB', 'median ms'], ...stages.map((name) => [name.slice(7), median(of(name)).toFixed(0)])])}\n`,
  )
  console.log(`${table([['peak memory', 'MB'], ...(await peaks())])}\n`)
  console.log(table([['size', 'kB'], ...sizes()]))
} finally {
  job.remove()
  servers.process.kill()
}

function inputs(version: string): Record<string, string> {
  const { token, url, apiUrl } = servers
  return { token, 'cli-version': version, 'github-url': url, 'github-api-url': apiUrl }
}

async function fill(version: string): Promise<void> {
  const main = await job.main(inputs(version))
  expect(main, 'false')
  await job.post(main, inputs(version))
}

async function login(version: string) {
  const nodeBeforeMain = await bareNode()
  const main = await job.main(inputs(version))
  expect(main, 'true')
  const { cli } = JSON.parse(main.state['session'] ?? '') as { cli: string }
  const nodeBeforePost = await bareNode()
  const post = await job.post(main, inputs(version))
  const home = mkdtempSync(join(tmpdir(), 'choreo-login-bench-'))
  const options = { env: { PATH: process.env['PATH'] ?? '', HOME: home }, input: servers.token }
  const cliLogin = await run([cli, 'login', '--with-token'], options)
  const cliLogout = await run([cli, 'logout'], options)
  rmSync(home, { recursive: true })
  return {
    cli,
    nodeBeforeMain,
    main: main.milliseconds,
    nodeBeforePost,
    post: post.milliseconds,
    cliLogin,
    cliLogout,
  }
}

function bareNode(): Promise<number> {
  return run([process.execPath, '-e', '0'])
}

async function stagesOf(version: string): Promise<[name: string, milliseconds: number][]> {
  const main = await job.main(inputs(version), { env: { RUNNER_DEBUG: '1' } })
  await job.post(main, inputs(version))
  const stages = [...main.stdout.matchAll(/^::debug::(.+?)(?:,.*)?: .* after (\d+) ms$/gm)]
  return stages.map(([, name, ms]) => [`stage: ${name}`, Number(ms)])
}

function expect(main: Ended, cacheHit: string): void {
  if (main.exitCode === 0 && main.outputs['cache-hit'] === cacheHit) return
  throw new Error(`The action did not do what is measured here:\n${main.stdout}${main.stderr}`)
}

async function run(
  [executable = '', ...args]: readonly string[],
  { env, input = '' }: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
): Promise<number> {
  const began = performance.now()
  const child = spawn(executable, args, { env })
  child.stdin.on('error', () => {})
  child.stdin.end(`${input}\n`)
  child.stdout.resume()
  child.stderr.resume()
  await once(child, 'close')
  return performance.now() - began
}

// As the runner starts the script of an action, without any input.
function runStep(script: string): Promise<number> {
  const output = join(job.directory, 'output')
  writeFileSync(output, '')
  return run([process.execPath, script], { env: { ...job.env, GITHUB_OUTPUT: output } })
}

// The peak that the kernel saw: what Node reports includes the process that it was forked from.
async function peaks(): Promise<string[][]> {
  const file = join(job.directory, 'memory')
  const hook = `import { readFileSync, writeFileSync } from 'node:fs'
    process.on('exit', () => writeFileSync(${JSON.stringify(file)}, readFileSync('/proc/self/status')))`
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(hook)}` }
  const peak = () => {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8')) ?? []
    return ((Number(kilobytes) * 1024) / 1e6).toFixed(0)
  }
  rmSync(join(job.toolCache, 'choreo'), { recursive: true })
  const installing = await job.main(inputs('1.2.33'), { env })
  const withInstall = peak()
  await job.post(installing, inputs('1.2.33'))
  const main = await job.main(inputs('1.2.33'), { env })
  const without = peak()
  await job.post(main, inputs('1.2.33'), { env })
  return [
    ['main, with an installation of 67 MB', withInstall],
    ['main, with a tool-cache hit', without],
    ['post, with a log-out', peak()],
  ]
}

function sizes(): string[][] {
  const dist = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  const archive = execFileSync('git', ['archive', 'HEAD'], { cwd: root, maxBuffer: 2 ** 26 })
  return [
    ['dist', (dist / 1000).toFixed(0)],
    ['what a runner downloads, gzipped', (gzipSync(archive).length / 1000).toFixed(0)],
  ]
}

function nameOf(name: string): string {
  return others.includes(name) ? `${basename(dirname(dirname(name)))}, main` : name
}

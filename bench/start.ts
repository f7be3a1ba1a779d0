// What the action costs a job: its start, a login, its end; its memory and its size.
//
//   npm run bench [-- <script of another action> …]
//
// bench/README.md says how to read the table.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
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
import { preloaded } from '../__tests__/preloaded.ts'
import { type Ended, root, startJob } from '../__tests__/runner.ts'
import { startServers } from './servers.ts'
import { machine, median, spread, table } from './table.ts'

const pairs = 50
const others = process.argv.slice(2)

/** What was measured under one name, pair by pair. */
interface Row {
  readonly milliseconds: number[]
  /** To what was measured beside it. */
  readonly ratios: number[]
}

// In memory, where that can be had. A run like this removes more files than any job, and some file systems
// (ext4 without a journal, for one) take the longer for a new file the more were removed shortly before.
const memory = '/dev/shm'
if (existsSync(memory)) process.env['TMPDIR'] = memory

const servers = await startServers(0)
const job = startJob()
const rows = new Map<string, Row>()
try {
  for (const version of ['1.2.32', '1.2.33']) await fill(version)
  for (let pair = 0; pair < pairs; pair++) {
    await noteRun('main, to its first failure', () =>
      runStep(join(root, 'dist', 'main', 'index.js')),
    )
    const small = await login('1.2.32')
    note('main, a login with a tool-cache hit, without the CLI’s own time', ...small.main)
    await noteRun('post, with nothing to do', async () => {
      return (await job.post({ state: {} }, {})).milliseconds
    })
    note('post, a log-out, without the CLI’s own time', ...small.post)
    const large = await login('1.2.33')
    const verification = large.main[0] - small.main[0]
    note(
      'inflating and hashing 67 MB, to `sha256sum`',
      verification,
      await run(['sha256sum', large.cli]),
    )
    for (const script of others) {
      await noteRun(`${basename(dirname(dirname(script)))}, main`, () => runStep(script))
    }
  }
  const timed = [...rows].map(([name, { milliseconds, ratios }]) => {
    return [name, `${median(milliseconds).toFixed(0)} ms`, ...spread(ratios)]
  })
  const sized = [...(await peaks()), ...sizes()].map((row) => [...row, '', '', ''])
  console.log(`${machine()}, ${pairs} pairs\n`)
  console.log(table([['', 'median', 'ratio min', 'median', 'max'], ...timed, ...sized]))
} finally {
  job.remove()
  servers.process.kill()
}

function note(name: string, milliseconds: number, beside: number): void {
  const row = rows.get(name) ?? { milliseconds: [], ratios: [] }
  row.milliseconds.push(milliseconds)
  row.ratios.push(milliseconds / beside)
  rows.set(name, row)
}

async function noteRun(name: string, measure: () => Promise<number>): Promise<void> {
  const node = await bareNode()
  note(name, await measure(), node)
}

async function bareNode(): Promise<number> {
  const node = await run([process.execPath, '-e', '0'])
  note('bare Node: `node -e 0`', node, node)
  return node
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

// Main and post without the CLI's own time, each with a bare Node just before.
async function login(version: string) {
  const nodeBeforeMain = await bareNode()
  const main = await job.main(inputs(version))
  expect(main, 'true')
  const cli = join(job.directory, `choreo-${version}`)
  copyFileSync(join(main.session, 'cli', 'choreo'), cli)
  const nodeBeforePost = await bareNode()
  const post = await job.post(main, inputs(version))
  const home = mkdtempSync(join(tmpdir(), 'choreo-login-bench-'))
  const options = { env: { PATH: process.env['PATH'] ?? '', HOME: home }, input: servers.token }
  const cliLogin = await run([cli, 'login', '--with-token'], options)
  const cliLogout = await run([cli, 'logout'], options)
  rmSync(home, { recursive: true })
  return {
    cli,
    main: [main.milliseconds - cliLogin, nodeBeforeMain],
    post: [post.milliseconds - cliLogout, nodeBeforePost],
  } as const
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
  const env = preloaded(hook)
  const peak = () => {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8')) ?? []
    return `${((Number(kilobytes) * 1024) / 1e6).toFixed(0)} MB`
  }
  rmSync(join(job.toolCache, 'choreo-login'), { recursive: true })
  const installing = await job.main(inputs('1.2.33'), { env })
  const withInstall = peak()
  await job.post(installing, inputs('1.2.33'))
  const main = await job.main(inputs('1.2.33'), { env })
  const without = peak()
  await job.post(main, inputs('1.2.33'), { env })
  return [
    ['peak memory: main, with an installation of 67 MB', withInstall],
    ['peak memory: main, with a tool-cache hit', without],
    ['peak memory: post, with a log-out', peak()],
  ]
}

function sizes(): string[][] {
  const dist = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)
  const archive = execFileSync('git', ['archive', 'HEAD'], { cwd: root, maxBuffer: 2 ** 26 })
  return [
    ['size: dist', `${(dist / 1000).toFixed(0)} kB`],
    [
      'size: what a runner downloads, gzipped',
      `${(gzipSync(archive).length / 1000).toFixed(0)} kB`,
    ],
  ]
}

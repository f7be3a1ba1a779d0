// The wrapper, as later steps call it: it passes everything to the CLI, and everything back.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { partsOf } from '../../src/session/session.ts'
import { writeWrapper } from '../../src/session/wrapper.ts'
import { expectLogin } from '../expectations.ts'
import type { Ended, Job } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { executable } from '../stand-in/executable.ts'
import { knownToken } from '../stand-in/server.ts'
import { argumentCases } from './argument-cases.ts'

const world = setUp()

// One job for all: nothing here changes it. Its paths hold what a shell would change.
let job: Job
let main: Ended
let command = ''

beforeAll(async () => {
  job = world.start({ name: `it's "a" $(place) of ünï 日本` })
  const path = join(job.directory, `the CLI's "own" $place`)
  const cli = { cli: 'choreo', version: 'v1.2.33', service: world.standIn.service } as const
  writeFileSync(path, executable(cli), { mode: 0o755 })
  main = await expectLogin(job, { token: knownToken, 'cli-path': path })
  command = main.outputs['cli-path'] ?? ''
})

const node = process.execPath

/** Writes the wrapper of a session as on another machine. Returns its path and its directory. */
function write({
  executable = node,
  execPath = node,
  platform = 'win32',
  hasLauncher = true,
} = {}) {
  const directory = mkdtempSync(join(job.directory, "session's $place"))
  const { bin, cli } = partsOf({ directory })
  for (const part of [bin, cli]) mkdirSync(part)
  const more = { command: 'choreo', cli: 'choreo', region: '', logout: true } as const
  const path = writeWrapper({ directory, executable, ...more }, { ...process, platform, execPath })
  if (!hasLauncher) rmSync(join(cli, 'launch.cjs'))
  return { path, bin }
}

const nowhere = '/no such directory/missing'

const shells = [['sh'], ['dash'], ['bash', '--posix'], ['busybox', 'sh']] as const

for (const [shell, ...options] of shells) {
  const isInstalled = spawnSync(shell, ['--version']).error === undefined
  const describeInShell = isInstalled ? describe : describe.skip
  const why = isInstalled ? '' : ` (skipped: ${shell} is not installed)`

  /** Calls a wrapper with exactly these arguments, through no shell but the one under test. */
  function call(wrapper: string, args: readonly string[] = [], more = {}) {
    const env = { PATH: process.env['PATH'], HOME: job.home }
    return spawnSync(shell, [...options, wrapper, ...args], { env, encoding: 'utf8', ...more })
  }

  describeInShell(`the wrapper, run by ${[shell, ...options].join(' ')}${why},`, () => {
    test.each(argumentCases)('passes arguments with %s', (_, args) => {
      const { status, stdout, stderr } = call(command, ['echo', ...args])
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(JSON.parse(stdout)).toEqual(args)
    })

    test('passes standard input byte by byte', () => {
      const input = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 31) % 256))
      const { status, stdout } = call(command, ['cat'], { input, encoding: 'buffer' })
      expect({ status, stdout }).toEqual({ status: 0, stdout: input })
    })

    test('is logged in, and returns the exit code and both outputs of the CLI', () => {
      expect(call(command, ['whoami'])).toMatchObject({ status: 0, stdout: 'octo\n', stderr: '' })
      expect(call(command, ['exit', '42']).status).toBe(42)
      const stderr = 'Error: unknown command "no-such-command" for "choreo"\n'
      expect(call(command, ['no-such-command'])).toMatchObject({ status: 1, stdout: '', stderr })
    })

    test('passes arguments and the exit code in Git Bash', () => {
      const program = 'console.log(process.argv.slice(1).join("|")); process.exitCode = 42'
      const result = call(join(write().bin, 'choreo'), ['-e', program, 'a b', '', "it's"])
      expect(result).toMatchObject({ status: 42, stdout: "a b||it's\n", stderr: '' })
    })

    test.each([
      ['the CLI', nowhere, { executable: nowhere, platform: 'linux' }],
      ['the CLI, in Git Bash,', nowhere, { executable: nowhere }],
      ['Node, in Git Bash,', nowhere, { execPath: nowhere }],
      ['the launcher, in Git Bash,', 'launch.cjs', { hasLauncher: false }],
    ])('returns 127 when %s is missing, and names it in one line', (_, name, difference) => {
      const stderr = expect.stringMatching(new RegExp(`^.*${name}.*\n$`))
      expect(call(join(write(difference).bin, 'choreo'))).toMatchObject({
        status: 127,
        stdout: '',
        stderr,
      })
    })
  })
}

test('a session on Windows has a wrapper for each shell', () => {
  const { path, bin } = write()
  expect(path).toBe(join(bin, 'choreo.cmd'))
  expect(readdirSync(bin).toSorted()).toEqual(['choreo', 'choreo.cmd', 'choreo.ps1'])
})

test('the wrapper of Git Bash outlives Ctrl-C as long as the CLI does', async () => {
  const program = `process.once('SIGINT', () => setTimeout(() => process.exit(7), 300))
    setInterval(() => console.log('ready'), 50)`
  const child = spawn('sh', [join(write().bin, 'choreo'), '-e', program], { detached: true })
  await once(child.stdout, 'data')
  process.kill(-(child.pid ?? 0), 'SIGINT')
  expect(await once(child, 'exit')).toEqual([7, null])
})

test('the wrapper is replaced by the CLI: signals of the caller reach it', async () => {
  for (const [signal, code] of Object.entries({ TERM: 143, INT: 130, HUP: 129 })) {
    // The lowest bit of the signals with a handler is SIGHUP, the last one that this CLI handles.
    const step = await job.step(`choreo sleep 20 & pid=$!
      for try in $(seq 200); do grep -q 'SigCgt:.*[13579bdf]$' /proc/$pid/status && break; sleep 0.05; done
      kill -${signal} $pid; wait $pid || echo "ended with $?"`)
    expect(step.stdout).toBe(`SIG${signal}\nended with ${code}\n`)
  }
})

test('the wrapper gives the CLI its own home without a keyring, and changes no other variable', async () => {
  const home = join(main.session, 'home')
  const kept = {
    HTTPS_PROXY: 'http://proxy.example:3128',
    OUTPUT_FORMAT: 'json',
    CHOREO_ENV: 'dev',
    XDG_RUNTIME_DIR: '/run/user/1',
  }
  const removed = ['CONFIG', 'DATA', 'STATE', 'CACHE'].map((name) => `XDG_${name}_HOME`)
  const env = { ...kept, ...Object.fromEntries(removed.map((name) => [name, `/${name}`])) }
  const expected = { HOME: home, SKIP_KEYRING: 'true', ...kept }
  const names = [...Object.keys(expected), 'CHOREO_REGION', ...removed].join(' ')
  const script = `choreo env ${names}; echo "$HOME"; env | grep -c "KEYRING\\|XDG_" || :`
  const [seen = '', ...ofStep] = (await job.step(script, { env })).stdout.split('\n')
  expect(JSON.parse(seen)).toEqual(expected)
  expect(ofStep).toEqual([job.home, '5', ''])
})

test('the wrapper works without any variable, through a link, and from any directory', () => {
  const link = join(job.directory, 'link')
  symlinkSync(command, link)
  const result = spawnSync(link, ['whoami'], { env: {}, cwd: '/', encoding: 'utf8' })
  expect(result).toMatchObject({ status: 0, stdout: 'octo\n', stderr: '' })
})

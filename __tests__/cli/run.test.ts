// How the CLI is run, with real processes: what it gets, what is kept of its output, how it ends.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sessionVariable } from '../../src/cli/processes.ts'
import { type Cli, callLogin, callLogout, showVersion } from '../../src/cli/run.ts'
import { until } from '../expectations.ts'
import { root } from '../runner.ts'

const token = 'Zq7-first.part_9f2e-LAST-part-8x'
let directory = ''
let written = 0

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'choreo-login-cli-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function cli(script: string, more: Partial<Cli> & { readonly name?: string } = {}): Cli {
  const folder = join(directory, String(++written))
  mkdirSync(folder)
  const path = join(folder, more.name ?? 'choreo')
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  const env = { PATH: process.env['PATH'] ?? '', OUT: folder, [sessionVariable]: folder }
  const { platform } = process
  const limits = { timeoutMs: 20_000, cancelled: new AbortController().signal }
  return { path, cwd: folder, env, platform, ...limits, ...more }
}

function file({ cwd }: Cli, name: string): string {
  return readFileSync(join(cwd, name), 'utf8')
}

describe('a login', () => {
  test('writes the token to standard input, with one line break, and closes it', async () => {
    const program = cli('cat > "$OUT/input"; echo end >> "$OUT/input"')
    expect(await callLogin(program, token)).toMatchObject({ exitCode: 0, stopped: undefined })
    expect(file(program, 'input')).toBe(`${token}\nend\n`)
  })

  test('puts the token into no argument and no variable', async () => {
    const program = cli(`tr '\\0' '\\n' < /proc/$$/cmdline > "$OUT/arguments"
      tr '\\0' '\\n' < /proc/$$/environ > "$OUT/variables"; cat`)
    const { stdout } = await callLogin(program, token)
    expect(stdout).toBe(`${token}\n`)
    expect(file(program, 'arguments')).toBe(`/bin/sh\n${program.path}\nlogin\n--with-token\n`)
    const variables = Object.entries(program.env).map(([name, value]) => `${name}=${value}`)
    // The shell adds the working directory.
    const seen = file(program, 'variables').trim().split('\n')
    expect(seen.filter((one) => !one.startsWith('PWD=')).toSorted()).toEqual(variables.toSorted())
  })

  test('returns what the CLI printed and how it ended', async () => {
    expect(await callLogin(cli('kill -9 $$'), token)).toMatchObject({ exitCode: null, signal: 'SIGKILL' })
    expect(await callLogin(cli('cat; echo "no" >&2; printf ü; exit 7'), token)).toEqual({
      exitCode: 7,
      signal: null,
      stopped: undefined,
      startError: '',
      stdout: `${token}\nü`,
      stderr: 'no\n',
    })
  })

  test('survives a CLI that closes its input or exits before it reads, 25 times', async () => {
    const long = 'x'.repeat(200_000)
    for (let time = 0; time < 25; time++) {
      const script = time % 2 ? 'exit 3' : 'exec <&-; sleep 0.02; exit 3'
      expect(await callLogin(cli(script), long)).toMatchObject({ exitCode: 3, startError: '' })
    }
  })

  test('runs a CLI whose name shells would change', async () => {
    const name = `with space, it's a double " quote, back\\slash, $HOME \`id\` *, ünï-日本`
    expect(await callLogin(cli('cat', { name }), token)).toMatchObject({ stdout: `${token}\n` })
  })

  test('reports why a CLI cannot be started', async () => {
    const program = cli('exit 0')
    chmodSync(program.path, 0o644)
    const outcome = await callLogin(program, token)
    expect(outcome).toMatchObject({ exitCode: null, signal: null, stopped: undefined })
    expect(outcome.startError).not.toBe('')
  })

  // In a process of its own: here `process` belongs to the test runner.
  test('reports why the system refuses to start a CLI', async () => {
    const program = cli('exit 0')
    const script = `const { callLogin } = await import(process.argv[1])
      const env = { HUGE: 'x'.repeat(200_000) }
      const limits = { timeoutMs: 5000, cancelled: new AbortController().signal }
      const { startError } = await callLogin({ path: process.argv[2], cwd: '/', env, platform: 'linux', ...limits }, 'x')
      console.log(startError)`
    const run = pathToFileURL(join(root, 'src/cli/run.ts')).href
    const args = ['--input-type=module', '-e', script, run, program.path]
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
    expect({ stdout, stderr }).toEqual({ stdout: 'spawn E2BIG\n', stderr: '' })
  })

  test('keeps the last MiB of long output', async () => {
    const outcome = await callLogin(
      cli(`head -c 3000000 /dev/zero | tr '\\0' x; echo end; head -c 9 /dev/zero >&2`),
      token,
    )
    expect(outcome.stdout.length).toBeGreaterThanOrEqual(1024 * 1024)
    expect(outcome.stdout.length).toBeLessThan(1024 * 1024 + 100_000)
    expect(outcome.stdout.endsWith('xend\n')).toBe(true)
    expect(outcome.stderr).toBe('\0'.repeat(9))
  })

  test('decodes characters whose bytes arrive separately', async () => {
    const { stdout } = await callLogin(cli(`printf '\\342\\202'; sleep 0.1; printf '\\254'`), token)
    expect(stdout).toBe('€')
  })
})

test('a CLI that prints without end is stopped', async () => {
  const outcome = await callLogin(cli('cat >/dev/null; exec tr "\\0" x < /dev/zero'), token)
  expect(outcome).toMatchObject({ exitCode: null, stopped: 'output' })
  expect(outcome.stdout.length).toBeLessThan(1024 * 1024 + 100_000)
})

describe('a time limit', () => {
  test('ends a CLI that reacts to SIGTERM at once', async () => {
    const began = performance.now()
    const outcome = await callLogin(cli('cat; exec sleep 30', { timeoutMs: 300 }), token)
    expect(outcome).toMatchObject({ exitCode: null, signal: 'SIGTERM', stopped: 'timeout' })
    expect(outcome.stdout).toBe(`${token}\n`)
    expect(performance.now() - began).toBeLessThan(1900)
  })

  test('lets a CLI clean up on SIGTERM', async () => {
    const script = `trap 'echo tidy > "$OUT/tidy"; exit 5' TERM; while :; do sleep 0.05; done`
    const program = cli(script, { timeoutMs: 300 })
    expect(await callLogin(program, token)).toMatchObject({ exitCode: 5, stopped: 'timeout' })
    expect(file(program, 'tidy')).toBe('tidy\n')
  })

  test('ends a CLI that ignores SIGTERM, with all of its children', async () => {
    const child = `trap "" TERM; echo $$ > "$OUT/pid"; while :; do sleep 0.2; done`
    const script = `trap '' TERM INT; sh -c '${child}' & wait; wait`
    const program = cli(script, { timeoutMs: 300 })
    expect(await callLogin(program, token)).toMatchObject({ signal: 'SIGKILL', stopped: 'timeout' })
    await until(() => !lives(file(program, 'pid').trim()))
  })

  test('of one call does not end the next call of the session', async () => {
    const first = cli('trap "exit 5" TERM; while :; do sleep 0.05; done', { timeoutMs: 300 })
    await callLogin(first, token)
    // Longer than the time after which the first call would have been killed.
    const logout = cli('sleep 3; echo done')
    const env = { ...logout.env, [sessionVariable]: first.env[sessionVariable] ?? '' }
    expect(await callLogout({ ...logout, env })).toMatchObject({ exitCode: 0, stdout: 'done\n' })
  })

  test('applies until the CLI exits, not until its children do', async () => {
    const program = cli('sleep 3 & echo $! > "$OUT/pid"; exit 0', { timeoutMs: 700 })
    const began = performance.now()
    expect(await callLogin(program, token)).toMatchObject({ exitCode: 0, stopped: undefined })
    expect(performance.now() - began).toBeLessThan(2500)
    expect(lives(file(program, 'pid').trim())).toBe(true)
  })
})

describe('a cancelled run', () => {
  test('ends the CLI', async () => {
    const cancel = new AbortController()
    const program = cli('echo "$$" > "$OUT/pid"; exec sleep 30', { cancelled: cancel.signal })
    const outcome = callLogin(program, token)
    await until(() => existsSync(join(program.cwd, 'pid')))
    cancel.abort()
    expect(await outcome).toMatchObject({ signal: 'SIGTERM', stopped: 'cancelled' })
  })

  test('starts no CLI', async () => {
    const program = cli('touch "$OUT/started"', { cancelled: AbortSignal.abort() })
    expect(await callLogin(program, token)).toMatchObject({ exitCode: null, stopped: 'cancelled' })
    expect(existsSync(join(program.cwd, 'started'))).toBe(false)
  })

  test('ends a CLI that is being started', async () => {
    const cancel = new AbortController()
    const outcome = callLogin(cli('exec sleep 30', { cancelled: cancel.signal }), token)
    cancel.abort()
    expect(await outcome).toMatchObject({ exitCode: null, stopped: 'cancelled' })
  })
})

test.each([
  ['a log-out', callLogout, 'logout'],
  ['a version call', showVersion, '--version'],
])('%s finds its standard input closed', async (_, call, word) => {
  const program = cli('printf %s "$*" > "$OUT/arguments"; cat > "$OUT/input"', { timeoutMs: 5000 })
  expect(await call(program)).toMatchObject({ exitCode: 0 })
  expect(file(program, 'arguments')).toBe(word)
  expect(file(program, 'input')).toBe('')
})

function lives(pid: string): boolean {
  try {
    return process.kill(Number(pid), 0)
  } catch {
    return false
  }
}

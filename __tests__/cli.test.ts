// How the CLI is run, tried with real processes: what it is given, what is kept of it, how it ends.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Cli, login, logout, scrub, version } from '../src/cli/run.ts'
import { isProgram } from '../src/install/obtain.ts'
import { until } from './expectations.ts'

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
  const env = { PATH: process.env['PATH'] ?? '', OUT: folder }
  return { path, env, timeoutMs: 20_000, cancelled: new AbortController().signal, ...more }
}

function file({ env }: Cli, name: string): string {
  return readFileSync(join(env['OUT'] ?? '', name), 'utf8')
}

describe('a login', () => {
  test('gives the token to standard input, with one line break and an end', async () => {
    const program = cli('cat > "$OUT/input"; echo end >> "$OUT/input"')
    expect(await login(program, token)).toMatchObject({ exitCode: 0, stopped: undefined })
    expect(file(program, 'input')).toBe(`${token}\nend\n`)
  })

  test('shows the token in no argument and no variable of the process', async () => {
    const program = cli(`tr '\\0' '\\n' < /proc/$$/cmdline > "$OUT/arguments"
      tr '\\0' '\\n' < /proc/$$/environ > "$OUT/variables"; cat`)
    const { stdout } = await login(program, token)
    expect(stdout).toBe(`${token}\n`)
    expect(file(program, 'arguments')).toBe(`/bin/sh\n${program.path}\nlogin\n--with-token\n`)
    expect(file(program, 'variables').trim().split('\n').toSorted()).toEqual(
      [`OUT=${program.env['OUT']}`, `PATH=${program.env['PATH']}`].toSorted(),
    )
  })

  test('takes what the program printed and how it ended', async () => {
    expect(await login(cli('cat; echo "no" >&2; printf ü; exit 7'), token)).toEqual({
      exitCode: 7,
      signal: null,
      stopped: undefined,
      startError: '',
      stdout: `${token}\nü`,
      stderr: 'no\n',
    })
  })

  test('takes a signal as an end without an exit code', async () => {
    const outcome = await login(cli('kill -9 $$'), token)
    expect(outcome).toMatchObject({ exitCode: null, signal: 'SIGKILL', stopped: undefined })
  })

  test('survives programs that close their input or end before they read it', async () => {
    const long = 'x'.repeat(200_000)
    for (let time = 0; time < 25; time++) {
      const outcomes = await Promise.all([
        login(cli('exit 3'), long),
        login(cli('exec <&-; sleep 0.1; exit 3'), long),
      ])
      for (const outcome of outcomes) expect(outcome).toMatchObject({ exitCode: 3, startError: '' })
    }
  })

  test.each(['with space', `it's`, 'double " quote', 'back\\slash', '$HOME `id` *', 'ünï-日本'])(
    'finds a program whose name is %s',
    async (name) => {
      expect(await login(cli('cat', { name }), token)).toMatchObject({ stdout: `${token}\n` })
    },
  )

  test.each([
    ['is missing', (path: string) => rmSync(path)],
    ['may not be run', (path: string) => chmodSync(path, 0o644)],
    ['has no interpreter', (path: string) => writeFileSync(path, '#!/nowhere/at/all\n')],
  ])('says why a program cannot be started that %s', async (_, change) => {
    const program = cli('exit 0')
    change(program.path)
    const outcome = await login(program, token)
    expect(outcome).toMatchObject({ exitCode: null, signal: null, stopped: undefined })
    expect(outcome.startError).not.toBe('')
  })

  test('says why the system refuses to start a program with so large an environment', async () => {
    const program = cli('exit 0', { env: { HUGE: 'x'.repeat(200_000) } })
    expect((await login(program, token)).startError).toContain('E2BIG')
  })

  test('keeps the last megabyte of endless output', async () => {
    const outcome = await login(
      cli(`head -c 5000000 /dev/zero | tr '\\0' x; echo end; head -c 9 /dev/zero >&2`),
      token,
    )
    expect(outcome.stdout.length).toBeGreaterThanOrEqual(1024 * 1024)
    expect(outcome.stdout.length).toBeLessThan(1024 * 1024 + 100_000)
    expect(outcome.stdout.endsWith('xend\n')).toBe(true)
    expect(outcome.stderr).toBe('\0'.repeat(9))
  })

  test('keeps characters whole whose bytes arrive apart', async () => {
    const { stdout } = await login(cli(`printf '\\342\\202'; sleep 0.1; printf '\\254'`), token)
    expect(stdout).toBe('€')
  })
})

describe('a time limit', () => {
  test('ends a program that heeds SIGTERM at once', async () => {
    const began = performance.now()
    const outcome = await login(cli('cat; exec sleep 30', { timeoutMs: 300 }), token)
    expect(outcome).toMatchObject({ exitCode: null, signal: 'SIGTERM', stopped: 'timeout' })
    expect(outcome.stdout).toBe(`${token}\n`)
    expect(performance.now() - began).toBeLessThan(1900)
  })

  test('lets a program tidy up when it is told to end', async () => {
    const script = `trap 'echo tidy > "$OUT/tidy"; exit 5' TERM; while :; do sleep 0.05; done`
    const program = cli(script, { timeoutMs: 300 })
    expect(await login(program, token)).toMatchObject({ exitCode: 5, stopped: 'timeout' })
    expect(file(program, 'tidy')).toBe('tidy\n')
  })

  test('ends a deaf program with all of its children', async () => {
    const script = `trap '' TERM INT; (trap '' TERM; echo $$ > "$OUT/pid"; while :; do sleep 0.2; done) & wait; wait`
    const program = cli(script, { timeoutMs: 300 })
    expect(await login(program, token)).toMatchObject({ signal: 'SIGKILL', stopped: 'timeout' })
    await until(() => !lives(`-${file(program, 'pid').trim()}`))
  })

  test('counts until the program ends, not until its children do', async () => {
    const program = cli('sleep 3 & echo $! > "$OUT/pid"; exit 0', { timeoutMs: 700 })
    const began = performance.now()
    expect(await login(program, token)).toMatchObject({ exitCode: 0, stopped: undefined })
    expect(performance.now() - began).toBeLessThan(2500)
    expect(lives(file(program, 'pid').trim())).toBe(true)
  })
})

describe('a cancelled run', () => {
  test('ends the program', async () => {
    const cancel = new AbortController()
    const program = cli('echo "$$" > "$OUT/pid"; exec sleep 30', { cancelled: cancel.signal })
    const outcome = login(program, token)
    await until(() => hasFile(program, 'pid'))
    cancel.abort()
    expect(await outcome).toMatchObject({ signal: 'SIGTERM', stopped: 'cancelled' })
  })

  test('starts no program', async () => {
    const program = cli('touch "$OUT/started"', { cancelled: AbortSignal.abort() })
    expect(await login(program, token)).toMatchObject({ exitCode: null, stopped: 'cancelled' })
    expect(hasFile(program, 'started')).toBe(false)
  })

  test('ends a program that is being started', async () => {
    const cancel = new AbortController()
    const outcome = login(cli('exec sleep 30', { cancelled: cancel.signal }), token)
    cancel.abort()
    expect(await outcome).toMatchObject({ exitCode: null, stopped: 'cancelled' })
  })
})

test.each([
  ['a log-out', logout, 'logout'],
  ['a question for the version', version, '--version'],
])('%s finds its standard input closed', async (_, call, word) => {
  const program = cli('printf %s "$*" > "$OUT/arguments"; cat > "$OUT/input"', { timeoutMs: 5000 })
  expect(await call(program)).toMatchObject({ exitCode: 0 })
  expect(file(program, 'arguments')).toBe(word)
  expect(file(program, 'input')).toBe('')
})

describe('a program', () => {
  test.each([
    ['a script', '#!/bin/sh\n', true],
    ['an ELF file', '\x7fELF\x02\x01', true],
    ['a Mach-O file', '\xcf\xfa\xed\xfe', true],
    ['a Mach-O file for several processors', '\xca\xfe\xba\xbe', true],
    ['a file of Windows', 'MZ\x90\0', true],
    ['an empty file', '', false],
    ['half of a beginning', '\x7fEL', false],
    ['a page', '<!doctype html>', false],
    ['words', 'login', false],
    ['zeros', '\0\0\0\0', false],
  ])('is told from other files by its beginning: %s', async (_, beginning, expected) => {
    const { path } = cli('')
    writeFileSync(path, beginning, 'latin1')
    expect(isProgram(path)).toBe(expected)
  })

  test('may be a command file of Windows', async () => {
    expect(isProgram('C:\\tools\\choreo.cmd')).toBe(true)
  })

  test('that cannot be read is left to the system', async () => {
    expect(isProgram(join(directory, 'nowhere'))).toBe(true)
  })
})

describe('the environment of a child', () => {
  const kept = {
    PATH: '/usr/bin',
    HTTPS_PROXY: 'http://proxy.example:3128',
    no_proxy: 'localhost',
    SSL_CERT_FILE: '/etc/ca.pem',
    NODE_EXTRA_CA_CERTS: '/etc/ca.pem',
    RUNNER_TRACKING_ID: 'github_1',
    RUNNER_TEMP: '/tmp',
    GITHUB_REPOSITORY: 'octo/app',
    GITHUB_WORKSPACE: '/work',
    CHOREO_ENV: 'prod',
    MY_INPUT_FILE: 'kept',
    EMPTY: '',
  }
  const left = {
    INPUT_TOKEN: 'x',
    'INPUT_FALLBACK-TOKEN': 'y',
    input_lower: 'z',
    STATE_session: '/tmp/session',
    ACTIONS_RUNTIME_TOKEN: 'x',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'x',
    GITHUB_ENV: '/files/env',
    GITHUB_PATH: '/files/path',
    GITHUB_OUTPUT: '/files/output',
    GITHUB_STATE: '/files/state',
    GITHUB_STEP_SUMMARY: '/files/summary',
    GITHUB_TOKEN: 'ghs_x',
    CHOREO_TOKEN: token,
    CONFIG: `{"token":"${token}"}`,
    HEADER: `Basic ${Buffer.from(`user:${token}`).toString('base64')}`,
    FALLBACK: 'second-token',
    UNSET: undefined,
  }

  test('has what a program needs, and nothing of the action or of the token', () => {
    expect(scrub({ ...kept, ...left }, [token, 'second-token'])).toEqual(kept)
  })

  test('stays whole when a token is not given', () => {
    expect(scrub(kept, ['', token])).toEqual(kept)
  })
})

function hasFile(program: Cli, name: string): boolean {
  try {
    return file(program, name) !== ''
  } catch {
    return false
  }
}

function lives(pid: string): boolean {
  try {
    return process.kill(Number(pid), 0)
  } catch {
    return false
  }
}

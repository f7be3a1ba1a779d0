// How the CLI is run, with real processes: what it gets, what is kept of its output, how it ends.
import { type ChildProcess, spawnSync } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { sessionVariable } from '../../src/cli/processes.ts'
import { type Cli, callLogin, callLogout, showVersion } from '../../src/cli/run.ts'
import { until } from '../expectations.ts'
import { root } from '../runner.ts'

const token = 'Zq7-first.part_9f2e-LAST-part-8x'
const directory = mkdtempSync(join(tmpdir(), 'choreo-login-cli-'))
afterAll(() => rmSync(directory, { recursive: true }))

// Shells would change it: every test shows that the CLI is started without one.
const fileName = `with space, it's a double " quote, back\\slash, $HOME \`id\` *, ünï-日本 "\\`

/** Writes a CLI that is a shell script, in a working directory of its own. */
function cli(script: string, more: Partial<Cli> = {}): Cli {
  const cwd = mkdtempSync(join(directory, '_'))
  const path = join(cwd, fileName)
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  const env = { PATH: process.env['PATH'] ?? '', [sessionVariable]: cwd }
  const limits = { timeoutMs: 20_000, stopped: new AbortController().signal }
  return { path, cwd, env, platform: process.platform, ...limits, ...more }
}

/** Hands over each child that is started while a call runs. */
async function watching<T>(
  call: () => Promise<T>,
  onChild: (child: ChildProcess) => void,
): Promise<T> {
  const listen = (message: unknown) =>
    onChild((message as { readonly process: ChildProcess }).process)
  subscribe('child_process', listen)
  try {
    return await call()
  } finally {
    unsubscribe('child_process', listen)
  }
}

const lives = (pid: string) => existsSync(`/proc/${pid.trim()}`)

describe('a login', () => {
  test('puts the token into no argument and no variable', async () => {
    const program = cli("cat /proc/$$/cmdline /proc/$$/environ | tr '\\0' '\\n'")
    const seen = (await callLogin(program, token)).stdout.trimEnd().split('\n')
    expect(seen.slice(0, 4)).toEqual(['/bin/sh', program.path, 'login', '--with-token'])
    const variables = Object.entries(program.env).map(([name, value]) => `${name}=${value}`)
    expect(seen.slice(4).toSorted()).toEqual(variables.toSorted())
  })

  test('gives the CLI the token as its whole input, and returns its output and how it ended', async () => {
    // The bytes of the last character arrive separately.
    const script = `cat; echo no >&2; printf '\\342\\202'; sleep 0.1; printf '\\254'; exit 7`
    const end = { exitCode: 7, signal: null, limit: undefined, startError: '' }
    const printed = { stdout: `${token}\n€`, stderr: 'no\n' }
    expect(await callLogin(cli(script), token)).toEqual({ ...end, ...printed })
    expect(await callLogin(cli('kill -9 $$'), token)).toMatchObject({
      exitCode: null,
      signal: 'SIGKILL',
    })
  })

  test('survives a CLI that closes its input or exits before it reads, 25 times', async () => {
    const long = 'x'.repeat(200_000)
    for (let time = 0; time < 25; time++) {
      const script = time % 2 ? 'exit 3' : 'exec <&-; sleep 0.02; exit 3'
      expect(await callLogin(cli(script), long)).toMatchObject({ exitCode: 3, startError: '' })
    }
  })

  test.each(['ends\\', 'ends "', '\\" \\', '"'])('starts a CLI with the name %s', async (name) => {
    const program = cli('exit 7')
    const path = join(program.cwd, name)
    renameSync(program.path, path)
    expect(await callLogin({ ...program, path }, token)).toMatchObject({ exitCode: 7 })
  })

  test('reports why a CLI cannot be started', async () => {
    const program = cli('exit 0')
    writeFileSync(program.path, '#!/no/such/interpreter\n')
    expect((await callLogin(program, token)).startError).toMatch(/^spawn .* ENOENT$/)
  })

  test('reports that a CLI is not executable', async () => {
    const program = cli('exit 0')
    chmodSync(program.path, 0o644)
    const { startError, ...end } = await callLogin(program, token)
    expect(end).toMatchObject({ exitCode: null, signal: null, limit: undefined })
    expect(startError).not.toBe('')
  })

  // In a process of its own: here `process` belongs to the test runner.
  test.each([
    ['has too large an environment', 'E2BIG', "env.HUGE = 'x'.repeat(200_000)"],
    // A pipe needs two files.
    ['gets no pipes', 'EMFILE', 'while (open()); closeSync(files.pop())'],
  ])('reports why the system refuses to start a CLI that %s', (_, why, prepare) => {
    const script = `import { closeSync, openSync } from 'node:fs'
      const { callLogin } = await import('./src/cli/run.ts')
      const limits = { timeoutMs: 20_000, stopped: new AbortController().signal }
      const [env, files] = [{}, []]
      const open = () => { try { return files.push(openSync('/dev/null')) } catch { return 0 } }
      ${prepare}
      const cli = { path: process.execPath, cwd: '/', env, ...limits }
      console.log((await callLogin(cli, 'x')).startError)`
    const limited = ['-c', 'ulimit -n 100; exec "$@"', 'sh']
    const args = [...limited, process.execPath, '--input-type=module', '-e', script]
    const { stdout, stderr } = spawnSync('sh', args, { cwd: root, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout).toMatch(new RegExp(`^spawn (\\S+ )?${why}\n$`))
  })

  test('keeps up to 4 MiB of output', async () => {
    const script = `head -c 3000000 /dev/zero | tr '\\0' x; echo end; head -c 9 /dev/zero >&2`
    const { stdout, stderr } = await callLogin(cli(script), token)
    expect(stdout).toBe(`${'x'.repeat(3_000_000)}end\n`)
    expect(stderr).toBe('\0'.repeat(9))
  })
})

test('a CLI that prints without end is stopped', async () => {
  const endless = cli('cat >/dev/null; exec tr "\\0" x < /dev/zero')
  expect(await callLogin(endless, token)).toMatchObject({ exitCode: null, limit: 'output' })
})

describe('a time limit', () => {
  test('lets a CLI clean up on SIGTERM, and does not end the next call of the session', async () => {
    const script = 'trap "echo tidy; exit 5" TERM; cat; while :; do sleep 0.05; done'
    const program = cli(script, { timeoutMs: 2000 })
    const login = await callLogin(program, token)
    expect(login).toMatchObject({ exitCode: 5, limit: 'timeout', stdout: `${token}\ntidy\n` })
    // Longer than the time after which the first call would have been killed.
    const logout = await callLogout(cli('sleep 3; echo done', { env: program.env }))
    expect(logout).toMatchObject({ exitCode: 0, stdout: 'done\n' })
  })

  test('ends a CLI that ignores SIGTERM, with all of its children', async () => {
    const child = 'trap "" TERM; echo $$; while :; do sleep 0.2; echo tick; done'
    const script = `trap '' TERM INT; sh -c '${child}' & wait; wait`
    const outcome = await callLogin(cli(script, { timeoutMs: 2000 }), token)
    expect(outcome).toMatchObject({ signal: 'SIGKILL', limit: 'timeout' })
    const [pid = '', ...ticks] = outcome.stdout.trimEnd().split('\n')
    expect(pid).toMatch(/^\d+$/)
    // The runner uses force 7.5 seconds after it cancels a run. The CLI gets 2 seconds of them.
    expect(ticks.length).toBeLessThan((2 + 7.5) / 0.2)
    await until(() => !lives(pid))
  })

  test('stays the reason of the end when the run is cancelled meanwhile', async () => {
    const cancel = new AbortController()
    const script = 'trap "touch asked; sleep 0.5; exit 5" TERM; while :; do sleep 0.05; done'
    const program = cli(script, { timeoutMs: 2000, stopped: cancel.signal })
    const outcome = callLogin(program, token)
    await until(() => existsSync(join(program.cwd, 'asked')))
    cancel.abort()
    expect(await outcome).toMatchObject({ exitCode: 5, limit: 'timeout' })
  })

  test('applies until the CLI exits, not until its children do', async () => {
    const outcome = await callLogin(cli('sleep 300 & echo $!', { timeoutMs: 4000 }), token)
    expect(outcome).toMatchObject({ exitCode: 0, limit: undefined })
    expect(lives(outcome.stdout)).toBe(true)
    process.kill(Number(outcome.stdout))
  })
})

describe('a cancelled run', () => {
  test('ends the CLI', async () => {
    const cancel = new AbortController()
    const program = cli('touch started; exec sleep 30', { stopped: cancel.signal })
    const outcome = callLogin(program, token)
    await until(() => existsSync(join(program.cwd, 'started')))
    cancel.abort()
    expect(await outcome).toMatchObject({ signal: 'SIGTERM', limit: 'step' })
  })

  test('starts no CLI', async () => {
    const program = cli('touch started', { stopped: AbortSignal.abort() })
    expect(await callLogin(program, token)).toMatchObject({ exitCode: null })
    expect(existsSync(join(program.cwd, 'started'))).toBe(false)
  })

  test('ends a CLI that is being started', async () => {
    const cancel = new AbortController()
    const outcome = callLogin(cli('exec sleep 30', { stopped: cancel.signal }), token)
    cancel.abort()
    expect(await outcome).toMatchObject({ exitCode: null, limit: 'step' })
  })
})

// As when the last signal goes to a CLI that runs as another user.
test('an error of the CLI after its call is ignored', async () => {
  const children: ChildProcess[] = []
  const login = () => callLogin(cli('exit 7'), token)
  expect(await watching(login, (child) => children.push(child))).toMatchObject({ exitCode: 7 })
  const [child] = children
  expect(() => child?.emit('error', new Error('kill EPERM'))).not.toThrow()
  expect(children).toHaveLength(1)
})

test('a CLI that outlives SIGKILL is left behind', async () => {
  const children: ChildProcess[] = []
  // As a process does that waits for a file system that never answers.
  const onChild = (child: ChildProcess) => {
    child.kill = () => true
    children.push(child)
  }
  // A variable of a session would end it by other means.
  const program = cli('exec sleep 60', { env: { PATH: process.env['PATH'] ?? '' }, timeoutMs: 100 })
  const outcome = await watching(() => callLogin(program, token), onChild)
  const [{ pid = 0, exitCode, signalCode } = {}] = children
  expect({ exitCode, signalCode }).toEqual({ exitCode: null, signalCode: null })
  process.kill(pid, 'SIGKILL')
  expect(outcome).toMatchObject({ exitCode: null, limit: 'timeout', startError: '' })
})

test.each([
  ['a log-out', callLogout, 'logout'],
  ['a version call', showVersion, '--version'],
])('%s finds its standard input closed', async (_, call, word) => {
  const program = cli('printf %s "$*"; cat')
  expect(await call(program)).toMatchObject({ exitCode: 0, stdout: word })
})

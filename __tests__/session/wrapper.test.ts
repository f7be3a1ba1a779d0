// The wrapper, as later steps call it: it passes everything to the CLI, and everything back.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { partsOf, type Session } from '../../src/session/session.ts'
import { writeWrapper } from '../../src/session/wrapper.ts'
import { expectClean, shellCli } from '../expectations.ts'
import { type Ended, type Job, startJob } from '../runner.ts'
import { setUp } from '../set-up.ts'
import { executable } from '../stand-in/executable.ts'
import { knownToken } from '../stand-in/server.ts'
import { argumentCases } from './argument-cases.ts'

const world = setUp()

const shells = [
  ['sh', ['sh']],
  ['dash', ['dash']],
  ['bash --posix', ['bash', '--posix']],
  ['busybox sh', ['busybox', 'sh']],
] as const

// One job for all: nothing here changes it.
let job: Job
let main: Ended
let command = ''

beforeAll(async () => {
  job = startJob()
  const path = writeCli(join(job.directory, 'choreo'))
  main = await job.main({ token: knownToken, 'cli-path': path })
  command = main.outputs['cli-path'] ?? ''
})
afterAll(() => job.remove())

/** Writes the stand-in for the CLI. Returns its path. */
function writeCli(path: string): string {
  const program = { cli: 'choreo', version: 'v1.2.33', service: world.standIn.service } as const
  writeFileSync(path, executable(program), { mode: 0o755 })
  return path
}

/** Calls the command with exactly these arguments, through no shell but the one under test. */
function call(shell: readonly string[], args: readonly string[], more = {}) {
  const [file = '', ...words] = [...shell, command, ...args]
  const env = { PATH: process.env['PATH'], HOME: job.home }
  return spawnSync(file, words, { env, encoding: 'utf8', ...more })
}

const missing = shells.filter(([, [file]]) => spawnSync(file, ['--version']).error !== undefined)

if (missing.length > 0) {
  describe.skip('the wrapper, in shells that are not installed here:', () => {
    test.each(missing)('%s', () => {})
  })
}

const present = shells.filter((shell) => !missing.includes(shell))

describe.each(present)('the wrapper, run by %s', (_, shell) => {
  test.each(argumentCases)('passes arguments with %s', (_, args) => {
    const { status, stdout, stderr } = call(shell, ['echo', ...args])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual(args)
  })

  test('passes standard input byte by byte', () => {
    const input = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 31) % 256))
    const { status, stdout } = call(shell, ['cat'], { input, encoding: 'buffer' })
    expect(status).toBe(0)
    expect(input.equals(stdout as unknown as Buffer)).toBe(true)
  })

  test('returns the exit code of the CLI, with standard output and standard error separate', () => {
    expect(call(shell, ['exit', '42']).status).toBe(42)
    const stderr = 'Error: unknown command "no-such-command" for "choreo"\n'
    expect(call(shell, ['no-such-command'])).toMatchObject({ status: 1, stdout: '', stderr })
  })

  test('is logged in', () => {
    expect(call(shell, ['whoami'])).toMatchObject({ status: 0, stdout: 'octo\n', stderr: '' })
  })
})

describe('the wrapper', () => {
  const names = ['HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_CACHE_HOME']

  test('is replaced by the CLI: signals of the caller reach it', async () => {
    for (const signal of ['TERM', 'INT', 'HUP']) {
      const step = await job.step(
        `choreo sleep 20 & pid=$!
        until [ "$(tr '\\0' ' ' < /proc/$pid/cmdline | grep -c 'sleep 20')" = 1 ]; do sleep 0.05; done
        sleep 0.3; kill -${signal} $pid; wait $pid || echo "ended with $?"`,
        { shell: ['bash', '-c'] },
      )
      const code = { TERM: 143, INT: 130, HUP: 129 }[signal]
      expect(step.stdout).toBe(`SIG${signal}\nended with ${code}\n`)
    }
  })

  test('gives the CLI its own home without a keyring, and changes no other variable', async () => {
    const env = { HTTPS_PROXY: 'http://proxy.example:3128', OUTPUT_FORMAT: 'json', CHOREO_ENV: 'dev' }
    const all = [...names, ...Object.keys(env), 'SKIP_KEYRING', 'CHOREO_REGION'].join(' ')
    const script = `choreo env ${all}; echo "$HOME"; env | grep -c "KEYRING\\|XDG_" || :`
    const [seen = '', ...ofStep] = (await job.step(script, { env })).stdout.split('\n')
    const home = join(main.outputs['session'] ?? '', 'home')
    expect(JSON.parse(seen)).toEqual({
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_DATA_HOME: join(home, '.local', 'share'),
      XDG_STATE_HOME: join(home, '.local', 'state'),
      XDG_CACHE_HOME: join(home, '.cache'),
      SKIP_KEYRING: 'true',
      ...env,
    })
    expect(ofStep).toEqual([job.home, '0', ''])
  })

  test('works without any variable', () => {
    const result = spawnSync(command, ['whoami'], { env: {}, encoding: 'utf8' })
    expect(result).toMatchObject({ status: 0, stdout: 'octo\n', stderr: '' })
  })

  test('works through a link, from any directory', async () => {
    const step = await job.step(`ln -s '${command}' ./linked; cd /; '${job.directory}/linked' whoami`)
    expect(step).toMatchObject({ exitCode: 0, stdout: 'octo\n' })
  })
})

describe('the wrapper for Git Bash', () => {
  let session: Session
  const missing = '/no such directory/missing'
  const paths = () => [join(partsOf(session).bin, 'choreo'), join(partsOf(session).cli, 'launch.cjs')]

  function write(executable: string, execPath = process.execPath, platform = 'win32'): void {
    const directory = join(job.directory, "session's place")
    session = { directory, executable, command: 'choreo', cli: 'choreo', region: '', logout: true }
    rmSync(directory, { recursive: true, force: true })
    for (const part of ['bin', 'cli']) mkdirSync(join(directory, part), { recursive: true })
    writeWrapper(session, { ...process, platform, execPath })
  }

  function run(shell: readonly string[], ...args: string[]) {
    const [file = '', ...words] = [...shell, paths()[0] ?? '', ...args]
    return spawnSync(file, words, { encoding: 'utf8' })
  }

  test.each(present)('passes arguments and the exit code in %s', (_, shell) => {
    write(process.execPath)
    const program = 'console.log(process.argv.slice(1).join("|")); process.exitCode = 42'
    expect(run(shell, '-e', program, 'a b', '', "it's")).toMatchObject({
      status: 42,
      stdout: "a b||it's\n",
      stderr: '',
    })
  })

  test.each([
    ['the CLI', missing, () => write(missing)],
    ['the CLI, on Linux,', missing, () => write(missing, '', 'linux')],
    ['Node', missing, () => write(process.execPath, missing)],
    [
      'the launcher',
      'launch.cjs',
      () => {
        write(process.execPath)
        rmSync(paths()[1] ?? '')
      },
    ],
  ])('returns 127 when %s is missing, and names it in one line', (_, name, writeIt) => {
    writeIt()
    for (const [, shell] of present) {
      const { status, stdout, stderr } = run(shell)
      expect({ status, stdout }).toEqual({ status: 127, stdout: '' })
      expect(stderr).toMatch(new RegExp(`^.*${name}.*\n$`))
    }
  })

  test('outlives Ctrl-C as long as the CLI does', async () => {
    write(process.execPath)
    const program = `process.once('SIGINT', () => setTimeout(() => process.exit(7), 300))
      setInterval(() => console.log('ready'), 50)`
    const child = spawn('sh', [paths()[0] ?? '', '-e', program], { detached: true })
    await once(child.stdout, 'data')
    process.kill(-(child.pid ?? 0), 'SIGINT')
    expect(await once(child, 'exit')).toEqual([7, null])
  })
})

describe("git, started by the CLI, finds the user's configuration", () => {
  let own: Job
  beforeEach(() => {
    own = world.start()
  })

  /** Logs a CLI in that is git, and says what a later step calls. */
  async function gitWith(env: Record<string, string> = {}): Promise<string> {
    const cli = shellCli(own, 'case $1 in --version | log*) cat ;; *) exec git "$@" ;; esac', 'gitty')
    const { outputs } = await own.main({ token: knownToken, 'cli-path': cli }, { env })
    return `'${outputs['cli-path']}'`
  }

  function write(file: string, text: string): void {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }

  test('in both files, the one in the home last, also when a later step wrote it', async () => {
    own.env['HOME'] = join(own.directory, `a "home" of \\ ünï`)
    const git = await gitWith()
    const none = await own.step(`${git} config user.name || echo none`)
    expect(none).toMatchObject({ stdout: 'none\n', stderr: '' })
    write(join(own.env['HOME'], '.gitconfig'), '[user]\n\tname = Octo\n')
    const other = '[user]\n\tname = nobody\n\temail = octo@example.com\n'
    write(join(own.env['HOME'], '.config/git/config'), other)
    const step = await own.step(`${git} config user.name; ${git} config user.email`)
    expect(step.stdout).toBe('Octo\nocto@example.com\n')
  })

  test('below XDG_CONFIG_HOME', async () => {
    const XDG_CONFIG_HOME = join(own.directory, 'xdg config')
    write(join(XDG_CONFIG_HOME, 'git/config'), '[user]\n\tname = Octo\n')
    const git = await gitWith({ XDG_CONFIG_HOME })
    expect((await own.step(`${git} config user.name`)).stdout).toBe('Octo\n')
  })

  test('unchanged: what git writes for the CLI stays in the session', async () => {
    const file = join(own.home, '.gitconfig')
    write(file, '[user]\n\tname = Octo\n')
    const git = await gitWith()
    const script = `${git} config --global user.name Other; ${git} config user.name; git config user.name`
    expect((await own.step(script)).stdout).toBe('Other\nOcto\n')
    expect(readdirSync(own.home)).toEqual(['.gitconfig'])
  })
})

test('a session works with any temporary directory, path of the CLI and name of the command', async () => {
  const own = world.start()
  const temp = join(own.directory, `_temp it's "a" $(place) of ünï 日本`)
  const folder = join(own.directory, `the CLI's "own" $place`)
  for (const directory of [temp, folder]) mkdirSync(directory)
  const path = writeCli(join(folder, 'my choreo'))
  const inputs = { token: knownToken, 'cli-path': path, command: 'choreo-2.x_y', region: 'EU' }
  own.env['RUNNER_TEMP'] = temp

  const login = await own.main(inputs)
  expect(login).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  expect(login.outputs['cli-path']).toBe(join(login.outputs['session'] ?? '', 'bin/choreo-2.x_y'))
  expect(login.outputs['session']?.startsWith(temp)).toBe(true)
  expect(await own.step('choreo whoami')).toMatchObject({ exitCode: 127 })
  const step = await own.step('choreo-2.x_y echo "$1 *" && choreo-2.x_y env CHOREO_REGION')
  expect(step.stdout).toBe('[" *"]\n{"CHOREO_REGION":"EU"}\n')
  expect(world.standIn.attempts.at(-1)).toEqual({ token: knownToken, region: 'EU' })
  expectClean(await own.post(login, inputs), own, knownToken)
  expect(await own.step(`ls -A '${temp.replaceAll("'", "'\\''")}'`)).toMatchObject({ stdout: '' })
})

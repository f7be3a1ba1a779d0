// The command of a session as later steps call it, and the texts of it that other systems get.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { type Command, forCmd, forPowerShell, forShells, writeCommand } from '../src/command.ts'
import { shellCli } from './expectations.ts'
import type { Ended, Job, JobOptions } from './runner.ts'
import { setUp } from './set-up.ts'
import { executable } from './stand-in/executable.ts'
import { knownToken } from './stand-in/server.ts'

const world = setUp()

interface LoggedIn {
  readonly job: Job
  readonly session: string
  /** Calls the command by its name, without a shell in between. */
  readonly call: (...args: readonly string[]) => Promise<Ended>
}

async function logIn(more: Record<string, string> = {}, options?: JobOptions): Promise<LoggedIn> {
  const job = world.start(options)
  return { job, ...(await logInTo(job, more)) }
}

async function logInTo(job: Job, more: Record<string, string> = {}) {
  const main = await job.main(world.inputs(more))
  expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
  const call: LoggedIn['call'] = (...args) =>
    job.step(args.at(-1) ?? '', { shell: ['choreo', ...args.slice(0, -1)] })
  return { session: main.outputs['session'] ?? '', call }
}

/** Asks the CLI for variables, in a later step with a script before it. */
async function variables(job: Job, names: string, before = ':', env = {}) {
  const step = await job.step(`${before}\nchoreo env ${names}`, { env })
  expect(step).toMatchObject({ exitCode: 0, stderr: '' })
  return JSON.parse(step.stdout) as Record<string, string>
}

const awkward = [
  'two words',
  '  spaces  around  ',
  '',
  "it's",
  '"quoted"',
  '$HOME',
  '$(exit 3)',
  '`exit 3`',
  '*',
  '?[a-z]',
  '~',
  '{a,b}',
  'back\\slash\\',
  '\\n',
  'line\nbreak\n',
  'tab\there',
  'Zoë 密码 😀',
  '--',
  '-x',
  '--flag=a b',
  '!history',
  '#no-comment',
  'a;b&c|d<e>f(g)',
  '%PATH%',
  '',
]

describe('the command', () => {
  test('hands every argument on as it is', async () => {
    const { call } = await logIn()
    const { stdout, stderr, exitCode } = await call('echo', ...awkward)
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
    expect(JSON.parse(stdout)).toEqual(awkward)
  })

  test('hands every argument on as it is, alone', async () => {
    const { call } = await logIn()
    const ended = await Promise.all(awkward.map((argument) => call('echo', argument)))
    expect(ended.map(({ stdout }) => JSON.parse(stdout))).toEqual(awkward.map((one) => [one]))
  })

  test('takes no flag for its own', async () => {
    const { call } = await logIn()
    for (const flag of ['-c', '--posix', '-e', '--login', '--']) {
      expect(await call(flag)).toMatchObject({
        exitCode: 1,
        stdout: '',
        stderr: `Error: unknown flag: ${flag}\n`,
      })
    }
  })

  test('without arguments hands none on', async () => {
    const { job } = await logIn()
    const [plain, help] = [await job.step('choreo'), await job.step('choreo --help')]
    expect(plain).toMatchObject({ exitCode: 0, stderr: '', stdout: help.stdout })
    expect(plain.stdout).toContain('Usage:\n  choreo [command]')
    expect(JSON.parse((await job.step('choreo echo')).stdout)).toEqual([])
  })

  test('hands standard input on, bytes that are no text too', async () => {
    const { job } = await logIn()
    const bytes = `printf '\\000\\377\\r\\nno line break at the end'`
    const { stdout, stderr } = await job.step(
      `${bytes} | choreo cat | od -An -c; ${bytes} | od -An -c
      seq 1 200000 | choreo cat | cksum; seq 1 200000 | cksum
      choreo cat </dev/null | wc -c`,
    )
    expect(stderr).toBe('')
    const lines = stdout.trimEnd().split('\n')
    expect(lines).toHaveLength(7)
    expect(lines.slice(0, 2)).toEqual(lines.slice(2, 4))
    expect(lines[4]).toBe(lines[5])
    expect(lines[6]?.trim()).toBe('0')
  })

  test('keeps standard output and standard error apart', async () => {
    const { call } = await logIn()
    expect(await call('echo', 'out')).toMatchObject({ stdout: '["out"]\n', stderr: '' })
    expect(await call('no-such-thing')).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: 'Error: unknown command "no-such-thing" for "choreo"\n',
    })
  })

  test('ends with the exit code of the CLI', async () => {
    const { call } = await logIn()
    const codes = [0, 1, 2, 7, 126, 127, 255]
    const ended = await Promise.all(codes.map((code) => call('exit', String(code))))
    expect(ended.map(({ exitCode }) => exitCode)).toEqual(codes)
  })

  test('ends by the signal that ends the CLI', async () => {
    const job = world.start()
    const cli = shellCli(job, `case $1 in login) ${keep};; die) kill -$2 $$;; esac`)
    const { call } = await logInTo(job, { 'cli-path': cli })
    for (const signal of ['TERM', 'HUP', 'USR1', 'KILL']) {
      expect(await call('die', signal)).toMatchObject({ exitCode: null, signal: `SIG${signal}` })
    }
  })

  test.each(['TERM', 'HUP', 'USR1'])('is the process that gets SIG%s', async (signal) => {
    const job = world.start()
    const cli = shellCli(
      job,
      `case $1 in login) ${keep};; wait)
        trap 'echo caught; exit 42' ${signal}
        echo $$ > pid.part; mv pid.part pid
        while :; do sleep 0.05; done;; esac`,
    )
    await logInTo(job, { 'cli-path': cli })
    const step = await job.step(
      `choreo wait & pid=$!
      until [ -e pid ]; do sleep 0.02; done
      [ "$(cat pid)" = "$pid" ] || { echo "another process"; kill -9 "$(cat pid)"; exit 1; }
      kill -${signal} $pid; wait $pid || echo "exit code $?"`,
    )
    expect(step).toMatchObject({ exitCode: 0, stderr: '', stdout: 'caught\nexit code 42\n' })
  })

  test('hands SIGTERM to the CLI while it sleeps', async () => {
    const { job } = await logIn()
    // Node on its way up ends by the signal alone; either way the sleep is over, and nobody is left.
    const step = await job.step(
      `choreo sleep 50 & pid=$!; sleep 0.5
      kill -TERM $pid; wait $pid || echo "exit code $?"; kill -0 $pid 2>/dev/null && echo alive; :`,
    )
    expect(step.stdout).toMatch(/^(SIGTERM\n)?exit code 143\n$/)
    expect(step.milliseconds).toBeLessThan(20_000)
  })

  test('is for its own user alone, and holds no token', async () => {
    const { session } = await logIn()
    const path = join(session, 'bin', 'choreo')
    expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(readFileSync(path, 'utf8')).not.toContain(knownToken)
  })

  test('leaves other variables to the step', async () => {
    const { job } = await logIn()
    const env = { GIT_DIR: 'x', CHOREO_ENV: "a 'value'", SOME_VARIABLE: '' }
    expect(await variables(job, Object.keys(env).join(' '), ':', env)).toEqual(env)
  })
})

const keep = 'cat > "$HOME/credentials"'

describe('the command as a script', () => {
  for (const shell of ['sh', 'dash', 'bash --posix', 'bash', 'busybox sh', 'ksh', 'zsh']) {
    const words = shell.split(' ')
    const run = isInstalled(words[0] ?? '') ? test : test.skip
    run(`is the same to ${shell}`, async () => {
      const { job, session } = await logIn({ region: 'us' }, { name: awkwardName })
      const command = join(session, 'bin', 'choreo')
      const call = (...args: readonly string[]) =>
        job.step(args.at(-1) ?? '', { shell: [...words, command, ...args.slice(0, -1)] })

      const echoed = await call('echo', ...awkward)
      expect(echoed).toMatchObject({ exitCode: 0, stderr: '' })
      expect(JSON.parse(echoed.stdout)).toEqual(awkward)
      writeFileSync(join(job.home, '.gitconfig'), '')
      expect(JSON.parse((await call('env', ...inSession)).stdout)).toEqual({
        ...homeOf(session),
        SKIP_KEYRING: 'true',
        CHOREO_REGION: 'US',
        GIT_CONFIG_GLOBAL: join(job.home, '.gitconfig'),
      })
      expect((await call('exit', '9')).exitCode).toBe(9)
    })
  }
})

const awkwardName = 'of Zoë\'s "own" $HOME `x` * \\ 密'
const inSession = [
  'HOME',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'XDG_STATE_HOME',
  'XDG_CACHE_HOME',
  'SKIP_KEYRING',
  'CHOREO_REGION',
  'GIT_CONFIG_GLOBAL',
]

function homeOf(session: string): Record<string, string> {
  const home = join(session, 'home')
  return {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_STATE_HOME: join(home, '.local/state'),
    XDG_CACHE_HOME: join(home, '.cache'),
  }
}

function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((directory) => statSync(join(directory, program), { throwIfNoEntry: false })?.isFile())
}

describe('inside of a session', () => {
  test('the home is that of the session, and there is no keyring', async () => {
    const { job, session } = await logIn()
    const own = { XDG_CONFIG_HOME: '/own/config', XDG_CACHE_HOME: '/own/cache' }
    expect(await variables(job, inSession.join(' '), ':', own)).toEqual({
      ...homeOf(session),
      SKIP_KEYRING: 'true',
    })
  })

  test.each([
    ['eu', 'EU'],
    ['Us', 'US'],
  ])('the region %s is %s', async (region, expected) => {
    const { job } = await logIn({ region })
    expect(await variables(job, 'CHOREO_REGION')).toEqual({ CHOREO_REGION: expected })
  })

  test('the region stays that of the job when none is given', async () => {
    const { job } = await logIn()
    const env = { CHOREO_REGION: 'EU' }
    expect(await variables(job, 'CHOREO_REGION', ':', env)).toEqual({ CHOREO_REGION: 'EU' })
  })

  test('nothing changes for what is not the CLI', async () => {
    const { job } = await logIn({ region: 'eu' })
    const step = await job.step(
      'choreo echo >/dev/null; env | grep -E "^(HOME|XDG_.*|SKIP_KEYRING|CHOREO_.*|GIT_CONFIG_.*)="',
    )
    expect(step.stdout).toBe(`HOME=${job.home}\n`)
  })

  test('the home is that of the machine without isolation', async () => {
    const { job } = await logIn({ isolate: 'false' })
    expect(await variables(job, inSession.join(' '))).toEqual({
      HOME: job.home,
      SKIP_KEYRING: 'true',
    })
  })
})

describe('the configuration of git', () => {
  const gitConfig = async (job: Job, before?: string, env = {}) =>
    (await variables(job, 'GIT_CONFIG_GLOBAL', before, env))['GIT_CONFIG_GLOBAL']

  test('is that of the session when the user has none', async () => {
    const { job } = await logIn()
    expect(await gitConfig(job)).toBeUndefined()
  })

  test('is the ~/.gitconfig of the user', async () => {
    const job = world.start()
    writeFileSync(join(job.home, '.gitconfig'), '')
    await logInTo(job)
    expect(await gitConfig(job)).toBe(join(job.home, '.gitconfig'))
  })

  test('is the ~/.gitconfig that a step wrote after the login', async () => {
    const { job } = await logIn()
    expect(await gitConfig(job, 'echo > ~/.gitconfig')).toBe(join(job.home, '.gitconfig'))
  })

  test('is that of XDG_CONFIG_HOME when there is no ~/.gitconfig', async () => {
    const { job } = await logIn()
    const XDG_CONFIG_HOME = join(job.directory, 'my configuration')
    const write = 'mkdir -p "$XDG_CONFIG_HOME/git" && echo > "$XDG_CONFIG_HOME/git/config"'
    expect(await gitConfig(job, write, { XDG_CONFIG_HOME })).toBe(
      join(XDG_CONFIG_HOME, 'git/config'),
    )
  })

  test('is that below ~/.config when there is no ~/.gitconfig', async () => {
    const { job } = await logIn()
    const write = 'mkdir -p ~/.config/git && echo > ~/.config/git/config'
    const expected = join(job.home, '.config/git/config')
    expect(await gitConfig(job, write)).toBe(expected)
    expect(await gitConfig(job, ':', { XDG_CONFIG_HOME: '' })).toBe(expected)
    expect(await gitConfig(job, 'echo > ~/.gitconfig')).toBe(join(job.home, '.gitconfig'))
  })

  test.each(['/a file/of my own', ''])('is %j when a step says so', async (own) => {
    const job = world.start()
    writeFileSync(join(job.home, '.gitconfig'), '')
    await logInTo(job)
    expect(await gitConfig(job, ':', { GIT_CONFIG_GLOBAL: own })).toBe(own)
  })

  const withGit = isInstalled('git') ? test : test.skip
  withGit('is what git reads when the CLI starts it', async () => {
    const job = world.start()
    const cli = shellCli(job, `case $1 in login) ${keep};; git) "$@";; esac`)
    await logInTo(job, { 'cli-path': cli })
    const step = await job.step(
      'git config --global user.name "Zoë of the job"; choreo git config --get user.name',
    )
    expect(step).toMatchObject({ exitCode: 0, stderr: '', stdout: 'Zoë of the job\n' })
  })

  test('does not matter where there is no home', async () => {
    const { job, session } = await logIn()
    const step = await job.step('unset HOME; choreo env HOME GIT_CONFIG_GLOBAL')
    expect(step).toMatchObject({ exitCode: 0, stderr: '' })
    expect(JSON.parse(step.stdout)).toEqual({ HOME: join(session, 'home') })
  })
})

describe.each(['src', 'dist'] as const)('odd names (%s)', (build) => {
  test.each(['with spaces', "of Zoë's 密码", awkwardName])(
    'work in RUNNER_TEMP: %s',
    async (name) => {
      const { job, session, call } = await logIn({}, { build, name })
      expect(dirname(session)).toBe(join(job.directory, `_temp-${name}`))
      expect(JSON.parse((await call('echo', ...awkward)).stdout)).toEqual(awkward)
      expect(await variables(job, 'HOME')).toEqual({ HOME: join(session, 'home') })
      expect(await job.step('choreo list projects')).toMatchObject({ exitCode: 0, stderr: '' })
    },
  )

  test.each(['my choreo', "Zoë's 密 choreo", 'a $HOME `x` * %PATH%', 'back\\slash', 'a "b" c'])(
    'work in cli-path: %s',
    async (name) => {
      const job = world.start({ build })
      const directory = join(job.directory, name)
      mkdirSync(directory)
      const path = join(directory, `${name} cli`)
      const program = { cli: 'choreo', version: 'v1.2.33', service: world.standIn.service } as const
      writeFileSync(path, executable(program), { mode: 0o755 })
      const { call } = await logInTo(job, { 'cli-path': path })
      expect(JSON.parse((await call('echo', ...awkward)).stdout)).toEqual(awkward)
      expect(await call('list', 'projects')).toMatchObject({ exitCode: 0, stderr: '' })
    },
  )
})

const windows: Command = {
  name: 'choreo',
  bin: 'D:\\a\\_temp\\choreo-session-1\\bin',
  cli: 'D:\\a\\_tool\\choreo\\1.2.33\\x64\\choreo.exe',
  settings: { SKIP_KEYRING: 'true', HOME: 'D:\\a\\_temp\\choreo-session-1\\home' },
}

describe('the command for a shell', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['plain', "'plain'"],
    ['two words', "'two words'"],
    ['$HOME `x` "y" \\ *', '\'$HOME `x` "y" \\ *\''],
    ["it's", "'it'\\''s'"],
    ["''", "''\\'''\\'''"],
    ['', "''"],
  ]

  test.each(cases)('holds %j as %s', (text, quoted) => {
    const lines = forShells({ ...windows, cli: text, settings: { HOME: text } }).split('\n')
    expect(lines[0]).toBe('#!/bin/sh')
    expect(lines).toContain(`export HOME=${quoted}`)
    expect(lines.at(-2)).toBe(`exec ${quoted} "$@"`)
    expect(execFileSync('sh', ['-c', `printf %s ${quoted}`], { encoding: 'utf8' })).toBe(text)
  })

  test('looks for the configuration of git before HOME changes', () => {
    const text = forShells(windows)
    expect(text.indexOf('.gitconfig')).toBeGreaterThan(0)
    expect(text.indexOf('.gitconfig')).toBeLessThan(text.indexOf('export HOME='))
  })
})

describe('the command for cmd', () => {
  const linesOf = (more: Partial<Command>) => forCmd({ ...windows, ...more }).split('\r\n')

  test('names what lies near from where it lies itself', () => {
    const lines = linesOf({})
    expect(lines).toContain('for %%I in ("%~dp0..\\home") do set "HOME=%%~fI"')
    expect(lines).toContain('set "SKIP_KEYRING=true"')
    expect(lines.at(-3)).toBe('"%~dp0..\\..\\..\\_tool\\choreo\\1.2.33\\x64\\choreo.exe" %*')
  })

  test('names what lies on another drive in full', () => {
    const lines = linesOf({ cli: 'C:\\Program Files\\choreo.exe', settings: { HOME: 'C:\\home' } })
    expect(lines).toContain('for %%I in ("C:\\home") do set "HOME=%%~fI"')
    expect(lines.at(-3)).toBe('"C:\\Program Files\\choreo.exe" %*')
  })

  test.each([
    [
      'near',
      'D:\\a\\_tool\\100%\\%PATH%\\c.exe',
      '"%~dp0..\\..\\..\\_tool\\100%%\\%%PATH%%\\c.exe" %*',
    ],
    ['far', 'C:\\100%\\%PATH%\\c.exe', '"C:\\100%%\\%%PATH%%\\c.exe" %*'],
  ])('doubles percent signs in a path that is %s', (_, cli, expected) => {
    expect(linesOf({ cli }).at(-3)).toBe(expected)
  })

  test('doubles percent signs in values', () => {
    const settings = { CHOREO_REGION: '%OS%', HOME: 'C:\\50%' }
    expect(linesOf({ settings })).toContain('set "CHOREO_REGION=%%OS%%"')
    expect(linesOf({ settings })).toContain('for %%I in ("C:\\50%%") do set "HOME=%%~fI"')
  })

  test('is plain ASCII where the session lies below a name that is not', () => {
    const bin = 'D:\\Zoë 密\\_temp\\s\\bin'
    const cli = 'D:\\Zoë 密\\_tool\\choreo.exe'
    const text = forCmd({ ...windows, bin, cli, settings: { HOME: 'D:\\Zoë 密\\_temp\\s\\home' } })
    expect(text).toMatch(/^[\x20-\x7e\r\n]*$/)
  })

  test('looks for the configuration of git before USERPROFILE changes', () => {
    const lines = linesOf({ settings: { USERPROFILE: 'D:\\h' } })
    const at = (part: string) => lines.findIndex((line) => line.includes(part))
    expect(at('if not defined GIT_CONFIG_GLOBAL if exist')).toBeGreaterThan(0)
    expect(at('.gitconfig')).toBeLessThan(at('set "USERPROFILE='))
  })

  test('changes nothing outside, takes exclamation marks as they are, and ends as the CLI does', () => {
    const lines = linesOf({})
    expect(lines[0]).toBe('@echo off')
    expect(lines.indexOf('setlocal DisableDelayedExpansion')).toBe(2)
    expect(lines.slice(-2)).toEqual(['exit /b %ERRORLEVEL%', ''])
    expect(forCmd(windows).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})

describe('the command for PowerShell', () => {
  test.each([
    ['C:\\Program Files\\c.exe', "'C:\\Program Files\\c.exe'"],
    ["C:\\Zoë's\\c.exe", "'C:\\Zoë''s\\c.exe'"],
    ['C:\\$env:PATH `x` 100% "y"', '\'C:\\$env:PATH `x` 100% "y"\''],
    // PowerShell ends a text at any of these, as at the straight one.
    ['C:\\Zoë’s ‘own’ ‚c‛', "'C:\\Zoë’’s ‘‘own’’ ‚‚c‛‛'"],
  ])('holds %s as %s', (text, quoted) => {
    const script = forPowerShell({ ...windows, cli: text, settings: { HOME: text } })
    expect(script).toContain(`\n  HOME = ${quoted}\n`)
    expect(script).toContain(`{ $input | & ${quoted} @args } else { & ${quoted} @args }`)
  })

  test('says that it is UTF-8, puts the variables back, and ends as the CLI does', () => {
    const script = forPowerShell(windows)
    expect(Buffer.from(script).subarray(0, 3).toString('hex')).toBe('efbbbf')
    expect(script).toMatch(
      /\ntry {[\s\S]*\n} finally {\n.*\$before\[\$name\].*\n}\nexit \$LASTEXITCODE\n$/,
    )
  })
})

describe('the files of the command', () => {
  test.each([
    ['linux', 'choreo', { choreo: true, 'choreo.cmd': false, 'choreo.ps1': false }],
    ['darwin', 'choreo', { choreo: true, 'choreo.cmd': false, 'choreo.ps1': false }],
    ['win32', 'choreo.cmd', { choreo: true, 'choreo.cmd': true, 'choreo.ps1': true }],
  ])('on %s are called through %s', async (platform, called, files) => {
    const bin = world.start().temp
    const command = { ...windows, bin }
    expect(await writeCommand(command, platform)).toBe(join(bin, called))
    for (const [name, isThere] of Object.entries(files)) {
      const found = statSync(join(bin, name), { throwIfNoEntry: false })
      expect([name, found !== undefined]).toEqual([name, isThere])
    }
    expect(readFileSync(join(bin, 'choreo'), 'utf8')).toBe(forShells(command))
  })
})

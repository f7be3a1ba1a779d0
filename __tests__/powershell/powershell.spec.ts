// The wrapper in PowerShell: each script is a step, started as the runner starts it.
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { partsOf } from '../../src/session/session.ts'
import { writeWrapper } from '../../src/session/wrapper.ts'
import { argumentCases } from '../session/argument-cases.ts'
import { source } from '../stand-in/executable.ts'
import { findPowerShell, isDesktop, whyNoPowerShell } from './powershell.ts'

const powershell = await findPowerShell()
const isWindows = process.platform === 'win32'

const directory = fs.mkdtempSync(join(tmpdir(), 'choreo-login-powershell-'))
afterAll(() => fs.rmSync(directory, { recursive: true, force: true, maxRetries: 5 }))

// Every path that a wrapper holds lies below it.
const odd = join(directory, "it's \u2018odd\u2019 $(Get-Date) `n & %y% {1} [2] Zo\u00eb 日本")
fs.mkdirSync(odd)

// Node, which is an executable on every system, is the CLI too. This file is its first argument.
const program = join(directory, 'choreo.cjs')
fs.writeFileSync(program, source({ cli: 'choreo', version: 'v1.2.33', service: '' }))
const node = join(odd, isWindows ? 'node.exe' : 'node')
if (isWindows) fs.copyFileSync(process.execPath, node)
else fs.symlinkSync(process.execPath, node)

const gone = join(odd, 'gone.exe')
const { bin, home } = openSession('choreo')
const withoutCli = openSession('without-cli', { executable: gone })
const withoutLauncher = openSession('without-launcher')
const withoutNode = openSession('without-node', { execPath: gone })
fs.rmSync(join(withoutLauncher.cli, 'launch.cjs'))
const bins = [bin, withoutCli.bin, withoutLauncher.bin, withoutNode.bin]

/** Opens a session as on Windows. Returns its directories. */
function openSession(command: string, { executable = node, execPath = node } = {}) {
  const session = { command, directory: join(odd, command), executable }
  const parts = partsOf(session)
  for (const part of [parts.bin, parts.cli, parts.home]) fs.mkdirSync(part, { recursive: true })
  const machine = { ...process, platform: 'win32', execPath } as const
  writeWrapper({ ...session, cli: 'choreo', region: '', logout: true }, machine)
  // PowerShell on Windows finds the .ps1 file before this one, on other systems the other way round.
  fs.rmSync(join(parts.bin, command))
  return parts
}

// Empty, because PowerShell replaces patterns by the names of files, on systems other than Windows.
const workspace = fs.mkdtempSync(join(directory, 'workspace-'))

/**
 * Runs a script as a step. The frame is the runner's own:
 * https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/ScriptHandlerHelpers.cs
 */
function step(script: string, input?: string) {
  const file = join(directory, 'step.ps1')
  const last = 'if ((Test-Path -LiteralPath variable:\\LASTEXITCODE)) { exit $LASTEXITCODE }'
  fs.writeFileSync(file, `$ErrorActionPreference = 'stop'\n${script}\n\n${last}`)
  return run(['-command', `. '${file}'`], input)
}

/** Runs PowerShell. Without a file, standard input is empty. Each character of `bytes` is one byte. */
function run(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(powershell, args, {
    cwd: workspace,
    env: { ...process.env, PATH: [...bins, process.env['PATH']].join(delimiter) },
    stdio: [input === undefined ? 'ignore' : fs.openSync(input, 'r'), 'pipe', 'pipe'],
  })
  const lines = String(stdout).split(/\r?\n/).slice(0, -1)
  return { exitCode: status, bytes: stdout.toString('latin1'), lines, stderr: String(stderr) }
}

function quoted(text: string): string {
  // PowerShell takes typographic quotes for straight ones.
  return `'${text.replaceAll(/['\u2018-\u201b]/g, '$&$&')}'`
}

const isInstalled = powershell !== ''
const whenInstalled = isInstalled ? describe : describe.skip
const inCore = isDesktop ? test.skip : test
const whyNotInDesktop = isDesktop ? ' (skipped: only PowerShell 7 can do this)' : ''
const choreo = `choreo '${program}'`

/** Runs a step that has to succeed without an error. Returns the lines that it printed. */
function linesOf(script: string): readonly string[] {
  const { exitCode, stderr, lines } = step(script)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  return lines
}

/** Calls the CLI with each text as it is written. Returns the arguments that it got. */
function echoed(texts: readonly string[], before = ''): unknown[] {
  const calls = texts.map((text) => `${choreo} echo ${text}`)
  return linesOf([before, ...calls].join('\n')).map((line) => JSON.parse(line))
}

whenInstalled(`the wrapper${isInstalled ? '' : whyNoPowerShell}`, () => {
  test('passes arguments of every kind', () => {
    // With every program, Windows PowerShell loses double quotes and empty texts. It reads files without a
    // byte order mark, as the runner writes them, in the code page of the machine. PowerShell 7.6 replaces a
    // leading ~ by the home, also in quotes. Windows limits a command to 32,767 characters.
    const arrive = (args: readonly string[]) =>
      (!isDesktop || args.every((text) => /^[ !#-[\]-~]+$/.test(text))) &&
      (!isWindows || args.join().length < 10_000) &&
      !args.includes('~')
    const expected = argumentCases.map(([, args]) => args).filter(arrive)
    expect(echoed(expected.map((args) => args.map(quoted).join(' ')))).toEqual(expected)
  })

  test('passes words without quotes as PowerShell gives them to scripts', () => {
    const expected = {
      '1.10 0x10 1kb -5.0': ['1.10', '0x10', '1kb', '-5.0'],
      // Names of common parameters.
      '-Verbose -ErrorAction a': ['-Verbose', '-ErrorAction', 'a'],
      // Of a hashtable the values alone.
      '@array @hashtable': ['a b', '--flag', 'json'],
      "a -- b '--' c": ['a', 'b', '--', 'c'],
      '-o:json -x: -o=json --a:b': ['json', '-o=json', '--a:b'],
      "a,b 'a,b'": ['a', 'b', 'a,b'],
    }
    const variables = "$array = 'a b', '--flag'; $hashtable = @{ output = 'json' }"
    expect(echoed(Object.keys(expected), variables)).toEqual(Object.values(expected))
  })

  test('passes standard input from a pipeline, line by line; without a pipeline it is empty', () => {
    const texts = isDesktop ? ['a b'] : ['a b', 'ünï 日本']
    const script = `${texts.map(quoted).join(', ')} | ${choreo} cat
      @() | ${choreo} cat
      ${choreo} cat
      'c' | ForEach-Object { ${choreo} echo $_ }`
    expect(linesOf(script)).toEqual([...texts, '["c"]'])
  })

  test('passes redirected standard input, also with -File, which returns the exit code of the CLI', () => {
    const input = join(directory, 'input')
    const bytes = 'first\nsecond\n'
    fs.writeFileSync(input, bytes)
    expect(step(`${choreo} cat`, input)).toMatchObject({ exitCode: 0, bytes, stderr: '' })
    const copying = 'process.stdin.pipe(process.stdout); process.exitCode = 42'
    const args = ['-File', join(bin, 'choreo.ps1'), '-e', copying]
    expect(run(args, input)).toMatchObject({ exitCode: 42, bytes, stderr: '' })
  })

  test('returns the exit code of the CLI in $LASTEXITCODE and $?, and at the end of the step', () => {
    const script = `foreach ($code in 0, 1, 42, 255) { ${choreo} exit $code; "$code $LASTEXITCODE $?" }
      function inFunction { $LASTEXITCODE = 0; ${choreo} exit 42; "$? $global:LASTEXITCODE" }
      inFunction
      Set-StrictMode -Version Latest
      ${choreo} exit 3; "$LASTEXITCODE $?"
      ${choreo} exit 0; "$LASTEXITCODE $?"
      ${choreo} exit 42`
    const lines = [
      '0 0 True',
      '1 1 False',
      '42 42 False',
      '255 255 False',
      'False 42',
      '3 False',
      '0 True',
    ]
    // PowerShell makes 1 of every code but 0 when a step ends.
    expect(step(script)).toMatchObject({ exitCode: 1, stderr: '', lines })
  })

  inCore(
    `is an error when $PSNativeCommandUseErrorActionPreference asks for it${whyNotInDesktop}`,
    () => {
      const script = `$PSNativeCommandUseErrorActionPreference = $true
      try { ${choreo} exit 42; 'not reached' } catch { "caught $LASTEXITCODE" }
      ${choreo} exit 0
      'reached'
      ${choreo} exit 42
      'not reached'`
      expect(step(script)).toMatchObject({ exitCode: 1, lines: ['caught 42', 'reached'] })
    },
  )

  test('passes output byte by byte, unless it is redirected or piped', () => {
    const bytes = 'ünï \xff\n'
    const print = `choreo -e 'process.stdout.write(Buffer.from([${[...Buffer.from(bytes, 'latin1')]}]))'`
    const file = join(directory, 'redirected')
    const ended = step(`${print}\n${print} > '${file}'\nchoreo -e "console.error(2)"`)
    expect(ended).toMatchObject({ exitCode: 0, stderr: '2\n', bytes })
    expect(fs.readFileSync(file, 'latin1')).not.toBe(bytes)
  })

  // Windows PowerShell makes errors of redirected lines, with every program.
  inCore(`passes standard error, which can be merged and dropped${whyNotInDesktop}`, () => {
    const script = `${choreo} first
      $merged = ${choreo} second 2>&1
      ${choreo} third 2>$null
      "merged: $merged, $LASTEXITCODE"`
    const error = (name: string) => `Error: unknown command "${name}" for "choreo"`
    const lines = [`merged: ${error('second')}, 1`]
    expect(step(script)).toMatchObject({ exitCode: 1, stderr: `${error('first')}\n`, lines })
  })

  const names = ['HOME', 'USERPROFILE', 'APPDATA', 'XDG_CONFIG_HOME', 'SKIP_KEYRING']
  const own = JSON.stringify(Object.fromEntries(names.map((name) => [name, process.env[name]])))
  /** Prints the variables without the wrapper. */
  const other = `& '${process.execPath}' '${program}' env ${names.join(' ')}`

  test("leaves the step's variables and errors to what follows in a pipeline, and can end early", () => {
    const endless =
      "process.stdout.on('error', () => process.exit()); setInterval(console.log, 20, 'line')"
    const script = `${choreo} env HOME
      ${choreo} env HOME | ForEach-Object { ${other} }
      try { ${choreo} echo | ForEach-Object { no-such-program } } catch { $_.TargetObject }
      ${choreo} exit 3
      choreo -e "${endless}" | Select-Object -First 1
      "$LASTEXITCODE"
      ${other}`
    const inSession = JSON.stringify({ HOME: home })
    expect(linesOf(script)).toEqual([inSession, own, 'no-such-program', 'line', '3', own])
  })

  // Windows PowerShell has no -Parallel.
  inCore(`runs 12 calls in parallel, each with its own exit code${whyNotInDesktop}`, () => {
    // PowerShell creates directories when a runspace starts, so each call gets a new one.
    const script = `101..112 | ForEach-Object -ThrottleLimit 6 -UseNewRunspace -Parallel {
        $seen = choreo -e 'console.log(process.env.HOME); process.exitCode = +process.argv[1]' $_
        "$LASTEXITCODE $($seen.EndsWith('home'))"
      } | Sort-Object
      ${other}`
    const expected = Array.from({ length: 12 }, (_, at) => `${at + 101} True`)
    expect(linesOf(script)).toEqual([...expected, own])
    expect(fs.readdirSync(home)).toEqual([])
  })

  test.each([
    ["$ErrorActionPreference = 'Stop'", 'FullLanguage'],
    ["$ErrorActionPreference = 'Continue'", 'FullLanguage'],
    ["$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'", 'ConstrainedLanguage'],
  ])(
    'works, and reports what is missing in one line with exit code 127, with %s',
    (setting, mode) => {
      const script = `${setting}
      "$($ExecutionContext.SessionState.LanguageMode)"
      ${choreo} echo a 'b c'
      'piped' | ${choreo} cat
      ${choreo} exit 42; "$LASTEXITCODE $?"
      foreach ($command in 'without-cli', 'without-launcher', 'without-node') {
        ${choreo} exit 0
        & $command; "$LASTEXITCODE $?"
      }`
      const stderr = expect.stringMatching(/^.*gone\.exe cannot be started: ENOENT\n$/)
      const noLauncher = expect.stringMatching(/launch\.cjs is missing\.$/)
      const noNode = expect.stringMatching(/gone\.exe is missing or cannot be started\.$/)
      const missing = ['127 False', noLauncher, '127 False', noNode, '127 False']
      const lines = [mode, '["a","b c"]', 'piped', '42 False', ...missing]
      expect(step(script)).toMatchObject({ exitCode: 1, stderr, lines })
    },
  )
})

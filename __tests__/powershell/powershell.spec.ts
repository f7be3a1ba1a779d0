// The wrapper in PowerShell: each script is a step, started as the runner starts it.
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { partsOf, type Session } from '../../src/session/session.ts'
import { writeWrapper } from '../../src/session/wrapper.ts'
import { argumentCases } from '../session/argument-cases.ts'
import { source } from '../stand-in/executable.ts'
import { type Ended, findPowerShell, isDesktop, run, runStep } from './powershell.ts'

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
const session = openSession('choreo')
const sessions = [
  session,
  openSession('without-cli', { executable: gone }),
  openSession('without-launcher'),
  openSession('without-node', { execPath: gone }),
]
fs.rmSync(join(odd, 'without-launcher', 'cli', 'launch.cjs'))

function openSession(command: string, { executable = node, execPath = node } = {}): Session {
  const opened = { command, directory: join(odd, command), executable } as const
  const result: Session = { ...opened, cli: 'choreo', region: '', logout: true }
  for (const part of ['bin', 'cli', 'home']) fs.mkdirSync(join(result.directory, part), { recursive: true })
  const { arch, version, env } = process
  writeWrapper(result, { platform: 'win32', execPath, arch, version, env })
  // PowerShell on Windows finds the .ps1 file before this one, on other systems the other way round.
  fs.rmSync(join(partsOf(result).bin, command))
  return result
}

// Empty, because PowerShell replaces patterns by the names of files, on systems other than Windows.
const workspace = join(directory, 'workspace')
fs.mkdirSync(workspace)
const options = { temp: directory, workspace, bins: sessions.map((session) => partsOf(session).bin) }

const choreo = `choreo '${program}'`
const constrained = "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'"

function step(script: string, more: { readonly input?: string } = {}): Ended {
  return runStep(powershell, script, { ...options, ...more })
}

function linesOf({ stdout }: Pick<Ended, 'stdout'>): string[] {
  return stdout.split(/\r?\n/).slice(0, -1)
}

function quoted(text: string): string {
  // PowerShell takes typographic quotes for straight ones.
  return `'${text.replaceAll(/['\u2018-\u201b]/g, '$&$&')}'`
}

const whenInstalled = powershell === '' ? describe.skip : describe

whenInstalled('the wrapper passes arguments', () => {
  // With every program, Windows PowerShell loses double quotes and empty texts. It reads files without a
  // byte order mark, as the runner writes them, in the code page of the machine. PowerShell 7.6 replaces a
  // leading ~ by the home, also in quotes. Windows limits a command to 32,767 characters.
  const arrive = (args: readonly string[]) =>
    (!isDesktop || args.every((text) => /^[ !#-[\]-~]+$/.test(text))) &&
    (!isWindows || args.join().length < 10_000) &&
    !args.includes('~')
  const literal = argumentCases
    .filter(([, args]) => arrive(args))
    .map(([title, args]) => [title, args.map(quoted).join(' '), args] as const)
  // What PowerShell makes of words without quotes before it calls a script.
  const bare: readonly (readonly [string, string, readonly string[]])[] = [
    ['numbers as they are written', '1.10 0x10 1kb -5.0', ['1.10', '0x10', '1kb', '-5.0']],
    ['names of common parameters', '-Verbose -ErrorAction a', ['-Verbose', '-ErrorAction', 'a']],
    ['an array that is splatted', '@names', ['a b', '--flag']],
    ['the values alone of a hashtable that is splatted', '@table', ['json']],
    ['-- dropped, unless it is quoted', "a -- b '--' c", ['a', 'b', '--', 'c']],
    ['-o: dropped before its value', '-o:json -x: -o=json --a:b', ['json', '-o=json', '--a:b']],
    ['a list as several, unless it is quoted', "a,b 'a,b'", ['a', 'b', 'a,b']],
  ]
  const all = [...literal, ...bare]
  let printed: readonly string[] = []
  beforeAll(() => {
    const calls = all.map(([, written]) => `${choreo} echo ${written}`)
    const ended = step(["$names = 'a b', '--flag'; $table = @{ output = 'json' }", ...calls].join('\n'))
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    printed = linesOf(ended)
  })

  test.each(all.map(([title, , args], at) => [title, args, at] as const))('%s', (_, args, at) => {
    expect(JSON.parse(printed[at] ?? '')).toEqual(args)
  })
})

whenInstalled('the wrapper passes standard input', () => {
  test('from a pipeline, line by line; without a pipeline it is empty', () => {
    const texts = isDesktop ? ['a b'] : ['a b', 'ünï 日本']
    const script = [
      `${texts.map(quoted).join(', ')} | ${choreo} cat`,
      `@() | ${choreo} cat`,
      `${choreo} cat`,
      `'c' | ForEach-Object { ${choreo} echo $_ }`,
    ]
    const ended = step(script.join('\n'))
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    expect(linesOf(ended)).toEqual([...texts, '["c"]'])
  })

  test('that is redirected, to a step and with -File, where the exit code is that of the CLI', () => {
    const input = join(directory, 'input')
    fs.writeFileSync(input, 'first\nsecond\n')
    const printed = { stdout: 'first\nsecond\n', stderr: '' }
    expect(step(`${choreo} cat`, { input })).toMatchObject({ exitCode: 0, ...printed })
    const program = 'process.stdin.pipe(process.stdout); process.exitCode = 42'
    const args = ['-File', join(partsOf(session).bin, 'choreo.ps1'), '-e', program]
    const ended = run(powershell, args, { ...options, input })
    expect(ended).toMatchObject({ exitCode: 42, ...printed })
  })
})

whenInstalled('the wrapper returns', () => {
  test('the exit code of the CLI in $LASTEXITCODE and $?', () => {
    const ended = step(
      `foreach ($code in 0, 1, 42, 255) { ${choreo} exit $code; "$code $LASTEXITCODE $?" }
      function inFunction { $LASTEXITCODE = 0; ${choreo} exit 42; "$? $global:LASTEXITCODE" }
      inFunction
      Set-StrictMode -Version Latest
      ${choreo} exit 3; "$LASTEXITCODE $?"
      ${choreo} exit 0; "$LASTEXITCODE $?"`,
    )
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    const codes = ['0 0 True', '1 1 False', '42 42 False', '255 255 False']
    expect(linesOf(ended)).toEqual([...codes, 'False 42', '3 False', '0 True'])
  })

  // PowerShell makes 1 of every code but 0 when a step ends.
  test('an exit code with which the step fails', () => {
    expect(step(`${choreo} exit 42`)).toMatchObject({ exitCode: 1, stderr: '' })
  })

  const preference = isDesktop ? test.skip : test

  preference('an error when $PSNativeCommandUseErrorActionPreference asks for it', () => {
    const ended = step(
      `$PSNativeCommandUseErrorActionPreference = $true
      try { ${choreo} exit 42; 'not reached' } catch { "caught $LASTEXITCODE" }
      ${choreo} exit 0
      'reached'
      ${choreo} exit 42
      'not reached'`,
    )
    expect(ended.exitCode).toBe(1)
    expect(linesOf(ended)).toEqual(['caught 42', 'reached'])
  })
})

whenInstalled('the wrapper passes output', () => {
  const bytes = Buffer.from('ünï \xff\n', 'latin1')
  const print = `choreo -e 'process.stdout.write(Buffer.from([${[...bytes]}]))'`

  test('byte by byte, unless it is redirected or piped', () => {
    const file = join(directory, 'redirected')
    const both = 'choreo -e "console.log(1); console.error(2)"'
    const ended = step(`${print}\n${print} > '${file}'\n${both}`)
    expect(ended).toMatchObject({ exitCode: 0, stderr: '2\n' })
    expect(ended.bytes.subarray(0, bytes.length)).toEqual(bytes)
    expect(fs.readFileSync(file)).not.toEqual(bytes)
  })

  const redirection = isDesktop ? test.skip : test

  // Windows PowerShell makes errors of redirected lines, with every program.
  redirection('on standard error, which can be merged and dropped', () => {
    const ended = step(
      `${choreo} first
      $merged = ${choreo} second 2>&1
      ${choreo} third 2>$null
      "merged: $merged, $LASTEXITCODE"`,
    )
    const error = (name: string) => `Error: unknown command "${name}" for "choreo"`
    expect(ended).toMatchObject({ exitCode: 1, stderr: `${error('first')}\n` })
    expect(linesOf(ended)).toEqual([`merged: ${error('second')}, 1`])
  })
})

whenInstalled('the wrapper changes nothing in its caller:', () => {
  const names = ['HOME', 'USERPROFILE', 'APPDATA', 'XDG_CONFIG_HOME', 'SKIP_KEYRING']
  const own = JSON.stringify(Object.fromEntries(names.map((name) => [name, process.env[name]])))
  const inSession = (line: string) => JSON.parse(line).HOME === partsOf(session).home
  const show = (call: string) => `${call} env ${names.join(' ')}`
  const other = show(`& '${process.execPath}' '${program}'`)

  test("what follows in a pipeline has the step's variables and its own errors, and can end early", () => {
    const endless = join(directory, 'endless.cjs')
    const printing = 'setInterval(() => console.log("line"), 20)'
    fs.writeFileSync(endless, `process.stdout.on('error', () => process.exit()); ${printing}\n`)
    const ended = step(
      `${show(choreo)}
      ${show(choreo)} | ForEach-Object { ${other} }
      try { ${choreo} echo | ForEach-Object { no-such-program } } catch { $_.TargetObject }
      ${choreo} exit 3
      choreo '${endless}' | Select-Object -First 1
      "$LASTEXITCODE"
      ${other}`,
    )
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    const [first = '', ...others] = linesOf(ended)
    expect(inSession(first)).toBe(true)
    expect(others).toEqual([own, 'no-such-program', 'line', '3', own])
  })

  // Windows PowerShell has no -Parallel.
  const parallel = isDesktop ? test.skip : test

  parallel('12 calls in parallel run in the session, each with its own exit code', () => {
    // PowerShell creates directories when a runspace starts, so each call gets a new one.
    const ended = step(
      `1..12 | ForEach-Object -ThrottleLimit 6 -UseNewRunspace -Parallel {
        $seen = choreo -e 'console.log(process.env.HOME); process.exitCode = +process.argv[1]' $_
        "$LASTEXITCODE $($seen.EndsWith('home'))"
      }
      ${other}`,
    )
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' })
    const lines = linesOf(ended)
    const expected = Array.from({ length: 12 }, (_, at) => `${at + 1} True`)
    expect(lines.slice(0, 12).toSorted()).toEqual(expected.toSorted())
    expect(lines.slice(12)).toEqual([own])
    expect(fs.readdirSync(partsOf(session).home)).toEqual([])
  })
})

whenInstalled('the wrapper', () => {
  test('works under ConstrainedLanguage', () => {
    const ended = step(
      `${constrained}
      ${choreo} echo a 'b c'
      'piped' | ${choreo} cat
      ${choreo} exit 42; "$LASTEXITCODE $?"
      try { [Environment]::GetEnvironmentVariable('HOME') } catch { 'constrained' }
      exit 0`,
    )
    expect(linesOf(ended)).toEqual(['["a","b c"]', 'piped', '42 False', 'constrained'])
  })

  test.each(["$ErrorActionPreference = 'Stop'", "$ErrorActionPreference = 'Continue'", constrained])(
    'names a missing CLI, launcher or Node in one line, and exits with 127, with %s',
    (preference) => {
      const ended = step(
        `${preference}
      ${choreo} exit 0
      without-cli; "$LASTEXITCODE $?"
      ${choreo} exit 0
      without-launcher; "$LASTEXITCODE $?"
      ${choreo} exit 0
      without-node; "$LASTEXITCODE $?"`,
      )
      expect(ended).toMatchObject({ exitCode: 1 })
      expect(ended.stderr).toMatch(/^.*gone\.exe cannot be started: ENOENT\n$/)
      expect(linesOf(ended)).toEqual([
        '127 False',
        expect.stringMatching(/launch\.cjs is missing\.$/),
        '127 False',
        expect.stringMatching(/gone\.exe is missing or cannot be started\.$/),
        '127 False',
      ])
    },
  )
})

// Whatever stands in the inputs, and whatever the CLI prints: one clear end, and never a token, a stack
// trace or a command of others. CHOREO_FUZZ_RUNS and CHOREO_FUZZ_SEED change the number and the choice.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { forms } from '../src/token.ts'
import { type Ended, type Job, metadata, startJob } from './runner.ts'
import { knownToken, type StandIn, startServer } from './stand-in/server.ts'

const seed = Number(process.env['CHOREO_FUZZ_SEED'] ?? 20261104)
const runs = (usual: number) => Number(process.env['CHOREO_FUZZ_RUNS'] ?? usual)

let standIn: StandIn
let workers: readonly Job[]

beforeAll(async () => {
  standIn = await startServer()
  workers = Array.from({ length: 6 }, () => startJob({ build: 'dist' }))
  for (const job of workers) {
    writeFileSync(join(job.directory, 'cli'), cli, { mode: 0o755 })
    writeFileSync(join(job.directory, 'no-program'), 'text')
    writeFileSync(join(job.directory, '##[error]x'), cli, { mode: 0o755 })
    // Nothing of this may reach a network.
    Object.assign(job.env, { http_proxy: nowhere, https_proxy: nowhere, no_proxy: '127.0.0.1' })
  }
})

afterAll(async () => {
  for (const job of workers) job.remove()
  await standIn.close()
})

const nowhere = 'http://127.0.0.1:9'

// Accepts one token; where there are such files, it prints them instead, and ends as they say.
const cli = `#!/bin/sh
here=$(dirname "$0")
[ -z "$HOME" ] || : >"$HOME/used"
if [ -f "$here/stdout" ]; then
  cat "$here/stdout"
  cat "$here/stderr" >&2
  [ "$1" = logout ] && exit 1
  exit "$(cat "$here/code")"
fi
case "$1" in
--version) echo "choreo version v1.2.33" ;;
list) echo '[{"id":1,"handle":"acme"}]' ;;
login)
  read -r token
  [ "$token" = ${knownToken} ] && exit 0
  echo "401 Unauthorized: $token" >&2
  exit 1 ;;
esac
`

/** Runs every sample, several at a time, and names the sample that fails. */
async function forEach<T>(
  samples: readonly T[],
  run: (sample: T, job: Job) => Promise<void>,
): Promise<void> {
  let next = 0
  await Promise.all(
    workers.map(async (job) => {
      while (next < samples.length) {
        const at = next++
        const sample = samples[at] as T
        try {
          await run(sample, job)
        } catch (error) {
          next = samples.length
          const shown = JSON.stringify(sample, undefined, 2).slice(0, 4000)
          throw new Error(`Seed ${seed}, sample ${at}: ${(error as Error).message}\n${shown}`)
        } finally {
          job.wipeTemp()
        }
      }
    }),
  )
}

/** Ends a run that does not end by itself, and says so by its signal. */
async function bounded(job: Job, inputs: Readonly<Record<string, string>>): Promise<Ended> {
  const { child, ended } = job.startMain(inputs)
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
  return ended.finally(() => clearTimeout(timer))
}

function withoutMasks({ stdout, stderr }: Pick<Ended, 'stdout' | 'stderr'>): string {
  return `${stdout}\n${stderr}`.replace(/^::add-mask::.*$/gm, '')
}

function expectNoStack(main: Ended): void {
  expect(main.stderr).toBe('')
  expect(main.signal).toBeNull()
  expect(withoutMasks(main)).not.toMatch(
    /(\n|%0A)\s+at .*(:\d+:\d+|node:|<anonymous>)|Node\.js v\d/,
  )
}

function expectNoToken(main: Ended, tokens: readonly string[]): void {
  const kept = JSON.stringify([main.annotations, main.outputs, main.state, main.summary, main.log])
  for (const token of tokens) {
    if (token.length < 8) continue
    expect(withoutMasks(main)).not.toContain(token)
    expect(kept).not.toContain(token)
  }
}

function expectOneEnd(main: Ended, given: Readonly<Record<string, string>>, job: Job): string {
  const count = (wanted: string) => main.annotations.filter(({ level }) => level === wanted).length
  expect(main.commands).toEqual([])
  if (main.exitCode === 1) {
    expect(count('error')).toBe(1)
    expect(count('notice')).toBe(0)
    expect(main.outputs['authenticated']).toBe('false')
    expect(readdirSync(job.temp)).toEqual([])
    return 'failed'
  }
  expect(main.exitCode).toBe(0)
  expect(count('error')).toBe(0)
  if (given['token']?.trim() === '') {
    expect(count('notice')).toBe(1)
    expect(main.outputs).toEqual({ authenticated: 'false' })
    expect(readdirSync(job.temp)).toEqual([])
    return 'skipped'
  }
  expect(count('notice')).toBe(0)
  expect(main.outputs['authenticated']).toBe('true')
  expect(main.log.length).toBeGreaterThanOrEqual(3)
  return 'logged in'
}

describe('1,000 sets of inputs', () => {
  const hostile = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.string({ minLength: 200, maxLength: 20_000 }),
    fc.integer().map(String),
    fc.double().map(String),
    fc.constantFrom(
      ' ',
      '\n',
      '\t',
      '0',
      '-1',
      '1e3',
      '0x10',
      '１２',
      '99999999999999999999',
      'NaN',
      'null',
      'undefined',
      '__proto__',
      'constructor',
      'toString',
      'TRUE',
      'yes',
      'on',
      '::error::x',
      'a\n::set-env name=PATH::/x',
      'a\r##[add-path]/x',
      '##[error]x',
      '%0A::error::x',
      '../../../etc/passwd',
      '/',
      '.',
      '..',
      '-',
      '--help',
      'C:\\Windows\\x.exe',
      '$(touch x)',
      '`touch x`',
      '; touch x #',
      '" && touch x "',
      '$' + '{{ secrets.X }}',
      '\u001b[31mred\u001b[0m',
      '\u202egnp.exe',
      '\ud800',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'http://user:secret@127.0.0.1:9',
      'http://127.0.0.1:9',
      'ftp://127.0.0.1',
      'http://[::1',
      '2026-02-30',
      '9999-12-31',
      '0000-01-01',
      '+010000-01-01',
      '>=1 <0',
      '*',
      'v1.2.33/../../x',
      'Bearer abcdefghijkl',
      'ghp_abcdefghijklmnopqrstuvwxyz',
      knownToken,
      `x${knownToken}x`,
    ),
  )
  // Node passes no NUL on; a runner does not, either.
  const value = hostile.map((text) => text.replaceAll('\0', ''))
  const good: Readonly<Record<string, readonly string[]>> = {
    token: [knownToken, knownToken, knownToken, 'a-token-that-nobody-knows', ''],
    'fallback-token': ['', knownToken, 'another-token-that-nobody-knows'],
    'on-missing-token': ['', 'fail', 'skip', 'SKIP'],
    'token-expires-on': ['', '2026-01-01', '2099-12-31', '2028-02-29'],
    'expected-organization': ['', '', 'acme', 'other'],
    cli: ['', 'choreo', 'wdp'],
    'cli-version': ['latest', '1.2.33', 'v1.2.32', '1.x', '99.0.0'],
    'cli-path': [
      '',
      '@cli',
      '@cli',
      '@cli',
      '@##[error]x',
      '@no-program',
      '@missing',
      '/bin/true',
      '/bin/false',
    ],
    'cli-sha256': ['', '', '', 'a'.repeat(64)],
    region: ['', 'us', 'EU'],
    command: ['', 'choreo', 'my_cli-2.0'],
    'login-attempts': ['1', '2'],
    'timeout-seconds': ['20', '60'],
  }
  const set = fc.record(
    Object.fromEntries(
      Object.entries(metadata().inputs).map(([name, input]) => {
        // Empty means the real GitHub for these.
        const isUrl = name.endsWith('-url')
        const usual = isUrl ? [`@${name}`] : (good[name] ?? [input.default ?? '', ''])
        const plain = usual.map((one) => (one.includes('$' + '{{') ? '' : one))
        return [
          name,
          fc.oneof(
            { weight: 24, arbitrary: fc.constantFrom(...plain) },
            { weight: 1, arbitrary: isUrl ? value.map((one) => one.trim() || '@') : value },
          ),
        ]
      }),
    ),
  )

  function resolved(sample: Readonly<Record<string, string>>, job: Job): Record<string, string> {
    const places: Readonly<Record<string, string>> = {
      '@github-url': standIn.url,
      '@github-api-url': standIn.apiUrl,
    }
    return Object.fromEntries(
      Object.entries(sample).map(([name, one]) => [
        name,
        places[one] ?? one.replace(/^@(?=cli$|##|no-program$|missing$)/, `${job.directory}/`),
      ]),
    )
  }

  test('end in a login, a skipped login or one error', async () => {
    const samples = fc.sample(set, { seed, numRuns: runs(1000) })
    const ends: Record<string, number> = {}
    await forEach(samples, async (sample, job) => {
      const given = resolved(sample, job)
      const main = await bounded(job, given)
      expectNoStack(main)
      expectNoToken(
        main,
        [given['token'] ?? '', given['fallback-token'] ?? ''].map((one) => one.trim()),
      )
      const end = expectOneEnd(main, given, job)
      ends[end] = (ends[end] ?? 0) + 1
    })
    // Samples that all fail early would prove little.
    const least = samples.length / 20
    expect(ends['logged in']).toBeGreaterThan(least)
    expect(ends['failed']).toBeGreaterThan(least)
    expect(ends['skipped'] ?? 0).toBeGreaterThan(least / 5)
  }, 600_000)
})

const commandNames = [
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]

interface Printed {
  readonly stdout: Buffer
  readonly stderr: Buffer
  readonly code: number
}

describe('500 outputs of the CLI', () => {
  const token = 'pQ7-xR2_vM9~kT4.zL6+wN1/yB8=cD3'
  const given = (job: Job, more = {}) => ({
    token,
    'cli-path': join(job.directory, 'cli'),
    'login-attempts': '1',
    'github-url': standIn.url,
    'github-api-url': standIn.apiUrl,
    ...more,
  })

  const text = (...all: readonly string[]) => fc.constantFrom(...all).map((one) => Buffer.from(one))
  const command = fc
    .tuple(
      fc.constantFrom(...commandNames),
      fc.constantFrom('', ' name=PATH', ' file=a,line=1,title=x'),
      fc.constantFrom('/x', '1', token, '%0A::error::x', '*'),
      fc.boolean(),
    )
    .map(([name, properties, data, isOld]) =>
      Buffer.from(isOld ? `##[${name}${properties}]${data}` : `::${name}${properties}::${data}`),
    )
  const piece = fc.oneof(
    { weight: 5, arbitrary: command },
    { weight: 3, arbitrary: text('\n', '\r', '\r\n', '\u2028', '\u0085', '\v', '\f', ' ', '\t') },
    {
      weight: 3,
      arbitrary: text(
        ...forms(token),
        token.slice(3, 14),
        token.slice(-9),
        [...token].join(' '),
        [...token].join('\n'),
      ),
    },
    {
      weight: 2,
      arbitrary: text(
        '\u001b[31m',
        '\u001b]0;x\u0007',
        '\u001b[',
        '\u009b2J',
        '\u001bc',
        '\u0008',
        '\u0000',
        '\u200b',
        '\ufeff',
        '\u202e',
      ),
    },
    // Halves of characters, and bytes that are none.
    {
      weight: 2,
      arbitrary: fc
        .constantFrom([0xc3], [0xf0, 0x9f], [0xff, 0xfe], [0xed, 0xa0, 0x80])
        .map((bytes) => Buffer.from(bytes)),
    },
    { weight: 1, arbitrary: text(':', '::', '#', '##', '##[', '[', ']', '%0A', '%25') },
    {
      weight: 2,
      arbitrary: text(
        'Error: ',
        '401 Unauthorized',
        '503',
        'connection reset by peer',
        'choreo version 1.2.3',
        '-',
        '[{"handle":"acme"}]',
        '[{"handle":"',
        '"}]',
        'Usage:\n',
      ),
    },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 1, arbitrary: fc.nat(3000).map((size) => Buffer.alloc(size, 'x')) },
  )
  const bytes = fc.array(piece, { maxLength: 30 }).map((all) => Buffer.concat(all))
  const printed = fc.record({
    stdout: bytes,
    stderr: bytes,
    code: fc.constantFrom(0, 0, 1, 2, 127),
  })

  function print(job: Job, { stdout, stderr, code }: Printed): void {
    writeFileSync(join(job.directory, 'stdout'), stdout)
    writeFileSync(join(job.directory, 'stderr'), stderr)
    writeFileSync(join(job.directory, 'code'), String(code))
  }

  const parts = new Set(
    forms(token).flatMap((form) =>
      Array.from({ length: form.length - 7 }, (_, at) => form.slice(at, at + 8)),
    ),
  )

  function expectClean(step: Ended): void {
    expectNoStack(step)
    expect(step.commands).toEqual([])
    expect(step.annotations.length).toBeLessThanOrEqual(1)
    expect([...new Set(step.masks)].toSorted()).toEqual([...forms(token)].toSorted())
    const seen = withoutMasks(step)
    // Nothing that a terminal or a runner obeys, in whatever way lines are cut.
    expect(seen).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]/)
    expect(seen).not.toMatch(/##\[|%0D/)
    for (const line of seen.split('\n')) {
      if (/^\s*::/.test(line))
        expect(line).toMatch(/^::(error|warning) title=[\w ,%-]+::|^::debug::/)
    }
    const kept = JSON.stringify([
      step.log,
      step.annotations,
      step.outputs,
      step.state,
      step.summary,
    ])
    const shown = seen + kept
    expect([...parts].filter((part) => shown.includes(part))).toEqual([])
    const [annotation] = step.annotations
    expect(annotation?.message.length ?? 0).toBeLessThan(4000)
    expect(annotation?.message ?? '').not.toMatch(/^\s*::|##\[/m)
    expect(annotation?.title ?? 'CLI').toMatch(/^[A-Z][\w ,-]+$/)
  }

  test('reach nobody as commands, tokens or control characters', async () => {
    const samples = fc.sample(printed, { seed, numRuns: runs(500) })
    const codes: number[] = []
    await forEach(samples, async (sample, job) => {
      print(job, sample)
      const guarded = codes.length % 3 === 0 ? { 'expected-organization': 'acme' } : {}
      const main = await bounded(job, given(job, guarded))
      expectClean(main)
      codes.push(main.exitCode ?? -1)
      if (sample.code !== 0) expect(main.exitCode).toBe(1)
      if (main.exitCode === 1) expect(main.annotations).toHaveLength(1)
      // What a log-out prints is as little to be trusted.
      else expectClean(await job.post(main, given(job)))
      expect(readdirSync(job.temp)).toEqual([])
    })
    expect(codes).toContain(0)
    expect(codes).toContain(1)
  }, 600_000)

  const size = 20 * 1024 * 1024
  const filled = (unit: string) => Buffer.alloc(size, unit)
  test.each<[string, Buffer]>([
    ['without a line end', filled('x')],
    ['of commands', filled('::set-env name=PATH::/x\n##[add-path]/x\r')],
    ['of tokens', filled(`${token} `)],
    ['of notices and brackets', filled('[{"handle":"acme"},\n')],
    ['of control characters', filled('\u001b[31m\u0000\u009b')],
  ])('of 20 MB %s keep memory below 150 MB', async (_, content) => {
    const [job] = workers
    if (job === undefined) throw new Error('There is no job.')
    const meter = join(job.directory, 'meter.mjs')
    const reading = join(job.directory, 'memory')
    mkdirSync(job.temp, { recursive: true })
    // The kernel's count for this program alone: getrusage also counts what the process was before it.
    writeFileSync(
      meter,
      `import { readFileSync, writeFileSync } from 'node:fs'
const memory = () => /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]
process.on('exit', () => writeFileSync(${JSON.stringify(reading)}, memory()))`,
    )
    for (const code of [1, 0]) {
      print(job, { stdout: content, stderr: content, code })
      const main = await job.main(given(job, { 'expected-organization': 'acme' }), {
        env: { NODE_OPTIONS: `--import=file://${meter}` },
      })
      expect(main.exitCode).toBe(1)
      expectClean(main)
      const kilobytes = Number(readFileSync(reading, 'utf8'))
      expect(kilobytes).toBeGreaterThan(10_000)
      expect(kilobytes).toBeLessThan(150 * 1024)
      job.wipeTemp()
    }
  })
})

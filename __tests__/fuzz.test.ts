// Values and outputs that nobody would think of. FUZZ=N changes how many inputs are tried; a failure
// prints its seed and the smallest example.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { everything, shellCli } from './expectations.ts'
import { type Ended, metadata } from './runner.ts'
import { setUp } from './set-up.ts'

const world = setUp()
const inputRuns = Number(process.env['FUZZ'] ?? 200)
const outputRuns = Math.ceil(inputRuns / 2)
const lanes = 5

/** Runs a number of examples, a few at a time, each in a job that lasts. */
async function inLanes(
  runs: number,
  run: (lane: number, count: number) => Promise<void>,
): Promise<void> {
  await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane, Math.ceil(runs / lanes))))
}

function expectHonest(main: Ended, token: string): void {
  const errors = main.annotations.filter(({ level }) => level === 'error')
  const isLoggedIn = main.outputs['authenticated'] === 'true'
  const isSkipped = main.exitCode === 0 && !isLoggedIn
  expect(main.signal).toBeNull()
  expect(main.stderr).toBe('')
  expect(main.commands).toEqual([])
  expect(main.exitCode).toBe(errors.length)
  expect(errors.length).toBe(isLoggedIn || isSkipped ? 0 : 1)
  expect(main.stdout).not.toMatch(/^\s+at .*[:(]/m)
  if (token.length >= 8) expect(everything(main)).not.toContain(token)
}

const hostile = fc.constantFrom(
  ['$', '{{ secrets.X }}'].join(''),
  'Bearer abc',
  '"quoted"',
  'ghp_0123456789',
  '../../etc/passwd',
  '/etc/passwd',
  '/dev/zero',
  '::add-mask::x',
  '##[error]x',
  '\n::error::x',
  '\u001b[31mred',
  'javascript:alert(1)',
  'http://user:secret@127.0.0.1:1',
  'http://127.0.0.1:1',
  'file:///etc/passwd',
  '-rf',
  '.',
  '..',
  'NaN',
  '1e3',
  '-1',
  '0',
  '99999999999999999999',
  '2026-02-30',
  '2099-12-31',
  'latest',
  '1.x',
  '>=0 <0',
  'v1.2.33',
  'true',
  'no',
  'skip',
  'EU',
  'wdp',
  'a'.repeat(20_000),
)
// An environment cannot hold NUL.
const value = fc
  .oneof(hostile, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 20 }))
  .map((text) => text.replaceAll('\0', ''))

test('whatever the inputs hold, a run logs in, skips, or fails with one annotation', async () => {
  const names = Object.keys(metadata().inputs)
  const some = fc
    .subarray(names, { maxLength: 4 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, value]))))
  await inLanes(inputRuns, async (lane, numRuns) => {
    const job = world.start({ build: 'dist' })
    const cli = shellCli(job, 'read -r token; echo "$HOME" >"$HOME/in"; echo "Hello $token"')
    const property = fc.asyncProperty(some, async (inputs: Record<string, string>) => {
      const all = { token: 'a-token-that-nobody-may-see', 'cli-path': cli, ...inputs }
      // Where the values allow a download, it fails at once.
      const nowhere = { 'github-url': 'http://127.0.0.1:9', 'github-api-url': '', ...inputs }
      const main = await job.main({
        ...nowhere,
        ...all,
        'timeout-seconds': inputs['timeout-seconds'] ?? '10',
      })
      expectHonest(main, all.token.trim())
      const post = await job.post(main, all)
      expect(post).toMatchObject({ exitCode: 0, stderr: '', commands: [] })
    })
    await fc.assert(property, { numRuns, seed: 4711 + lane })
  })
}, 600_000)

const token = 'Zq7-first.part_9f2e-LAST-part-8x'
const commands = [
  'add-mask',
  'set-output name=a',
  'save-state name=a',
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'stop-commands',
  'add-path',
  'set-env name=A',
  'echo',
  'add-matcher',
  'remove-matcher',
]
const piece = fc
  .oneof(
    fc
      .constantFrom(...commands)
      .chain((command) =>
        fc.constantFrom(
          `::${command}::x`,
          `##[${command}]x`,
          `\r::${command}::x`,
          `\u001b[0m::${command}::`,
          `#\u001b[m#[${command}]`,
          `:\u200b:${command}::`,
        ),
      ),
    fc.constantFrom(
      token,
      token.slice(0, 16),
      token.slice(8),
      btoa(token),
      btoa(`${token}\n`),
      encodeURIComponent(token),
      `${token.slice(0, 9)}\u001b[1m${token.slice(9)}`,
    ),
    fc.constantFrom('\n', '\r\n', '\r', '\0', '\u001b[2J', '\u001b]0;title\u0007', '\u2028', ' '),
    fc.string({ unit: 'binary', maxLength: 20 }),
  )
  .map((text) => Buffer.from(text))
const bytes = fc
  .array(
    fc.oneof(
      piece,
      fc.uint8Array({ maxLength: 8 }).map((array) => Buffer.from(array)),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => Buffer.concat(pieces))

test('whatever the CLI prints, the runner gets no command and the reader no token', async () => {
  await inLanes(outputRuns, async (lane, numRuns) => {
    const job = world.start({ build: 'dist' })
    const [out, err] = [join(job.directory, 'out'), join(job.directory, 'err')]
    const property = fc.asyncProperty(
      bytes,
      bytes,
      fc.constantFrom(0, 1),
      async (stdout, stderr, exitCode) => {
        writeFileSync(out, stdout)
        writeFileSync(err, stderr)
        const cli = shellCli(
          job,
          `cat >/dev/null; : >"$HOME/in"; cat '${out}'; cat '${err}' >&2; exit ${exitCode}`,
        )
        const inputs = { token, 'cli-path': cli, 'login-attempts': '1' }
        const main = await job.main(inputs)
        expect(main.exitCode).toBe(exitCode)
        expectHonest(main, token)
        const seen = everything(main)
        for (let at = 0; at + 8 <= token.length; at++)
          expect(seen).not.toContain(token.slice(at, at + 8))
        expect(seen).not.toContain('\\u001b')
        const post = await job.post(main, inputs)
        expect(post).toMatchObject({ exitCode: 0, stderr: '', commands: [] })
        expect(everything(post)).not.toContain(token)
      },
    )
    await fc.assert(property, { numRuns, seed: 815 + lane })
  })
}, 600_000)

// Random inputs, by the thousand in process, and a few dozen whole jobs with random inputs and random output
// of the CLI. FUZZ=N sets how many in process; a failure prints its seed and the smallest example.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { readInputs } from '../../src/inputs/inputs.ts'
import { everything } from '../expectations.ts'
import { asVariables, type Ended, metadata } from '../runner.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()
const numRuns = Number(process.env['FUZZ'] ?? 2000)

/** Expects a login, a skipped login, or a failure with one annotation; and nowhere the token. */
function expectHonest(main: Ended, secret: string): void {
  const errors = main.annotations.filter(({ level }) => level === 'error')
  const isLoggedIn = main.outputs['authenticated'] === 'true'
  expect(main).toMatchObject({ signal: null, stderr: '', commands: [], exitCode: errors.length })
  expect(errors.length).toBe(isLoggedIn || main.exitCode === 0 ? 0 : 1)
  expect(main.stdout).not.toMatch(/^\s+at .*[:(]/m)
  expectHidden(everything(main), secret)
}

function expectHidden(text: string, secret: string): void {
  // Shorter texts are words that a message may have anyway.
  if (secret.trim().length >= 8) expect(text).not.toContain(secret.trim())
}

function expectNoPart(text: string): void {
  for (let at = 0; at + 8 <= token.length; at++) expect(text).not.toContain(token.slice(at, at + 8))
}

const hostile = fc.constantFrom(
  ...['$' + '{{ secrets.X }}', 'Bearer abc', '"quoted"', 'ghp_0123456789', 'a'.repeat(20_000)],
  ...['../../etc/passwd', '/etc/passwd', '/dev/zero', 'file:///etc/passwd', '-rf', '.', '..'],
  ...['::add-mask::x', '##[error]x', '\n::error::x', '\u001b[31mred', 'javascript:alert(1)'],
  ...['http://user:secret@127.0.0.1:1', 'http://127.0.0.1:1', token, `https://${token}@a.example`],
  ...['NaN', '1e3', '-1', '0', '99999999999999999999', '2026-02-30', '2099-12-31'],
  ...['latest', '1.x', '>=0 <0', 'v1.2.33', 'true', 'no', 'skip', 'EU', 'wdp'],
)
// An environment cannot hold NUL.
const value = fc
  .oneof(hostile, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 20 }))
  .map((text) => text.replaceAll('\0', ''))
const someInputs = fc
  .subarray(Object.keys(metadata().inputs), { maxLength: 4 })
  .chain((chosen) => fc.record(Object.fromEntries(chosen.map((name) => [name, value]))))

test('inputs of any value are read, or refused without the token', () => {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    const property = fc.property(someInputs, (inputs: Record<string, string>) => {
      try {
        readInputs(asVariables({ token, ...inputs }))
      } catch (error) {
        const { message } = error as Error
        expect(message).toMatch(/`[\w-]+`/)
        expect(message.length).toBeLessThan(2000)
        expectHidden(message, inputs['token'] ?? token)
      }
    })
    fc.assert(property, { numRuns })
  } finally {
    write.mockRestore()
  }
})

test.concurrent('a job with inputs of any value logs in, skips, or fails with one annotation', async () => {
  const { job, inputs: scripted } = world.scripted(
    'read -r token; touch "$HOME/kept"; echo "Hello $token"',
  )
  const property = fc.asyncProperty(someInputs, async (inputs: Record<string, string>) => {
    // Where the values allow a download, it fails at once.
    const nowhere = { 'github-url': 'http://127.0.0.1:9', 'github-api-url': '' }
    const all = { ...scripted, ...nowhere, 'timeout-seconds': '10', ...inputs }
    const main = await job.main(all)
    expectHonest(main, all.token)
    const post = await job.post(main, all)
    expect(post).toMatchObject({ exitCode: 0, stderr: '', commands: [] })
  })
  await fc.assert(property, { numRuns: Math.ceil(numRuns / 100) })
})

const scraps = fc.constantFrom(
  ...[
    '::error::x',
    '::add-mask::x',
    '##[error]x',
    '\r::stop-commands::x',
    '\u001b[0m::add-path::x',
  ],
  ...['#\u001b[m#[debug]x', ':\u200b:set-output name=a::x'],
  ...[token, token.slice(0, 16), token.slice(8), btoa(token), btoa(`${token}\n`)],
  ...[encodeURIComponent(token), `${token.slice(0, 9)}\u001b[1m${token.slice(9)}`],
  ...['\n', '\r\n', '\r', '\0', '\u001b[2J', '\u001b]0;title\u0007', '\u2028', ' '],
)
const piece = fc.oneof(
  fc
    .oneof({ weight: 3, arbitrary: scraps }, fc.string({ unit: 'binary', maxLength: 20 }))
    .map(Buffer.from),
  fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
)
const output = fc.array(piece, { maxLength: 12 }).map((pieces) => Buffer.concat(pieces))

test.concurrent('a job with output of any bytes gives the runner no command and the reader no token', async () => {
  const { job, inputs: scripted } = world.scripted(`cat > "$HOME/kept"; cd "$GITHUB_WORKSPACE"
    cat out; cat err >&2; exit $(cat code)`)
  const inputs = { ...scripted, 'login-attempts': '1' }
  const property = fc.asyncProperty(
    output,
    output,
    fc.constantFrom('0', '1'),
    async (out, err, code) => {
      for (const [name, content] of Object.entries({ out, err, code })) {
        writeFileSync(join(job.directory, name), content)
      }
      const main = await job.main(inputs)
      expect(String(main.exitCode)).toBe(code)
      expectHonest(main, token)
      expectNoPart(everything(main))
      expect(everything(main)).not.toContain('\\u001b')
      const post = await job.post(main, inputs)
      expect(post).toMatchObject({ exitCode: 0, stderr: '', commands: [] })
      expectHidden(everything(post), token)
    },
  )
  await fc.assert(property, { numRuns: Math.ceil(numRuns / 100) })
})

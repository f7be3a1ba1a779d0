// A CLI that prints what confuses a runner: the output of every vector in ../runner/vectors.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { diagnose } from '../../src/cli/failure.ts'
import { fail, say } from '../../src/runner/report.ts'
import { expectLogin } from '../expectations.ts'
import { linesOf } from '../runner/lines.ts'
import { readLines } from '../runner/printed.ts'
import type { Ended } from '../runner.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()

interface Vector {
  readonly topic: string
  readonly name: string
  readonly stdout?: string
  readonly stdoutBase64?: string
}

const path = join(import.meta.dirname, '../runner/vectors.json')
const vectors: readonly Vector[] = JSON.parse(readFileSync(path, 'utf8')).output
const outputs = vectors.map(({ topic, name, stdout = '', stdoutBase64 = '' }) => {
  const bytes = Buffer.concat([Buffer.from(stdout), Buffer.from(stdoutBase64, 'base64')])
  return { title: `${topic}: ${name}`, bytes }
})

// The masks of the action itself: those of a login whose CLI prints nothing.
let ownMasks: readonly string[] = []
beforeAll(async () => {
  const { job, inputs } = world.scripted('cat >"$HOME/kept"')
  ownMasks = (await expectLogin(job, inputs)).masks
})

/** Starts a job whose CLI prints all of them on both streams in each of its calls, then runs a script. */
function startHostile(script: string) {
  const { job, inputs } = world.scripted(`cat >"$HOME/kept"
    cat "$GITHUB_WORKSPACE/hostile"; cat "$GITHUB_WORKSPACE/hostile" >&2
    ${script}`)
  const lineEnd = Buffer.from('\n')
  writeFileSync(
    join(job.directory, 'hostile'),
    Buffer.concat(outputs.flatMap(({ bytes }) => [bytes, lineEnd])),
  )
  return { job, inputs: { ...inputs, 'login-attempts': '1' } }
}

/** Expects that the runner got from a step what the action gives it, and nothing of the CLI. */
function expectOnlyOurs(step: Ended, titles: readonly string[]): void {
  const outputs = /^(authenticated|cli-version|cli-path|cache-hit|token-used|session)$/
  expect(step.commands).toEqual([])
  expect(step.annotations.map(({ title }) => title)).toEqual(titles)
  expect(step.masks.filter(isForeign)).toEqual([])
  expect(Object.keys(step.outputs).filter((name) => !outputs.test(name))).toEqual([])
  expect(Object.keys(step.state).filter((name) => !/^(session|loggedIn)$/.test(name))).toEqual([])
  expect(step.commandFiles.path).toBe(step.session && `${step.session}/bin\n`)
  expectSameWithoutCulture(step.stdout, titles)
}

function isForeign(mask: string): boolean {
  return !ownMasks.includes(mask)
}

/** Expects that a runner without libicu, which finds commands in other places, finds none either. */
function expectSameWithoutCulture(printed: string, titles: readonly string[]): void {
  const { commands, masks, log } = readLines(linesOf(printed), { hasCulture: false })
  expect(log.issues.map(({ title }) => title)).toEqual(titles)
  expect([...commands, ...masks.filter(isForeign)]).toEqual([])
}

test.concurrent('it logs in and out, and gives the runner nothing', async () => {
  const { job, inputs } = startHostile('exit 0')
  const main = await job.main(inputs)
  expect(main).toMatchObject({ outcome: 'success', outputs: { authenticated: 'true' } })
  expectOnlyOurs(main, [])
  const post = await job.post(main, inputs)
  expect(post.outcome).toBe('success')
  expectOnlyOurs(post, [])
})

test.concurrent.each([
  ['the login', '[ "$1" != login ]', 'Choreo: Login failed', {}],
  [
    'the list of organizations',
    '[ "$1" != list ]',
    'Choreo: Organization not verified',
    { 'expected-organization': 'acme' },
  ],
] as const)(
  'it fails in %s, and gives the runner one annotation',
  async (_, script, title, more) => {
    const { job, inputs } = startHostile(script)
    const main = await job.main({ ...inputs, ...more })
    expect(main).toMatchObject({ outcome: 'failure', outputs: { authenticated: 'false' } })
    expectOnlyOurs(main, [title])
    expectOnlyOurs(await job.post(main, inputs), [])
  },
)

test.concurrent('it fails in the log-out, and gives the runner one warning', async () => {
  const { job, inputs } = startHostile('[ "$1" != logout ]')
  const main = await job.main(inputs)
  expectOnlyOurs(main, [])
  expectOnlyOurs(await job.post(main, inputs), ['Choreo: Log-out failed'])
})

test.concurrent('it fails in the early log-out, and gives the runner one warning', async () => {
  const { job, inputs } = startHostile('[ "$1" != logout ]')
  const main = await job.main(inputs)
  expectOnlyOurs(await job.logout(), ['Choreo: Log-out failed'])
  expectOnlyOurs(await job.post(main, inputs), [])
})

afterEach(() => {
  process.exitCode = undefined
})

// A whole job quotes six lines of its CLI. Here each output is quoted.
test.each(outputs)('it is quoted as text: $title', ({ bytes }) => {
  const stdout = bytes.toString()
  const ended = { exitCode: 1, signal: null, limit: undefined, startError: '' }
  const { what } = diagnose({ ...ended, stdout, stderr: stdout }, [token])
  const printed = printedBy(() => {
    say(stdout)
    fail(new Error(what), [token], {})
    fail(new Error(stdout), [token], {})
  })
  const titles = ['Choreo: Unexpected error', 'Choreo: Unexpected error']
  const { commands, masks, log, hasFailed } = readLines(linesOf(printed))
  expect({ commands, masks, hasFailed }).toEqual({ commands: [], masks: [], hasFailed: false })
  expect(log.issues.map(({ title }) => title)).toEqual(titles)
  expectSameWithoutCulture(printed, titles)
})

function printedBy(print: () => void): string {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  try {
    print()
    return write.mock.calls.map(([text]) => String(text)).join('')
  } finally {
    write.mockRestore()
  }
}

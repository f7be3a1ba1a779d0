// What a person reads of a login that fails, is tried again, or is refused: runs of the bundle, against
// a CLI and a service with every fault in turn.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { meanings, unknown } from '../src/cli/failure.ts'
import { type Ended, holders, type Job } from './runner.ts'
import { setUp } from './set-up.ts'
import { executable, type Fault } from './stand-in/executable.ts'
import { acme } from './stand-in/platform.ts'
import { knownToken } from './stand-in/server.ts'

const world = setUp()
const { inputs } = world
const start = (): Job => world.start({ build: 'dist' })

let versions = 0

/** Puts a CLI with this fault on the machine of a job. */
function install(job: Job, fault?: Fault, service = world.standIn.service): string {
  // Faults with a number of times are counted by version.
  const settings = { cli: 'choreo', version: `v3.0.${++versions}`, service, fault } as const
  return place(job, executable(settings))
}

function place(job: Job, content: string | Buffer): string {
  const path = join(job.directory, `cli-${++versions}`)
  writeFileSync(path, content, { mode: 0o755 })
  return path
}

const base64 = (text: string) => Buffer.from(text).toString('base64')

function says(stderr: string, more: object = {}): Fault {
  return { kind: 'says', stderr: base64(stderr), exitCode: 1, ...more }
}

function logins(): readonly { readonly at: number }[] {
  return world.standIn.requests.filter(({ path }) => path === '/service/login')
}

function whyOf(title: string): string {
  const meaning = [...meanings, unknown].find((one) => one.title === title)
  if (meaning === undefined) throw new Error(`There is no row "${title}".`)
  return meaning.why
}

function onlyError({ annotations, outputs, exitCode, stderr, stdout }: Ended) {
  expect(exitCode).toBe(1)
  expect(outputs['authenticated']).toBe('false')
  expect(`${stdout}\n${stderr}`).not.toMatch(/^ {4}at /m)
  const errors = annotations.filter(({ level }) => level === 'error')
  expect(errors).toHaveLength(1)
  return errors[0] ?? { level: 'error', title: '', message: '' }
}

function leftNothing(job: Job, main: Ended, ...tokens: readonly string[]): void {
  expect(readdirSync(job.temp)).toEqual([])
  for (const token of [knownToken, ...tokens]) {
    expect(holders(job.directory, token)).toEqual([])
    expect(main.stdout.replace(/^::add-mask::.*$/gm, '') + main.stderr).not.toContain(token)
  }
}

const covered = new Set<string>()

async function expectFailure(
  job: Job,
  more: Readonly<Record<string, string>>,
  title: string,
  end: string,
): Promise<void> {
  covered.add(title)
  const main = await job.main(inputs(more))
  const error = onlyError(main)
  expect(error.title).toBe(title)
  expect(error.message).toContain([whyOf(title), end].filter(Boolean).join('\n'))
  expect(main.annotations).toHaveLength(1)
  leftNothing(job, main)
  const post = await job.post(main, inputs(more))
  expect(post).toMatchObject({ exitCode: 0, annotations: [], log: [], stderr: '' })
}

describe('a failure is explained', () => {
  test('when the token is refused', async () => {
    world.standIn.clearRequests()
    const token = 'a-token-that-nobody-knows'
    await expectFailure(
      start(),
      { token },
      'Token refused',
      'The CLI ended with exit code 1.\nThe CLI said:\n  Error: login failed: 401 Unauthorized: the personal access token is invalid or has expired',
    )
    expect(logins()).toHaveLength(1)
  })

  test('when the token may not do that', async () => {
    const token = 'a-token-without-any-scope'
    world.standIn.addAccount(token, { account: 'octo', scopes: 'forbidden' })
    world.standIn.clearRequests()
    await expectFailure(
      start(),
      { token },
      'Token lacks permission',
      'The CLI ended with exit code 1.\nThe CLI said:\n  Error: 403 Forbidden: token lacks the required scopes',
    )
    expect(logins()).toHaveLength(1)
  })

  test.each([
    ['breaks connections', 'reset', 'read: connection reset by peer'],
    ['answers 503', { status: 503 }, 'request failed: 503 Service Unavailable'],
    ['answers 429', { status: 429 }, 'request failed: 429 Too Many Requests'],
    ['is behind a sign-in page', 'html', "invalid character '<' looking for beginning of value"],
  ] as const)('when the service %s', async (_, fault, said) => {
    world.standIn.clearRequests()
    world.standIn.faults.service = fault
    const job = start()
    covered.add('Choreo out of reach')
    const main = await job.main(inputs({ 'login-attempts': '2' }))
    const error = onlyError(main)
    expect(error).toMatchObject({ title: 'Choreo out of reach' })
    expect(error.message).toContain(`2 attempts failed. ${whyOf(error.title)}`)
    expect(error.message).toContain(said)
    expect(logins()).toHaveLength(2)
    leftNothing(job, main)
  })

  test('when nothing listens where the service should be', async () => {
    const job = start()
    await expectFailure(
      job,
      { 'cli-path': install(job, undefined, 'http://127.0.0.1:9/x'), 'login-attempts': '1' },
      'Choreo out of reach',
      'The CLI ended with exit code 1.\nThe CLI said:\n  Error: Post "http://127.0.0.1:9/x/login": dial tcp 127.0.0.1:9: connect: connection refused',
    )
  })

  test.each([
    ['Choreo out of reach', 'Error: dial tcp: lookup a.example: no such host'],
    ['Choreo out of reach', 'Error: net/http: TLS handshake timeout'],
    ['Choreo out of reach', 'Error: context deadline exceeded'],
    ['Certificate not trusted', 'Error: x509: certificate signed by unknown authority'],
    [
      'No keyring',
      'failed to write to keyring user_info_path: The name org.freedesktop.secrets was not provided by any .service files',
    ],
    ['Login failed', 'Error: something that nobody has seen yet'],
  ])('%s: "%s"', async (title, said) => {
    const job = start()
    await expectFailure(
      job,
      { 'cli-path': install(job, says(said, { exitCode: 4 })), 'login-attempts': '1' },
      title,
      `The CLI ended with exit code 4.\nThe CLI said:\n  ${said}`,
    )
  })

  test('when the CLI is too old', async () => {
    const job = start()
    await expectFailure(
      job,
      { 'cli-path': install(job, { kind: 'old' }) },
      'CLI too old',
      'The CLI ended with exit code 1.\nThe CLI said:\n  Error: unknown flag: --with-token',
    )
  })

  test('when the CLI is killed', async () => {
    const job = start()
    await expectFailure(
      job,
      { 'cli-path': install(job, says('', { signal: 'SIGKILL' })) },
      'CLI was killed',
      'The signal was SIGKILL.',
    )
  })

  test('when the CLI does not answer in time', async () => {
    const job = start()
    const began = performance.now()
    await expectFailure(
      job,
      { 'cli-path': install(job, { kind: 'hang', grandchild: true }), 'timeout-seconds': '1' },
      'Login timed out',
      '',
    )
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  test('when the CLI says nothing', async () => {
    const job = start()
    await expectFailure(
      job,
      { 'cli-path': install(job, says('', { exitCode: 3 })) },
      'Login failed silently',
      'The CLI ended with exit code 3.',
    )
  })

  test('when the run is cancelled', async () => {
    const job = start()
    const pidFile = join(job.directory, 'pids')
    const cliPath = install(job, { kind: 'hang', pidFile })
    const running = job.startMain(inputs({ 'cli-path': cliPath }))
    while (!existsSync(pidFile)) await sleep(20)
    running.child.kill('SIGINT')
    const main = await running.ended
    covered.add('Login cancelled')
    expect(onlyError(main)).toMatchObject({
      title: 'Login cancelled',
      message: whyOf('Login cancelled'),
    })
    leftNothing(job, main)
  })

  test.each<[what: string, content: () => string | Buffer, said: RegExp]>([
    ['is made for another processor', () => elf({ machine: 0x1234 }), /\nThe CLI said:\n.*ELF/s],
    [
      'is made for another processor, and looks like a bad script',
      () => Buffer.concat([elf({ machine: 0x1234 }), Buffer.from('\n(\n)(')]),
      /exit code 2\.\nThe CLI said:\n.*syntax error/is,
    ],
    [
      'is made for another C library',
      () => elf({ loader: '/no/such/loader' }),
      /The operating system said:\n.*ENOENT/s,
    ],
    [
      'needs an interpreter that is missing',
      () => '#!/no/such/interpreter\n',
      /The operating system said:\n.*ENOENT/s,
    ],
    [
      'needs an interpreter that cannot be run',
      () => '#!/etc/passwd\n',
      /The operating system said:\n.*EACCES/s,
    ],
    [
      'calls a program that is missing',
      () => '#!/bin/sh\nexec /no/such/choreo "$@"\n',
      /exit code 127\.\nThe CLI said:\n.*not found/s,
    ],
    [
      'calls a program that cannot be run',
      () => '#!/bin/sh\n/etc/passwd "$@"\n',
      /exit code 126\.\nThe CLI said:\n.*permission denied/is,
    ],
    [
      'finds another C library',
      () => '#!/bin/sh\necho "choreo: libc.so.6: version \'GLIBC_2.99\' not found" >&2\nexit 1\n',
      /exit code 1\.\nThe CLI said:\n.*GLIBC_2\.99/s,
    ],
  ])('when the CLI %s', async (_, content, said) => {
    const job = start()
    const main = await job.main(inputs({ 'cli-path': place(job, content()) }))
    covered.add('CLI cannot be run')
    const error = onlyError(main)
    expect(error.title).toBe('CLI cannot be run')
    expect(error.message.startsWith(whyOf(error.title))).toBe(true)
    expect(error.message).toMatch(said)
    expect(main.annotations).toHaveLength(1)
    leftNothing(job, main)
  })

  // Node gives what the kernel does not know to a shell, and an empty file is a success there.
  test.each(['', 'not a program\n'])('when the CLI is no program (%j)', async (content) => {
    const job = start()
    const main = await job.main(inputs({ 'cli-path': place(job, content) }))
    expect(onlyError(main)).toMatchObject({
      title: 'CLI cannot be run',
      message: expect.stringContaining('is no program'),
    })
    leftNothing(job, main)
  })

  test('in every row of the table', () => {
    expect([...covered].toSorted()).toEqual(
      [...meanings, unknown].map(({ title }) => title).toSorted(),
    )
  })

  test('with the token hidden, also in parts and encoded, and as no command', async () => {
    const job = start()
    const forms = [
      knownToken,
      knownToken.slice(4, 20),
      base64(knownToken),
      base64(`${knownToken}\n`),
    ]
    const said = `Error: ${forms.join('\n')}\n::error::${knownToken}\n##[error]x\n::set-env name=A::b`
    const main = await job.main(inputs({ 'cli-path': install(job, says(said)) }))
    const { message } = onlyError(main)
    for (const form of forms) expect(message).not.toContain(form)
    expect(main.commands).toEqual([])
    leftNothing(job, main)
  })
})

/** The least of a Linux program: enough for the kernel to refuse it. */
function elf({ machine, loader }: { machine?: number; loader?: string }): Buffer {
  const native = process.arch === 'arm64' ? 183 : 62
  const header = Buffer.alloc(64 + 56)
  header.write('\u007fELF')
  header.set([2, 1, 1], 4)
  header.writeUInt16LE(2, 16)
  header.writeUInt16LE(machine ?? native, 18)
  header.writeUInt32LE(1, 20)
  header.writeBigUInt64LE(64n, 32)
  header.writeUInt16LE(64, 52)
  header.writeUInt16LE(56, 54)
  header.writeUInt16LE(1, 56)
  const path = Buffer.from(`${loader ?? ''}\u0000`)
  header.writeUInt32LE(3, 64)
  header.writeUInt32LE(4, 68)
  header.writeBigUInt64LE(BigInt(header.length), 72)
  header.writeBigUInt64LE(BigInt(path.length), 96)
  header.writeBigUInt64LE(BigInt(path.length), 104)
  return Buffer.concat([header, path])
}

describe('what may pass is tried again', () => {
  test('until it works', async () => {
    world.standIn.clearRequests()
    world.standIn.faults.service = { status: 503, times: 2 }
    const main = await start().main(inputs())
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { authenticated: 'true' } })
    const lines = main.log.filter((line) => line.startsWith('Attempt '))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(
      /^Attempt 1 of 3 failed \(Choreo out of reach\)\. The next one is in 0\.[5-8] s\.$/,
    )
    expect(lines[1]).toMatch(/^Attempt 2 of 3 failed .* The next one is in 1\.[0-5] s\.$/)
    const times = logins().map(({ at }) => at)
    expect(times).toHaveLength(3)
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(500)
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(1000)
  })

  test('and no more often than it may be', async () => {
    world.standIn.clearRequests()
    world.standIn.faults.service = { status: 502 }
    const main = await start().main(inputs({ 'login-attempts': '2' }))
    expect(onlyError(main).message).toMatch(/^2 attempts failed\. /)
    expect(logins()).toHaveLength(2)
    expect(main.log.filter((line) => line.startsWith('Attempt '))).toHaveLength(1)
  })

  test('and once, when one attempt was asked for', async () => {
    world.standIn.clearRequests()
    world.standIn.faults.service = { status: 502 }
    const main = await start().main(inputs({ 'login-attempts': '1' }))
    expect(onlyError(main).title).toBe('Choreo out of reach')
    expect(logins()).toHaveLength(1)
    expect(main.log.filter((line) => line.startsWith('Attempt '))).toEqual([])
  })

  test('but a refusal that follows ends it', async () => {
    world.standIn.clearRequests()
    world.standIn.faults.service = { status: 503, times: 1 }
    const main = await start().main(inputs({ token: 'a-token-that-nobody-knows' }))
    expect(onlyError(main).title).toBe('Token refused')
    expect(logins()).toHaveLength(2)
  })

  test('and a cancelled run does not wait for the next attempt', async () => {
    world.standIn.clearRequests()
    world.standIn.faults.service = { status: 503 }
    const running = start().startMain(inputs({ 'login-attempts': '100' }))
    while (logins().length < 2) await sleep(20)
    running.child.kill('SIGINT')
    expect(onlyError(await running.ended).title).toBe('Login cancelled')
    expect(logins().length).toBeLessThanOrEqual(3)
  })

  test('also when organizations are listed', async () => {
    const job = start()
    world.standIn.clearRequests()
    // The login is the first request that meets a fault; the list of organizations the next.
    const cliPath = install(job, {
      kind: 'organizations-print',
      stdout: base64('Error: 503 Service Unavailable'),
      exitCode: 1,
      times: 1,
    })
    const main = await job.main(inputs({ 'cli-path': cliPath, 'expected-organization': 'acme' }))
    expect(main).toMatchObject({ exitCode: 0, outputs: { authenticated: 'true' } })
    expect(main.log.filter((line) => line.startsWith('Attempt 1 of 3'))).toHaveLength(1)
    expect(logins()).toHaveLength(1)
  })
})

describe('a fallback token', () => {
  const second = 'second-stand-in-token-for-nights'
  const wrong = 'a-token-that-nobody-knows'

  test('is used when the token is refused, with a warning that says what to renew', async () => {
    world.standIn.addAccount(second, { account: 'octo' })
    world.standIn.clearRequests()
    const job = start()
    const main = await job.main(inputs({ token: wrong, 'fallback-token': second }))
    expect(main).toMatchObject({
      exitCode: 0,
      outputs: { authenticated: 'true', 'token-used': 'fallback' },
    })
    expect(main.annotations).toHaveLength(1)
    expect(main.annotations[0]).toMatchObject({
      level: 'warning',
      title: 'Token refused, fallback used',
    })
    expect(main.annotations[0]?.message).toContain('Renew the secret that `token` reads')
    expect(main.masks).toContain(second)
    expect(main.masks).toContain(wrong)
    expect(logins()).toHaveLength(2)
    expect(main.log.length).toBeLessThanOrEqual(5)
    expect(main.summary).toContain('the fallback')
    const step = await job.step('choreo whoami')
    expect(step.stdout).toBe('octo\n')
    await job.post(main, inputs({ token: wrong, 'fallback-token': second }))
    expect(world.standIn.logouts.at(-1)).toBe(second)
    leftNothing(job, main, second, wrong)
  })

  test('is not used when the token is good', async () => {
    const main = await start().main(inputs({ 'fallback-token': second }))
    expect(main).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { 'token-used': 'primary' },
    })
    expect(main.masks).toContain(second)
  })

  test('is never used when the network fails', async () => {
    world.standIn.addAccount(second, { account: 'octo' })
    world.standIn.clearRequests()
    // One more request would be answered.
    world.standIn.faults.service = { status: 503, times: 2 }
    const main = await start().main(inputs({ 'fallback-token': second, 'login-attempts': '2' }))
    expect(onlyError(main).title).toBe('Choreo out of reach')
    expect(logins()).toHaveLength(2)
  })

  test('is not used when the token lacks a scope', async () => {
    world.standIn.addAccount(wrong, { account: 'octo', scopes: 'forbidden' })
    world.standIn.clearRequests()
    const main = await start().main(inputs({ token: wrong, 'fallback-token': second }))
    world.standIn.accounts.delete(wrong)
    expect(onlyError(main).title).toBe('Token lacks permission')
    expect(logins()).toHaveLength(1)
  })

  test('can be refused as well, which is one error', async () => {
    const other = 'another-token-that-nobody-knows'
    const job = start()
    world.standIn.clearRequests()
    const main = await job.main(inputs({ token: wrong, 'fallback-token': other }))
    const error = onlyError(main)
    expect(error.title).toBe('Both tokens refused')
    expect(error.message).toMatch(/^`token` and `fallback-token` were both refused\. /)
    expect(error.message).toContain('Personal Access Token')
    expect(main.annotations).toHaveLength(1)
    expect(logins()).toHaveLength(2)
    leftNothing(job, main, wrong, other)
  })

  test('that is the same token is not tried', async () => {
    world.standIn.clearRequests()
    const main = await start().main(inputs({ token: wrong, 'fallback-token': wrong }))
    expect(onlyError(main).message).toContain('`fallback-token` holds the same token')
    expect(logins()).toHaveLength(1)
  })

  test('can fail in another way than the token', async () => {
    const job = start()
    const cliPath = place(
      job,
      '#!/bin/sh\n[ "$1" = login ] || exit 0\nread -r token\n' +
        `[ "$token" = "${second}" ] && { echo "dial tcp: no such host" >&2; exit 1; }\n` +
        'echo "401 Unauthorized" >&2; exit 1\n',
    )
    const main = await job.main(
      inputs({
        token: wrong,
        'fallback-token': second,
        'cli-path': cliPath,
        'login-attempts': '2',
      }),
    )
    const error = onlyError(main)
    expect(error.title).toBe('Choreo out of reach')
    expect(error.message).toMatch(
      /^`token` was refused, and the login with `fallback-token` failed\. 2 attempts failed\. /,
    )
  })

  test('is checked like the token', async () => {
    world.standIn.clearRequests()
    const main = await start().main(inputs({ 'fallback-token': 'Bearer abcdefghijkl' }))
    expect(onlyError(main).message).toBe(
      'The value of the input `fallback-token` starts with "Bearer". Store the token alone, without the word that an HTTP header puts before it.',
    )
    expect(world.standIn.requests).toEqual([])
  })
})

describe('a date of expiry', () => {
  // A day that ends during a run would be another number of days.
  async function withDays(days: number, more: Readonly<Record<string, string>> = {}) {
    for (;;) {
      const today = new Date().toISOString().slice(0, 10)
      const date = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)
      const main = await start().main(inputs({ 'token-expires-on': date, ...more }))
      if (new Date().toISOString().startsWith(today)) return { date, main }
    }
  }

  test.each([
    [5, 'in 5 days', (date: string) => `The Personal Access Token expires in 5 days, on ${date}.`],
    [
      14,
      'in 14 days',
      (date: string) => `The Personal Access Token expires in 14 days, on ${date}.`,
    ],
    [0, 'today', (date: string) => `The Personal Access Token expires today, on ${date}.`],
    [
      -3,
      '3 days ago',
      (date: string) =>
        `By your own note, the Personal Access Token expired on ${date}, 3 days ago.`,
    ],
  ])('%i days away warns', async (days, when, words) => {
    const { date, main } = await withDays(days)
    expect(main).toMatchObject({ exitCode: 0, outputs: { authenticated: 'true' } })
    expect(main.annotations).toHaveLength(1)
    expect(main.annotations[0]).toMatchObject({ level: 'warning', title: 'Token expires' })
    expect(main.annotations[0]?.message).toContain(words(date))
    expect(main.summary).toContain(`<td>${when}</td>`)
  })

  test('that is far away does not warn', async () => {
    expect((await withDays(15)).main.annotations).toEqual([])
    expect((await withDays(5, { 'expiry-warning-days': '4' })).main.annotations).toEqual([])
  })

  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '01.02.2026', 'soon', '2026-04-31T00:00:00Z'])(
    'that does not exist is a bad input: %s',
    async (date) => {
      world.standIn.clearRequests()
      const main = await start().main(inputs({ 'token-expires-on': date }))
      expect(onlyError(main).message).toBe(
        `The input \`token-expires-on\` is "${date}". Allowed is a date that exists, as YYYY-MM-DD.`,
      )
      expect(world.standIn.requests).toEqual([])
    },
  )
})

describe('the expected organization', () => {
  test.each(['acme', 'ACME', 'Acme Inc', 'acme inc', '1001'])('is reached: %s', async (name) => {
    const main = await start().main(inputs({ 'expected-organization': name }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { authenticated: 'true' } })
    expect(main.log.at(-2)).toBe(`Logged in, with access to the organization ${name}.`)
  })

  async function expectUndone(main: Ended, job: Job, title: string): Promise<string> {
    const error = onlyError(main)
    expect(error.title).toBe(title)
    expect(error.message).toContain('login is undone')
    expect(main.annotations).toHaveLength(1)
    expect(main.outputs['session']).toBeUndefined()
    leftNothing(job, main)
    const step = await job.step('choreo list projects')
    expect(step.exitCode).not.toBe(0)
    expect(await job.post(main, inputs())).toMatchObject({ annotations: [], log: [], stderr: '' })
    return error.message
  }

  test.each(['acm', 'acme2', 'other', 'Acme  Inc', '.*'])('is not reached: %s', async (name) => {
    const job = start()
    const before = world.standIn.logouts.length
    const main = await job.main(inputs({ 'expected-organization': name }))
    expect(await expectUndone(main, job, 'Wrong account')).toBe(
      `The token does not reach the organization "${name}", which \`expected-organization\` asks for, so the login is undone. ` +
        'It reaches "acme". Check that the job reads the secret of the right account.',
    )
    expect(world.standIn.logouts.slice(before)).toEqual([knownToken])
  })

  test('is not reached, and at most ten others are named', async () => {
    const token = 'stand-in-token-of-a-busy-person'
    const organizations = Array.from({ length: 13 }, (_, n) => ({
      id: `${n}`,
      handle: `org-${n}`,
      name: `Org ${n}`,
    }))
    world.standIn.addAccount(token, { account: 'busy', organizations })
    const job = start()
    const main = await job.main(inputs({ token, 'expected-organization': 'acme' }))
    const message = await expectUndone(main, job, 'Wrong account')
    expect(message).toContain('"org-0", "org-1"')
    expect(message).toContain('"org-9" and 3 more.')
    expect(message).not.toContain('org-10')
  })

  test('is not reached by a token without any', async () => {
    const token = 'stand-in-token-of-a-lonely-person'
    world.standIn.addAccount(token, { account: 'lonely', organizations: [] })
    const job = start()
    const main = await job.main(inputs({ token, 'expected-organization': 'acme' }))
    expect(await expectUndone(main, job, 'Wrong account')).toContain(
      'It reaches no organization at all.',
    )
  })

  test('is not reached by one with a hostile name, which stays a name', async () => {
    const token = 'stand-in-token-of-a-hostile-person'
    const name = `\u001b[31m\r\n::error::${token}\n##[error]x %0A::set-env name=A::b ${'x'.repeat(500)}`
    world.standIn.addAccount(token, {
      account: 'hostile',
      organizations: [{ id: '', handle: name, name: '' }],
    })
    const job = start()
    const main = await job.main(inputs({ token, 'expected-organization': 'acme' }))
    const message = await expectUndone(main, job, 'Wrong account')
    expect(message).not.toContain(token)
    expect(message).not.toMatch(/[\n\u001b]/)
    expect(message.length).toBeLessThan(500)
    expect(main.commands).toEqual([])
  })

  test('is not confirmed by a CLI that cannot list organizations', async () => {
    const job = start()
    const main = await job.main(
      inputs({
        'cli-path': install(job, { kind: 'no-organizations' }),
        'expected-organization': 'acme',
      }),
    )
    const message = await expectUndone(main, job, 'Organization not confirmed')
    expect(message).toContain(
      'could not be confirmed that the token reaches the organization "acme"',
    )
    expect(message).toContain('This CLI has no command that lists organizations')
  })

  test.each([
    ['a table', 'HANDLE NAME\nacme   Acme Inc\n', 0],
    ['nothing', '', 0],
    ['half a list', '[\n{"handle": "acme"},\n', 0],
    ['an account', '{"name": "acme"}', 0],
    [
      'half a list after notices',
      `${'notice\n'.repeat(3_000)}[{"handle": "beta", "owner": {"handle": "acme"}`,
      0,
    ],
  ])('is not confirmed by %s', async (_, printed, exitCode) => {
    const job = start()
    const cliPath = install(job, {
      kind: 'organizations-print',
      stdout: base64(printed),
      exitCode,
    })
    const main = await job.main(inputs({ 'cli-path': cliPath, 'expected-organization': 'acme' }))
    const message = await expectUndone(main, job, 'Organization not confirmed')
    expect(message).toContain('no list of organizations that this action can read')
  })

  test('is not confirmed by a good list of a CLI that failed', async () => {
    const job = start()
    const cliPath = install(job, {
      kind: 'organizations-print',
      stdout: base64(JSON.stringify([acme])),
      exitCode: 9,
    })
    const main = await job.main(inputs({ 'cli-path': cliPath, 'expected-organization': 'acme' }))
    expect(await expectUndone(main, job, 'Organization not confirmed')).toContain('exit code 9')
  })

  test('is found between notices', async () => {
    const job = start()
    const cliPath = install(job, {
      kind: 'organizations-print',
      stdout: base64(`Update [now]!\n${JSON.stringify([acme], undefined, 2)}\nBye.\n`),
      exitCode: 0,
    })
    const main = await job.main(inputs({ 'cli-path': cliPath, 'expected-organization': 'acme' }))
    expect(main.exitCode).toBe(0)
  })

  test('has to be a name on one line', async () => {
    world.standIn.clearRequests()
    const main = await start().main(inputs({ 'expected-organization': 'acme\n::error::x' }))
    expect(onlyError(main).message).toContain('on one line')
    expect(main.commands).toEqual([])
    expect(world.standIn.requests).toEqual([])
  })

  test('may look like a command of the runner, which it does not become', async () => {
    const token = 'stand-in-token-of-a-strange-person'
    const name = '##[error]<img src=x onerror=y>|[a](b)'
    world.standIn.addAccount(token, { account: 'x', organizations: [{ ...acme, name }] })
    const main = await start().main(inputs({ token, 'expected-organization': name }))
    expect(main).toMatchObject({ exitCode: 0, annotations: [], commands: [] })
    expect(main.summary).not.toMatch(/<img|##\[|\[a\]/)
  })
})

describe('the region', () => {
  test.each([
    ['eu', 'EU'],
    ['US', 'US'],
    ['', undefined],
  ])('"%s" reaches the login and later steps', async (region, expected) => {
    const job = start()
    const main = await job.main(inputs({ region }))
    expect(main.exitCode).toBe(0)
    expect(world.standIn.attempts.at(-1)?.region).toBe(expected ?? 'US')
    const step = await job.step('choreo env CHOREO_REGION')
    expect(JSON.parse(step.stdout)).toEqual(
      expected === undefined ? {} : { CHOREO_REGION: expected },
    )
  })

  test('that is none is a bad input', async () => {
    const main = await start().main(inputs({ region: 'mars' }))
    expect(onlyError(main).message).toBe('The input `region` is "mars". Allowed is `US` or `EU`.')
  })
})

describe('a missing token', () => {
  const pullRequest = (head: string) => ({
    pull_request: {
      head: { repo: { full_name: head } },
      base: { repo: { full_name: 'octo/app' } },
    },
  })
  const cases: readonly (readonly [string, Record<string, string>, object | undefined, string])[] =
    [
      [
        'a pull request from a fork',
        { GITHUB_EVENT_NAME: 'pull_request' },
        pullRequest('x/app'),
        'comes from a fork',
      ],
      [
        'a run of Dependabot',
        { GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'dependabot[bot]' },
        pullRequest('octo/app'),
        'Settings, Secrets and variables, Dependabot',
      ],
      [
        'pull_request_target',
        { GITHUB_EVENT_NAME: 'pull_request_target' },
        pullRequest('x/app'),
        'Runs of this event do get secrets',
      ],
      [
        'a wrong name',
        { GITHUB_EVENT_NAME: 'push' },
        {},
        'A secret that does not exist is an empty string',
      ],
      [
        'an event that cannot be read',
        { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: '/no/such' },
        undefined,
        'A secret that does not exist',
      ],
    ]

  function environment(job: Job, own: Record<string, string>, event: object | undefined) {
    const path = join(job.directory, 'event.json')
    if (event !== undefined) writeFileSync(path, JSON.stringify(event))
    return { GITHUB_EVENT_PATH: path, ...own }
  }

  test.each(cases)('in %s fails with the reason', async (_, own, event, words) => {
    const job = start()
    world.standIn.clearRequests()
    const main = await job.main(inputs({ token: '  ' }), { env: environment(job, own, event) })
    const error = onlyError(main)
    expect(error.title).toBe('No token')
    expect(error.message).toMatch(/^The input `token` is empty\. /)
    expect(error.message).toContain(words)
    expect(world.standIn.requests).toEqual([])
    expect(readdirSync(job.temp)).toEqual([])
  })

  test.each(cases)('in %s can be skipped', async (_, own, event, words) => {
    const job = start()
    world.standIn.clearRequests()
    const given = inputs({ token: '', 'on-missing-token': 'Skip' })
    const main = await job.main(given, { env: environment(job, own, event) })
    expect(main).toMatchObject({ exitCode: 0, log: [], commands: [], stderr: '', summary: '' })
    expect(main.outputs).toEqual({ authenticated: 'false' })
    expect(main.state).toEqual({})
    expect(main.annotations).toHaveLength(1)
    expect(main.annotations[0]).toMatchObject({ level: 'notice', title: 'Choreo login skipped' })
    expect(main.annotations[0]?.message).toContain(words)
    expect(main.annotations[0]?.message).not.toContain('on-missing-token: skip')
    const path = join(job.directory, '_files-job', 'step-1', 'path')
    expect(readFileSync(path, 'utf8')).toBe('')
    expect(world.standIn.requests).toEqual([])
    expect(readdirSync(job.temp)).toEqual([])
    const post = await job.post(main, given)
    expect(post).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
  })
})

describe('the summary', () => {
  test('tells what a person wants to know, and nothing of the token', async () => {
    const { summary } = await start().main(inputs({ 'expected-organization': 'acme' }))
    for (const words of [
      'Choreo CLI v1.2.33',
      'downloaded, SHA-256 verified with the release v1.2.33',
      'acme, confirmed',
      'the first one',
      'The session ends with the job.',
    ]) {
      expect(summary).toContain(words)
    }
    for (let at = 0; at + 8 <= knownToken.length; at++) {
      // The stand-in's token is made of words; these stand in no row.
      expect(summary).not.toContain(knownToken.slice(at, at + 8))
    }
    expect(summary.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(2)
  })

  test('is left out when it is not wanted', async () => {
    expect((await start().main(inputs({ summary: 'False' }))).summary).toBe('')
  })

  test.each<[string, (job: Job) => string | undefined]>([
    ['unset', () => undefined],
    ['empty', () => ''],
    ['missing', (job) => join(job.directory, 'no', 'such', 'file')],
    ['a directory', (job) => job.home],
  ])('changes nothing when its file is %s', async (_, file) => {
    const job = start()
    mkdirSync(job.home, { recursive: true })
    const main = await job.main(inputs(), { env: { GITHUB_STEP_SUMMARY: file(job) } })
    expect(main).toMatchObject({ exitCode: 0, annotations: [], stderr: '' })
    expect(main.log).toHaveLength(3)
  })
})

describe('the log', () => {
  test('of a good run is three to five lines', async () => {
    const main = await start().main(inputs({ 'expected-organization': 'acme' }))
    expect(main.log).toEqual([
      'Choreo CLI v1.2.33, downloaded, SHA-256 verified with the release v1.2.33.',
      'Logged in, with access to the organization acme.',
      'Later steps call `choreo`. The session ends with the job.',
    ])
    expect(main.stdout).not.toMatch(/ ms$/m)
  })

  test('tells more for debugging, and no secret', async () => {
    const token = 'stand-in-token-that-is-debugged'
    world.standIn.addAccount(token, { account: 'octo' })
    const job = start()
    world.standIn.faults.service = { status: 503, times: 1 }
    const main = await job.main(inputs({ token, 'expected-organization': 'acme' }), {
      env: { RUNNER_DEBUG: '1' },
    })
    const lines = main.stdout.split('\n').filter((line) => /^::debug::.* ms$/.test(line))
    expect(lines.map((line) => line.replace(/\d+ ms$/, 'n ms'))).toEqual([
      '::debug::Getting the CLI: done after n ms',
      '::debug::Login, attempt 1 of 3: exit code 1 after n ms',
      '::debug::Login, attempt 2 of 3: exit code 0 after n ms',
      '::debug::List of organizations, attempt 1 of 3: exit code 0 after n ms',
    ])
    const post = await job.post(main, inputs({ token }), { env: { RUNNER_DEBUG: '1' } })
    leftNothing(job, main, token)
    expect(post.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(token)
  })

  test('does not take a token for a version', async () => {
    const job = start()
    const cliPath = place(job, `#!/bin/sh\necho "choreo 1.2.3-${knownToken}"\n`)
    const main = await job.main(inputs({ 'cli-path': cliPath }))
    expect(JSON.stringify(main.outputs)).not.toContain(knownToken)
    expect(main.log.join('\n')).not.toContain(knownToken)
  })
})

describe('a token in the wrong input', () => {
  test.each([
    'region',
    'cli',
    'cli-version',
    'cli-path',
    'command',
    'token-expires-on',
    'github-url',
    'github-token',
    'expected-organization',
  ])('is neither used nor shown: %s', async (input) => {
    world.standIn.clearRequests()
    const fallback = 'a-second-token-in-the-wrong-place'
    for (const token of [knownToken, fallback]) {
      const main = await start().main(inputs({ 'fallback-token': fallback, [input]: token }))
      expect(onlyError(main).message).toBe(
        `The input \`${input}\` holds the token, which belongs into the input \`token\` alone. Correct the workflow.`,
      )
      expect(main.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(token)
    }
    expect(world.standIn.requests).toEqual([])
  })

  test('is not shown in parts either', async () => {
    const main = await start().main(inputs({ region: `https://x ${knownToken.slice(2, 20)}` }))
    expect(onlyError(main).message).not.toContain(knownToken.slice(2, 20))
  })
})

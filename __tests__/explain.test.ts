// What a person reads when a login fails, is skipped, or needs attention: every row of the failure
// table, retries, missing tokens, rotation, the right account, summary and log. From the bundles.
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { meanings, unknown } from '../src/failure.ts'
import { everything, expectClean, expectRed, shellCli } from './expectations.ts'
import type { Ended, Job } from './runner.ts'
import { setUp } from './set-up.ts'
import { executable, type Fault } from './stand-in/executable.ts'
import { knownToken } from './stand-in/server.ts'

const world = setUp()
const token = 'Zq7-first.part_9f2e-LAST-part-8x'

function start(): Job {
  return world.start({ build: 'dist' })
}

function says(text: string, exitCode = 1): string {
  return `cat >/dev/null\nprintf '%s\\n' ${JSON.stringify(text).replaceAll('`', '\\`')} >&2\nexit ${exitCode}`
}

function standIn(job: Job, fault?: Fault): string {
  const path = join(job.directory, 'choreo')
  const program = {
    cli: 'choreo',
    version: 'v1.2.33',
    service: world.standIn.service,
    fault,
  } as const
  writeFileSync(path, executable(program), { mode: 0o755 })
  return path
}

/** Runs a CLI that is a script, once, and expects that the step is red and post clean. */
async function failing(cli: (job: Job) => string, more = {}): Promise<Ended> {
  const job = start()
  const inputs = { token, 'login-attempts': '1', 'cli-path': cli(job), ...more }
  const main = await job.main(inputs)
  expectRed(main, token)
  expectClean(await job.post(main, inputs), job, token)
  return main
}

function onlyAnnotation({ annotations }: Ended) {
  expect(annotations).toHaveLength(1)
  return annotations[0] ?? { level: 'error', title: '', message: '' }
}

const rows: readonly (readonly [string, string, (job: Job) => string])[] = [
  ['Login timed out', 'a CLI that hangs', (job) => shellCli(job, 'cat >/dev/null\nsleep 60')],
  ['CLI cannot be run', 'a missing interpreter', (job) => withInterpreter(job, '/nowhere/at/all')],
  ['CLI cannot be run', 'no program', (job) => withText(job, 'just text')],
  ['CLI cannot be run', 'musl', (job) => shellCli(job, says('choreo: not found', 127))],
  [
    'CLI cannot be run',
    'a wrong processor',
    (job) => shellCli(job, says('choreo: cannot execute binary file: Exec format error', 126)),
  ],
  [
    'CLI cannot be run',
    'no permission',
    (job) => shellCli(job, says('choreo: Permission denied', 126)),
  ],
  ['CLI was killed', 'a kill', (job) => shellCli(job, 'cat >/dev/null\nkill -KILL $$')],
  ['Login failed silently', 'silence', (job) => shellCli(job, 'cat >/dev/null\nexit 1')],
  ['CLI too old', 'an old CLI', (job) => standIn(job, { kind: 'old' })],
  ['Token refused', '401', (job) => standIn(job)],
  [
    'Token refused',
    'an expired token',
    (job) => shellCli(job, says('Error: personal access token has expired')),
  ],
  [
    'Token refused',
    'a revoked token',
    (job) => shellCli(job, says('Error: the token was revoked')),
  ],
  [
    'Token lacks permission',
    '403',
    (job) => shellCli(job, says('Error: 403 Forbidden: token lacks the required scopes')),
  ],
  [
    'Certificate not trusted',
    'x509',
    (job) =>
      shellCli(
        job,
        says(
          'Error: tls: failed to verify certificate: x509: certificate signed by unknown authority',
        ),
      ),
  ],
  [
    'No keyring',
    'a keyring',
    (job) =>
      shellCli(
        job,
        says(
          'failed to write to keyring user_info_path: The name org.freedesktop.secrets was not provided by any .service files',
        ),
      ),
  ],
  [
    'Choreo out of reach',
    'DNS',
    (job) =>
      shellCli(
        job,
        says(
          'Error: Post "https://sts.choreo.dev/oauth2/token": dial tcp: lookup sts.choreo.dev: no such host',
        ),
      ),
  ],
  [
    'Choreo out of reach',
    'a refused connection',
    (job) => shellCli(job, says('Error: dial tcp 10.0.0.1:443: connect: connection refused')),
  ],
  [
    'Choreo out of reach',
    'a reset connection',
    (job) => shellCli(job, says('Error: read tcp 10.0.0.1:443: read: connection reset by peer')),
  ],
  [
    'Choreo out of reach',
    'TLS',
    (job) => shellCli(job, says('Error: net/http: TLS handshake timeout')),
  ],
  [
    'Choreo out of reach',
    '503',
    (job) => shellCli(job, says('Error: request failed: 503 Service Unavailable')),
  ],
  ['Choreo out of reach', '429', (job) => shellCli(job, says('Error: 429 Too Many Requests'))],
  [
    'Login failed',
    'anything else',
    (job) => shellCli(job, says('Error: the moon is in the wrong house')),
  ],
]

function withInterpreter(job: Job, interpreter: string): string {
  return withText(job, `#!${interpreter}\n`)
}

function withText(job: Job, text: string): string {
  const path = join(job.directory, 'choreo')
  writeFileSync(path, text, { mode: 0o755 })
  return path
}

describe('a failed login is explained', () => {
  test.each(rows)('as "%s" for %s', async (title, _, cli) => {
    const { title: shown, message } = onlyAnnotation(await failing(cli, { 'timeout-seconds': '2' }))
    expect(shown).toBe(title)
    const row = [...meanings, unknown].find((meaning) => meaning.title === title)
    if (!message.includes('is no program')) expect(message).toContain(row?.why)
    expect(message.length).toBeLessThan(3000)
  })

  test('in every row of the table but the cancelled run, which has a test of its own', () => {
    const tried = new Set(rows.map(([title]) => title))
    const all = [...meanings, unknown].map(({ title }) => title)
    expect(all.filter((title) => !tried.has(title))).toEqual(['Login cancelled'])
  })

  test('with the last words of the CLI, and the way to a new token', async () => {
    const { message } = onlyAnnotation(await failing((job) => standIn(job)))
    expect(message).toContain('401 Unauthorized')
    expect(message).toContain('Account Settings, Personal Access Tokens')
    expect(message).toMatch(/invalid, has expired or was revoked/)
  })
})

describe('a login is tried again', () => {
  test('when the failure may pass: twice 503 and then well is green', async () => {
    const job = start()
    world.standIn.faults.service = { status: 503, times: 2 }
    const inputs = { token: knownToken, 'cli-path': standIn(job) }
    const before = world.standIn.attempts.length
    const main = await job.main(inputs)
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    const pauses = main.log
      .map((line) => /Attempt (\d) of 3 failed .*next one is in ([\d.]+) s/.exec(line))
      .filter((match) => match !== null)
    expect(pauses.map((match) => match[1])).toEqual(['1', '2'])
    expect(Number(pauses[0]?.[2])).toBeGreaterThanOrEqual(0.5)
    expect(Number(pauses[1]?.[2])).toBeGreaterThan(Number(pauses[0]?.[2]))
    expect(world.standIn.attempts.length - before).toBe(1)
    expectClean(await job.post(main, inputs), job, knownToken)
  })

  test('as often as asked and no more, and says how often', async () => {
    const job = start()
    world.standIn.faults.service = { status: 503 }
    world.standIn.clearRequests()
    const main = await job.main({ token, 'cli-path': standIn(job), 'login-attempts': '2' })
    expectRed(main, token)
    expect(onlyAnnotation(main).message).toMatch(/^2 attempts failed\. /)
    expect(world.standIn.requests.filter(({ path }) => path === '/service/login')).toHaveLength(2)
  })

  test('never when the token is refused', async () => {
    const job = start()
    world.standIn.clearRequests()
    const main = await job.main({ token, 'cli-path': standIn(job), 'login-attempts': '5' })
    expectRed(main, token)
    expect(world.standIn.requests.filter(({ path }) => path === '/service/login')).toHaveLength(1)
  })
})

describe('a token that is missing', () => {
  const fork = {
    pull_request: {
      head: { repo: { full_name: 'mallory/app' } },
      base: { repo: { full_name: 'octo/app' } },
    },
  }
  const own = {
    pull_request: {
      head: { repo: { full_name: 'octo/app' } },
      base: { repo: { full_name: 'octo/app' } },
    },
  }
  const events: readonly (readonly [string, Readonly<Record<string, string>>, object, RegExp])[] = [
    ['a fork', { GITHUB_EVENT_NAME: 'pull_request' }, fork, /comes from a fork/],
    [
      'Dependabot',
      { GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'dependabot[bot]' },
      own,
      /secrets of Dependabot only/,
    ],
    ['pull_request_target', { GITHUB_EVENT_NAME: 'pull_request_target' }, fork, /secrets: inherit/],
    ['workflow_run', { GITHUB_EVENT_NAME: 'workflow_run' }, {}, /secrets: inherit/],
    [
      'a wrong name',
      { GITHUB_EVENT_NAME: 'push' },
      {},
      /name of the secret.*environment.*secrets: inherit/,
    ],
    ['a schedule', { GITHUB_EVENT_NAME: 'schedule' }, {}, /name of the secret/],
  ]
  test.each(events)('because of %s is explained, or skipped', async (_, env, event, words) => {
    const job = start()
    const path = join(job.directory, 'event.json')
    writeFileSync(path, JSON.stringify(event))
    Object.assign(job.env, env, { GITHUB_EVENT_PATH: path })
    world.standIn.clearRequests()

    const failed = await job.main(world.inputs({ token: '  ' }))
    expect(failed.exitCode).toBe(1)
    expect(onlyAnnotation(failed)).toMatchObject({ level: 'error', title: 'No token' })
    expect(onlyAnnotation(failed).message).toMatch(words)

    const skipped = await job.main(world.inputs({ token: '', 'on-missing-token': 'Skip' }))
    expect(skipped).toMatchObject({
      exitCode: 0,
      outputs: { authenticated: 'false' },
      log: [],
      state: {},
    })
    expect(onlyAnnotation(skipped)).toMatchObject({ level: 'notice' })
    expect(onlyAnnotation(skipped).message).toMatch(words)
    expect((await job.step('command -v choreo || echo none')).stdout).toBe('none\n')
    const post = await job.post(skipped, { token: '' })
    expect(post).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    expect(readdirSync(job.temp)).toEqual([])
    expect(world.standIn.requests).toEqual([])
  })
})

describe('rotation', () => {
  test('uses the fallback token when the first is refused, and warns', async () => {
    const job = start()
    const inputs = { token, 'fallback-token': knownToken, 'cli-path': standIn(job) }
    const main = await job.main(inputs)
    expect(main).toMatchObject({
      exitCode: 0,
      outputs: { 'token-used': 'fallback', authenticated: 'true' },
    })
    expect(onlyAnnotation(main)).toMatchObject({
      level: 'warning',
      title: 'Token refused, fallback used',
    })
    expect(main.masks).toEqual(expect.arrayContaining([token, knownToken]))
    expect(everything(main)).not.toContain(knownToken)
    expectClean(await job.post(main, inputs), job, knownToken)
  })

  test('never uses it when the network fails', async () => {
    const job = start()
    world.standIn.faults.service = { status: 503 }
    world.standIn.clearRequests()
    const main = await job.main({
      token,
      'fallback-token': knownToken,
      'cli-path': standIn(job),
      'login-attempts': '1',
    })
    expectRed(main, token)
    expect(onlyAnnotation(main).title).toBe('Choreo out of reach')
    expect(world.standIn.requests.filter(({ path }) => path === '/service/login')).toHaveLength(1)
  })

  test('says in one error that both were refused', async () => {
    const job = start()
    const main = await job.main({ token, 'fallback-token': `${token}-2`, 'cli-path': standIn(job) })
    expectRed(main, token)
    expect(onlyAnnotation(main)).toMatchObject({ title: 'Both tokens refused' })
  })

  test.each([
    [5, 'expires in 5 days'],
    [1, 'expires in 1 day,'],
    [0, 'expires today'],
    [-1, 'expired on .*, 1 day ago'],
  ])('warns %s days before the date that the user noted', async (days, words) => {
    const job = start()
    const date = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const main = await job.main({
      token: knownToken,
      'cli-path': standIn(job),
      'token-expires-on': date,
    })
    expect(main.exitCode).toBe(0)
    expect(onlyAnnotation(main)).toMatchObject({ level: 'warning', title: 'Token expires' })
    expect(onlyAnnotation(main).message).toMatch(new RegExp(words))
  })

  test('is silent while there is time', async () => {
    const job = start()
    const date = new Date(Date.now() + 15 * 86_400_000).toISOString().slice(0, 10)
    const main = await job.main({
      token: knownToken,
      'cli-path': standIn(job),
      'token-expires-on': date,
    })
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(main.summary).toContain('15')
  })
})

describe('the account', () => {
  test.each(['acme', 'ACME', 'Acme Inc', '1001'])('is the right one by %s', async (expected) => {
    const job = start()
    const inputs = {
      token: knownToken,
      'cli-path': standIn(job),
      'expected-organization': expected,
    }
    const main = await job.main(inputs)
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    expect(main.log.join('\n')).toContain(expected)
    expect((await job.step('choreo list projects')).exitCode).toBe(0)
    expectClean(await job.post(main, inputs), job, knownToken)
  })

  test('that is the wrong one is logged out at once, and the step names what is reached', async () => {
    const job = start()
    const organizations = Array.from({ length: 12 }, (_, at) => ({
      id: `${at}`,
      handle: `team-${at}`,
      name: `Team ${at}`,
    }))
    world.standIn.addAccount('another-token-of-many-teams', { account: 'many', organizations })
    const inputs = {
      token: 'another-token-of-many-teams',
      'cli-path': standIn(job),
      'expected-organization': 'team',
    }
    const main = await job.main(inputs)
    expectRed(main, inputs.token)
    const { title, message } = onlyAnnotation(main)
    expect(title).toBe('Wrong account')
    expect(message.match(/"(team-|\d+)/g)).toHaveLength(10)
    expect(message).toContain('and 2 more')
    expect(world.standIn.logouts.at(-1)).toBe(inputs.token)
    expect((await job.step('command -v choreo || echo none')).stdout).toBe('none\n')
    expectClean(await job.post(main, inputs), job, inputs.token)
  })

  test.each([
    ['a CLI that cannot list organizations', { kind: 'no-organizations' }],
    [
      'a list that cannot be read',
      { kind: 'organizations-print', stdout: btoa('ID  HANDLE\n1001  acme\n'), exitCode: 0 },
    ],
    [
      'a list that is not JSON to its end',
      { kind: 'organizations-print', stdout: btoa('[{"handle":"acme"'), exitCode: 0 },
    ],
    ['an empty answer', { kind: 'organizations-print', stdout: '', exitCode: 0 }],
    [
      'a failure',
      { kind: 'organizations-print', stdout: btoa('[{"handle":"acme"}]'), exitCode: 1 },
    ],
  ] as const)('is not confirmed by %s', async (_, fault) => {
    const job = start()
    const inputs = {
      token: knownToken,
      'cli-path': standIn(job, fault),
      'expected-organization': 'acme',
    }
    const main = await job.main(inputs)
    expectRed(main, knownToken)
    expect(onlyAnnotation(main).title).toBe('Organization not confirmed')
    expectClean(await job.post(main, inputs), job, knownToken)
  })

  test('is confirmed through notices and several pages', async () => {
    const job = start()
    const printed =
      'A new version is available!\n{"data":[{"handle":"other"}]}\n{"data":[{"handle":"acme"}]}\nBye.\n'
    const fault = { kind: 'organizations-print', stdout: btoa(printed), exitCode: 0 } as const
    const main = await job.main({
      token: knownToken,
      'cli-path': standIn(job, fault),
      'expected-organization': 'acme',
    })
    expect(main).toMatchObject({ exitCode: 0, annotations: [] })
  })
})

describe('a good run', () => {
  test('has a log of three to five lines, and a summary without a token', async () => {
    const job = start()
    const main = await job.main(world.inputs({ 'expected-organization': 'acme' }))
    expect(main.log.length).toBeGreaterThanOrEqual(3)
    expect(main.log.length).toBeLessThanOrEqual(5)
    for (const words of [
      'Choreo CLI v1.2.33',
      'SHA-256',
      'acme',
      'The session ends with the job',
    ]) {
      expect(main.summary.replaceAll('&#58;', ':')).toContain(words)
    }
    expect(main.summary).not.toContain(knownToken.slice(0, 8))
  })

  test('writes no summary when none is wanted', async () => {
    const job = start()
    expect(await job.main(world.inputs({ summary: 'false' }))).toMatchObject({
      exitCode: 0,
      summary: '',
    })
  })

  test.each([undefined, '/nowhere/summary.md'])(
    'does not need a summary file (%s)',
    async (path) => {
      const job = start()
      const main = await job.main(world.inputs(), { env: { GITHUB_STEP_SUMMARY: path } })
      expect(main).toMatchObject({ exitCode: 0, annotations: [] })
    },
  )

  test('escapes in the summary what others wrote', async () => {
    const job = start()
    const hostile = '<img src=x onerror=alert(1)>|**[a](b)'
    const fault = {
      kind: 'organizations-print',
      stdout: btoa(JSON.stringify([{ name: hostile }])),
      exitCode: 0,
    } as const
    const main = await job.main({
      token: knownToken,
      'cli-path': standIn(job, fault),
      'expected-organization': hostile,
    })
    expect(main.exitCode).toBe(0)
    expect(main.summary).not.toContain('<img')
    expect(main.summary).not.toContain('**[a]')
  })

  test('tells more, and no secret, in debug logs', async () => {
    const job = start()
    const main = await job.main(world.inputs(), { env: { RUNNER_DEBUG: '1' } })
    expect(main.stdout).toMatch(/::debug::Login, attempt 1 of 3: exit code 0 after \d+ ms/)
    expect(everything(main)).not.toContain(knownToken)
  })

  test('takes the region to the login and to later steps', async () => {
    const job = start()
    const main = await job.main(world.inputs({ region: 'eu' }))
    expect(main.exitCode).toBe(0)
    expect(world.standIn.attempts.at(-1)?.region).toBe('EU')
    expect((await job.step('choreo env CHOREO_REGION')).stdout).toBe('{"CHOREO_REGION":"EU"}\n')
  })
})

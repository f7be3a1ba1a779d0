// action.yml as a typed value: what each input takes, and in which words it refuses the rest.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import {
  type Inputs,
  readInputs,
  readSession,
  readTokens,
  secretsIn,
  tokensOf,
} from '../src/inputs.ts'
import { forms } from '../src/token.ts'
import { everything, expectClean, expectRed } from './expectations.ts'
import { asVariables, interpret, metadata } from './runner.ts'
import { setUp } from './set-up.ts'

const world = setUp()
const token = 'Zq7-first.part_9f2e-LAST-part-8x'

// Masks are printed where the runner reads them, and would be taken for jest's own words.
let printed = ''
beforeEach(() => {
  printed = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += chunk
    return true
  })
})
afterEach(() => {
  jest.restoreAllMocks()
})

function read(more: Readonly<Record<string, string>> = {}): Inputs {
  return readInputs(asVariables({ token, ...more }))
}

/** Reads inputs that are bad, and returns in which words they are refused. */
function refusal(more: Readonly<Record<string, string>>): string {
  try {
    read(more)
  } catch (error) {
    return (error as Error).message
  }
  throw new Error(`These inputs were taken: ${JSON.stringify(more)}`)
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

const defaults: Inputs = {
  token: '',
  fallbackToken: '',
  onMissingToken: 'fail',
  tokenExpiresOn: undefined,
  expiryWarningDays: 14,
  expectedOrganization: '',
  cli: 'choreo',
  cliVersion: 'latest',
  cliPath: '',
  cliSha256: '',
  githubToken: '',
  githubUrl: 'https://github.com',
  githubApiUrl: 'https://api.github.com',
  region: '',
  command: 'choreo',
  isolate: true,
  logout: true,
  loginAttempts: 3,
  timeoutSeconds: 60,
  summary: true,
}

describe('the inputs', () => {
  test('are those of action.yml, in camelCase', () => {
    expect(Object.keys(read())).toEqual(Object.keys(metadata().inputs).map(camelCase))
  })

  test('are what action.yml has as defaults when nothing is given', () => {
    expect(readInputs(asVariables({}))).toEqual(defaults)
    const texts = Object.entries(metadata().inputs)
      .map(([name, input]) => [camelCase(name), input.default ?? ''] as const)
      // The runner resolves the expression, and an empty command is the CLI's name.
      .filter(([name]) => !['githubToken', 'command'].includes(name))
    for (const [name, text] of texts) {
      expect([name, String(defaults[name as keyof Inputs] ?? '')]).toEqual([name, text])
    }
  })

  test('are the defaults where they are empty, except for the API: without it there is none', () => {
    const empty = Object.keys(metadata().inputs).map((name) => [name, ''])
    const expected = { ...defaults, githubApiUrl: '' }
    expect(readInputs(asVariables(Object.fromEntries(empty)))).toEqual(expected)
    expect(readInputs({})).toEqual(expected)
  })

  test('are taken without the white space around them', () => {
    const spaced = Object.entries({
      ...Object.fromEntries(Object.keys(metadata().inputs).map((name) => [name, ''])),
      token,
      cli: 'wdp',
      region: 'EU',
      isolate: 'false',
      'login-attempts': '5',
      'token-expires-on': '2030-01-31',
      'github-api-url': 'https://ghe.example/api/v3',
    }).map(([name, value]) => [name, ` \t${value}\r\n`])
    expect(read(Object.fromEntries(spaced))).toEqual({
      ...defaults,
      token,
      cli: 'wdp',
      command: 'wdp',
      region: 'EU',
      isolate: false,
      loginAttempts: 5,
      tokenExpiresOn: new Date('2030-01-31T00:00:00Z'),
      githubApiUrl: 'https://ghe.example/api/v3',
    })
  })

  test.each<[keyof Inputs, string, unknown]>([
    ['onMissingToken', 'fail', 'fail'],
    ['onMissingToken', 'SKIP', 'skip'],
    ['cli', 'Choreo', 'choreo'],
    ['cli', 'WDP', 'wdp'],
    ['region', 'us', 'US'],
    ['region', 'Eu', 'EU'],
    ['region', 'EU', 'EU'],
    ...(['isolate', 'logout', 'summary'] as const).flatMap((name) => [
      [name, 'true', true] satisfies [keyof Inputs, string, unknown],
      [name, 'False', false] satisfies [keyof Inputs, string, unknown],
      [name, 'FALSE', false] satisfies [keyof Inputs, string, unknown],
    ]),
    ['expiryWarningDays', '1', 1],
    ['expiryWarningDays', '007', 7],
    ['expiryWarningDays', '3650', 3650],
    ['loginAttempts', '1', 1],
    ['loginAttempts', '100', 100],
    ['timeoutSeconds', '1', 1],
    ['timeoutSeconds', '86400', 86_400],
    ['tokenExpiresOn', '2030-12-31', new Date('2030-12-31T00:00:00Z')],
    ['tokenExpiresOn', '2024-02-29', new Date('2024-02-29T00:00:00Z')],
    ['tokenExpiresOn', '2000-02-29', new Date('2000-02-29T00:00:00Z')],
    ['expectedOrganization', 'acme', 'acme'],
    ['expectedOrganization', 'Zoë & Söhne, "GmbH" 密码 😀', 'Zoë & Söhne, "GmbH" 密码 😀'],
    ['expectedOrganization', '😀'.repeat(200), '😀'.repeat(200)],
    ['cliVersion', 'LATEST', 'latest'],
    ...['v1.2.33', '1.2.33', '1.2', '1', '1.x', '~1.2', '^1.2.3', '<2', '>=1.2 <2', '1 || 2', '*']
      .concat('1.2.0 - 1.2.9', 'v1.2.30-wdp', '1.2.33-rc.1+build', '1'.repeat(128))
      .map((version) => ['cliVersion', version, version] satisfies [keyof Inputs, string, unknown]),
    ['cliPath', "/opt/Zoë's tools/choreo", "/opt/Zoë's tools/choreo"],
    ['cliSha256', 'a1'.repeat(32), 'a1'.repeat(32)],
    ['cliSha256', 'A1'.repeat(32), 'a1'.repeat(32)],
    ['cliSha256', `sha256:${'0f'.repeat(32)}`, '0f'.repeat(32)],
    ['cliSha256', `SHA256:${'0F'.repeat(32)}`, '0f'.repeat(32)],
    ['githubUrl', 'https://github.com/', 'https://github.com'],
    ['githubUrl', 'http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['githubUrl', 'HTTPS://Mirror.Example//', 'https://mirror.example'],
    ['githubUrl', 'https://mirror.example/a/b%20c/', 'https://mirror.example/a/b%20c'],
    ['githubUrl', 'https://mirror.example/a?b=c#d', 'https://mirror.example/a'],
    ['githubUrl', 'https://mirror.example/@scope', 'https://mirror.example/@scope'],
    ['githubApiUrl', 'https://ghe.example/api/v3/', 'https://ghe.example/api/v3'],
    ['githubApiUrl', 'http://[::1]:8080/api', 'http://[::1]:8080/api'],
    ...['c', '_', '7zip', 'choreo-eu', 'acme.choreo_2', 'Choreo', 'x'.repeat(64)].map(
      (name) => ['command', name, name] satisfies [keyof Inputs, string, unknown],
    ),
  ])('%s takes %j', (name, value, expected) => {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    expect(read({ [kebab]: value })[name]).toEqual(expected)
  })

  test('name the command as the CLI, unless it has a name', () => {
    expect(read({ cli: 'wdp' }).command).toBe('wdp')
    expect(read({ cli: 'WDP', command: 'choreo' }).command).toBe('choreo')
  })
})

const number = (most: number) => `Allowed is a whole number from 1 to ${most}.`
const noNumbers = ['0', '-1', '+1', '1.5', '1e1', '0x10', 'ten', '1 0', '٣', 'NaN', '9999999999']
const url = 'Allowed is an http or https URL without credentials.'
const noUrls = [
  'github.com',
  'ftp://github.com',
  'file:///etc',
  'javascript:0',
  'https://',
  '//x',
  '/',
]

describe('an input refuses, in words that say what is allowed', () => {
  test.each<[name: string, allowed: string, values: readonly string[]]>([
    ['on-missing-token', 'Allowed is `fail` or `skip`.', ['true', 'warn', 'fail,skip', 'failx']],
    ['cli', 'Allowed is `choreo` or `wdp`.', ['gh', 'choreo-cli', 'choreo wdp', 'constructor']],
    ['region', 'Allowed is `US` or `EU`.', ['UK', 'us-east-1', 'Europe', 'ＥＵ']],
    ...['isolate', 'logout', 'summary'].map(
      (name) =>
        [name, 'Allowed is `true` or `false`.', ['yes', 'no', '1', '0', 'on', 'truee', 'null']] as [
          string,
          string,
          string[],
        ],
    ),
    ['expiry-warning-days', number(3650), ['3651', ...noNumbers]],
    ['login-attempts', number(100), ['101', ...noNumbers]],
    ['timeout-seconds', number(86_400), ['86401', ...noNumbers]],
    [
      'token-expires-on',
      'Allowed is a date that exists, as YYYY-MM-DD.',
      ['2030-02-29', '2030-02-30', '1900-02-29', '2030-04-31', '2030-13-01', '2030-00-10'].concat(
        ['2030-01-00', '2030-1-1', '30-01-01', '2030/01/01', '01.02.2030', '20300101', 'tomorrow'],
        ['2030-01-01T00:00:00Z', '+002030-01-01', '2030-01-01 x', '٢٠٣٠-٠١-٠١', '1893456000'],
      ),
    ],
    [
      'expected-organization',
      'Allowed is the handle, name or id of an organization: at most 200 characters on one line.',
      ['ac\nme', 'ac\rme', 'ac\tme', 'ac\u2028me', 'ac\u200bme', 'ac\u202eme', 'ac\u001b[31mme'],
    ],
    [
      'cli-version',
      'Allowed is `latest`, a tag such as `v1.2.33`, a version such as `1.2.33`, or a range such as `1.x`, `~1.2` or `<2`.',
      [
        'a/b',
        '../v1',
        '1.2.33;id',
        '$(id)',
        '`id`',
        '1.2\n1.3',
        'v1.2.33"',
        'v1%2e2',
        '密',
        'a\\b',
      ],
    ],
    [
      'cli-sha256',
      'Allowed is a SHA-256 digest: 64 hexadecimal digits.',
      ['a1'.repeat(31), 'sha256:', `sha1:${'a1'.repeat(20)}`, 'g'.repeat(64), 'none', 'sha256: a1'],
    ],
    ['github-url', url, noUrls],
    ['github-api-url', url, noUrls],
    [
      'command',
      'Allowed is a plain file name: letters, digits, `.`, `_` and `-`, not starting with `.` or `-`.',
      [
        '.choreo',
        '..',
        '-choreo',
        'a b',
        'a/b',
        'a\\b',
        '$x',
        'a;b',
        'chöreo',
        'a\nb',
        "it's",
        'a:b',
      ],
    ],
  ])('%s', (name, allowed, values) => {
    for (const value of values) {
      expect(refusal({ [name]: value })).toBe(`The input \`${name}\` is "${value}". ${allowed}`)
    }
  })

  test('what is too long, and quotes the beginning of it', () => {
    const long = 'x'.repeat(201)
    for (const name of ['expected-organization', 'cli-version', 'cli-sha256', 'command', 'cli']) {
      expect(refusal({ [name]: long })).toMatch(
        new RegExp(`^The input \`${name}\` is "x{80}…"\\. Allowed is `),
      )
    }
    expect(refusal({ command: 'x'.repeat(65) })).toContain('The input `command` is "')
    expect(refusal({ 'cli-version': '1'.repeat(129) })).toContain('The input `cli-version` is "')
  })

  test.each(['github-url', 'github-api-url'])('credentials in %s, without quoting them', (name) => {
    for (const user of ['mona', 'mona:s3cret', ':s3cret', 'mo%40na:s3c@ret']) {
      for (const scheme of ['https', 'ftp']) {
        const message = refusal({ [name]: `${scheme}://${user}@ghe.example/api` })
        expect(message).toBe(`The input \`${name}\` is "***@ghe.example/api". ${url}`)
      }
    }
  })

  test.each(['token', 'fallback-token'])('what cannot be a %s, without quoting it', (name) => {
    const bad = [
      '$' + '{{ secrets.Zq7part }}',
      '"Zq7part"',
      'Bearer Zq7part',
      'Zq7 part',
      'Zq7\npart',
      'Zq7\u200bpart',
      'ghp_Zq7part',
      'github_pat_Zq7part',
    ]
    for (const value of bad) {
      const message = refusal({ [name]: value })
      expect(message).toMatch(
        new RegExp(`^The value of the input \`${name}\` (has|is|holds|starts) .*\\.$`),
      )
      expect(message).not.toContain('Zq7')
      expect(message).not.toContain('part }}')
    }
  })

  test('the first of several that are bad', () => {
    expect(refusal({ summary: 'x', cli: 'wdp', 'timeout-seconds': 'x', region: 'x' })).toContain(
      'The input `region` is "x"',
    )
  })
})

describe('a token', () => {
  test('is masked in all its forms before an input is refused', () => {
    const more = { 'fallback-token': 'the-other-token', 'github-token': 'ghs_of-the-job' }
    refusal({ ...more, cli: 'x' })
    expect(interpret(printed)).toMatchObject({
      masks: [...forms(token), ...forms('the-other-token'), 'ghs_of-the-job'],
      log: [],
      annotations: [],
      commands: [],
    })
  })

  test('is masked also when it is a bad one', () => {
    refusal({ token: 'two\nlines' })
    expect(interpret(printed).masks).toEqual(expect.arrayContaining([...forms('two\nlines')]))
  })

  test('that is empty masks nothing', () => {
    readInputs(asVariables({ token: ' \n' }))
    expect(printed).toBe('')
  })

  test('is listed for those who look for it, without the white space around it', () => {
    const env = asVariables({ token: ` ${token}\n`, 'fallback-token': 'b', 'github-token': 'c' })
    expect(readTokens(env)).toEqual([token, 'b'])
    expect(tokensOf(readInputs(env))).toEqual([token, 'b'])
    expect(secretsIn(env)).toEqual([token, 'b', 'c'])
    expect([readTokens({}), secretsIn({}), tokensOf(readInputs({}))]).toEqual([[], [], []])
  })
})

test('the session of the early log-out is read without the white space around it', () => {
  expect(readSession({ INPUT_SESSION: ' /temp/choreo session\n' })).toBe('/temp/choreo session')
  expect([readSession({}), readSession({ INPUT_SESSION: ' ' })]).toEqual(['', ''])
})

describe('a run whose inputs are bad is red with one annotation, and does nothing', () => {
  async function expectRefused(
    build: 'src' | 'dist',
    more: Record<string, string>,
    secret = token,
  ) {
    const job = world.start({ build })
    const inputs = world.inputs({ token, ...more })
    world.standIn.clearRequests()
    const main = await job.main(inputs)
    expectRed(main, secret)
    expect(main).toMatchObject({ state: {}, summary: '', log: [] })
    expect(main.outputs).toEqual({ authenticated: 'false' })
    expect(world.standIn.requests).toEqual([])
    expect(readdirSync(job.temp)).toEqual([])
    expect(readdirSync(job.toolCache)).toEqual([])
    const post = await job.post(main, inputs)
    expectClean(post, job, secret)
    expect(post.stdout).toBe('')
    return main
  }

  test.each([
    ['an expression', `$${'{{ steps.Zq7part.outputs.x }}'}`, /holds an expression/],
    ['quotes', "'Zq7part'", /has quotes around it/],
    ['a header', 'Bearer Zq7part', /starts with "Bearer"/],
    ['two words', 'some Zq7part', /has white space or a line break/],
    ['two lines', 'some\nZq7part', /has white space or a line break/],
    ['invisible characters', 'Zq7part\u200b\u2060x', /invisible characters/],
    ['control characters', 'Zq7part\u001b[31m', /control characters/],
    ['a token of GitHub', 'ghp_Zq7part', /is a token of GitHub/],
  ])('because of %s in the token (dist)', async (_, value, words) => {
    for (const name of ['token', 'fallback-token']) {
      const main = await expectRefused('dist', { [name]: value }, 'Zq7part')
      expect(main.annotations[0]?.message).toMatch(words)
      expect(main.annotations[0]?.message).toContain(`The value of the input \`${name}\` `)
      expect(main.masks).toContain(value)
    }
  })

  test.each([
    ['timeout-seconds', '1.5'],
    ['github-url', 'ftp://x'],
    ['cli-sha256', 'sha256:'],
    ['command', 'a/b'],
    ['command', 'cd'],
    ['command', 'EXIT'],
    ['command', 'nul.x'],
  ])('because of %s: %s (src)', async (name, value) => {
    const main = await expectRefused('src', { [name]: value })
    expect(main.annotations[0]?.message).toContain(`The input \`${name}\` is "${value}"`)
    expect(main.annotations[0]?.message).toContain('Allowed is ')
  })

  test('and shows no token that was put into the wrong input', async () => {
    const main = await expectRefused('dist', { region: token })
    expect(main.annotations[0]?.message).toBe(
      'The input `region` is "***". Allowed is `US` or `EU`.',
    )
  })

  test('and gives the runner no command that a value holds', async () => {
    const main = await expectRefused('src', { region: 'x\n::set-env name=A::b\n##[error]y' })
    expect(main.annotations[0]?.message).toContain('The input `region` is "x')
    expect(main.commands).toEqual([])
  })
})

test('a command has the name that was asked for, and no other', async () => {
  const job = world.start()
  const inputs = world.inputs({ command: 'Acme_choreo-2.x' })
  const main = await job.main(inputs)
  expect(main).toMatchObject({ exitCode: 0, annotations: [] })
  expect(main.outputs['cli-path']).toBe(join(main.outputs['session'] ?? '', 'bin/Acme_choreo-2.x'))
  const step = await job.step('Acme_choreo-2.x list projects')
  expect(step).toMatchObject({ exitCode: 0, stderr: '' })
  expect(step.stdout).toContain('storefront')
  expect(readdirSync(join(main.outputs['session'] ?? '', 'bin'))).toEqual(['Acme_choreo-2.x'])
  expect(readFileSync(main.outputs['cli-path'] ?? '', 'utf8')).not.toContain(inputs['token'])
  expect(everything(main, step)).not.toContain(inputs['token'])
})

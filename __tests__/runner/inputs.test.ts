// The inputs of action.yml: what is read, what is rejected with which message, what is masked.
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Inputs, readInputs, readTokens } from '../../src/runner/inputs.ts'
import { asVariables, metadata } from '../runner.ts'
import { setUp } from '../set-up.ts'

const world = setUp()
const token = 'Zq7-first.part_9f2e-LAST-part-8x'
const digest = '0123456789abcdef'.repeat(4)
const names = Object.keys(metadata().inputs)

const hasMeaningWhenEmpty = ['token', 'github-api-url', 'expected-organization', 'cli-sha256']

let printed = ''
let write: jest.Spied<typeof process.stdout.write>

beforeEach(() => {
  printed = ''
  write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text
    return true
  })
})
afterEach(() => write.mockRestore())

function read(inputs: Readonly<Record<string, string>> = {}): Inputs {
  return readInputs(asVariables({ token, ...inputs }))
}

function messageFor(inputs: Readonly<Record<string, string>>): string {
  try {
    read(inputs)
  } catch (error) {
    return (error as Error).message
  }
  throw new Error('These inputs are valid.')
}

function property(name: string): keyof Inputs {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as keyof Inputs
}

describe('without values from the user', () => {
  test('the inputs are those of action.yml, in camelCase', () => {
    expect(Object.keys(read()).toSorted()).toEqual(names.map(property).toSorted())
  })

  test('the inputs have the defaults of action.yml', () => {
    expect(read()).toStrictEqual({
      token,
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
      logout: true,
      loginAttempts: 3,
      timeoutSeconds: 60,
      summary: true,
    })
  })

  // A workflow that writes `region: ${{ vars.REGION }}` without that variable gives an empty value.
  test.each(names.filter((name) => !hasMeaningWhenEmpty.includes(name)))(
    'an empty %s means its default',
    (name) => {
      expect(read({ [name]: '' })).toStrictEqual(read())
    },
  )

  test.each(['expected-organization', 'cli-sha256'])(
    'an empty %s is an error, because its variable is probably not set',
    (name) => {
      expect(messageFor({ [name]: '' })).toMatch(
        new RegExp(`The input \`${name}\` is empty.*not set.*\`any\``),
      )
    },
  )

  test('an empty github-api-url means that no API is used', () => {
    expect(read({ 'github-api-url': '' }).githubApiUrl).toBe('')
  })
})

describe('a valid value', () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`)

  test.each([
    ['token', ` ${token}\n`, token],
    ['fallback-token', '\tsecond-token\r\n', 'second-token'],
    ['on-missing-token', 'SKIP', 'skip'],
    ['token-expires-on', '2028-02-29', day('2028-02-29')],
    ['expiry-warning-days', '030', 30],
    ['expiry-warning-days', '3650', 3650],
    ['expected-organization', 'acme', 'acme'],
    ['expected-organization', 'Ünïted Acme, Inc. (日本)', 'Ünïted Acme, Inc. (日本)'],
    ['cli', 'Choreo', 'choreo'],
    ['cli-version', 'Latest', 'latest'],
    ['cli-version', 'v1.2.32-wdp', 'v1.2.32-wdp'],
    ['cli-version', '~1.2', '~1.2'],
    ['cli-version', '>=1.1 <2 || ^3', '>=1.1 <2 || ^3'],
    ['cli-path', 'C:\\Program Files\\choreo.exe', 'C:\\Program Files\\choreo.exe'],
    ['cli-sha256', `sha256:${digest.toUpperCase()}`, digest],
    ['github-token', 'ghs_0123456789', 'ghs_0123456789'],
    ['github-url', 'http://mirror.example:8080/github//', 'http://mirror.example:8080/github'],
    ['github-url', 'HTTPS://Mirror.Example', 'https://mirror.example'],
    ['region', 'us', 'US'],
    ['command', '_Choreo-2.x', '_Choreo-2.x'],
    ['command', 'x'.repeat(64), 'x'.repeat(64)],
    ['logout', 'False', false],
    ['login-attempts', '1', 1],
    ['timeout-seconds', '86400', 86_400],
  ])('of %s is "%s"', (name, value, expected) => {
    expect(read({ [name]: value })).toStrictEqual({ ...read(), [property(name)]: expected })
  })

  test('of cli is also the default of command', () => {
    expect(read({ cli: 'wdp' })).toStrictEqual({ ...read(), cli: 'wdp', command: 'wdp' })
    expect(read({ cli: 'WDP', command: 'x' })).toMatchObject({ cli: 'wdp', command: 'x' })
  })
})

describe('an invalid value', () => {
  test.each([
    ['on-missing-token', 'ignore', '`fail` or `skip`'],
    ['token-expires-on', '2027-02-29', 'YYYY-MM-DD'],
    ['token-expires-on', '2027-13-01', 'YYYY-MM-DD'],
    ['token-expires-on', '31.12.2027', 'YYYY-MM-DD'],
    ['token-expires-on', '2027-01-01T00:00:00Z', 'YYYY-MM-DD'],
    ['expiry-warning-days', '3651', '1 to 3650'],
    ['expected-organization', 'two\nlines', 'one line'],
    ['expected-organization', 'x'.repeat(201), '200 characters'],
    ['cli', 'bal', '`choreo` or `wdp`'],
    ['cli-version', '../../evil', '`latest`'],
    ['cli-version', 'v1.2.33\nx', '`latest`'],
    ['cli-version', '1'.repeat(129), '`latest`'],
    ['cli-sha256', digest.slice(1), '64 hexadecimal digits'],
    ['cli-sha256', `${digest}0`, '64 hexadecimal digits'],
    ['cli-sha256', digest.replace('f', 'g'), '64 hexadecimal digits'],
    // A prefix alone comes from an empty variable, and would switch the comparison off.
    ['cli-sha256', 'sha256:', '64 hexadecimal digits'],
    ['github-url', 'github.com', 'http or https'],
    ['github-url', 'ftp://github.com', 'http or https'],
    ['region', 'DE', '`US` or `EU`'],
    ['command', '.choreo', 'letters, digits'],
    ['command', 'a/b', 'letters, digits'],
    ['command', 'chöreo', 'letters, digits'],
    ['command', 'x'.repeat(65), 'letters, digits'],
    ['logout', '1', '`true` or `false`'],
    ['login-attempts', '0', '1 to 100'],
    ['timeout-seconds', '1e3', '1 to 86400'],
    ['timeout-seconds', '86401', '1 to 86400'],
    ['timeout-seconds', '9'.repeat(30), '1 to 86400'],
  ])('of %s, "%s", is quoted with what is expected', (name, value, allowed) => {
    const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value
    expect(messageFor({ [name]: value })).toContain(`The input \`${name}\` is "${shown}". `)
    expect(messageFor({ [name]: value })).toContain(allowed)
  })

  test.each(['github-url', 'github-api-url'])('of %s never shows its password', (name) => {
    const message = messageFor({ [name]: 'https://octo:pass@word@mirror.example/path' })
    expect(message).toContain(`The input \`${name}\` is "***@mirror.example/path".`)
  })

  test.each([
    ['token', 'Bearer abcdef'],
    ['fallback-token', "'abcdef'"],
  ])('of %s, %s, is not quoted', (name, value) => {
    const message = messageFor({ [name]: value })
    expect(message).toMatch(new RegExp(`^The value of the input \`${name}\` (has|is|starts) .*\\.$`))
    expect(message).not.toContain('abcdef')
  })
})

test("the job's GitHub token is not a token of Choreo", () => {
  const token = 'ghs_0123456789abcdef'
  expect(messageFor({ token, 'github-token': token })).toMatch(/^The value of the input `token` is .*GitHub/)
})

test('cli-sha256 is rejected beside cli-path', () => {
  const message = messageFor({ 'cli-path': '/opt/choreo', 'cli-sha256': 'a'.repeat(64) })
  expect(message).toMatch(/`cli-sha256`.*`cli-path`/)
})

describe('masks', () => {
  test('cover every encoding of both tokens and the GitHub token, and nothing else is printed', () => {
    read({ 'fallback-token': 'second-token-of-two', 'github-token': 'ghs_0123456789' })
    const masks = printed.trimEnd().split('\n')
    expect(masks.filter((line) => !line.startsWith('::add-mask::'))).toEqual([])
    for (const value of [token, 'second-token-of-two']) {
      expect(masks).toContain(`::add-mask::${value}`)
      expect(masks).toContain(`::add-mask::${base64(value)}`)
      expect(masks).toContain(`::add-mask::${base64(`${value}\n`)}`)
    }
    expect(masks).toContain('::add-mask::ghs_0123456789')
    expect(masks).not.toContain('::add-mask::')
  })

  test('are printed also when a value is invalid', () => {
    messageFor({ token: 'Bearer abcdef', region: 'DE' })
    expect(printed).toContain('::add-mask::Bearer abcdef\n')
  })

  test('are not printed without a token', () => {
    readInputs(asVariables({ token: '  ' }))
    expect(printed).toBe('')
  })

  test('are printed by post, which reads only the tokens', () => {
    expect(readTokens(asVariables({ token, region: 'DE' }))).toEqual([token])
    expect(printed).toContain(`::add-mask::${token}\n`)
  })
})

describe('a job', () => {
  test('with an invalid input sends no request, writes nothing, and prints one annotation', async () => {
    const job = world.start()
    world.standIn.clearRequests()
    const main = await job.main(world.inputs({ token, 'timeout-seconds': '60s' }))
    expect(main).toMatchObject({ exitCode: 1, stderr: '', log: [], commands: [], state: {} })
    expect(main.annotations).toMatchObject([{ level: 'error' }])
    expect(main.annotations[0]?.message).toContain('`timeout-seconds` is "60s"')
    expect(main.stdout.startsWith(`::add-mask::${token}\n`)).toBe(true)
    expect(world.standIn.requests).toEqual([])
    expect((await job.post(main, world.inputs({ token }))).annotations).toEqual([])
  })

  test('with an expression as its token fails with a message that no mask hides', async () => {
    const main = await world.start().main(world.inputs({ token: '$' + '{{ secrets.CHOREO_TOKEN }}' }))
    expect(main.annotations).toHaveLength(1)
    const { message = '' } = main.annotations[0] ?? {}
    expect(message).toContain('not expanded')
    for (const hidden of ['***', ...main.masks]) expect(message).not.toContain(hidden)
  })

  test('with a token in the wrong input does not print it', async () => {
    const job = world.start()
    const main = await job.main(world.inputs({ token, region: token, command: `${token} x` }))
    expect(main.exitCode).toBe(1)
    expect(main.annotations).toHaveLength(1)
    expect(main.annotations[0]?.message).not.toContain(token)
  })
})

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

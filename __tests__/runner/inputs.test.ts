// The inputs of action.yml: what is read, what is rejected with which message, what is masked.
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { type Inputs, readInputs, readTokens } from '../../src/runner/inputs.ts'
import { redact } from '../../src/token/redact.ts'
import { encodingsOf } from '../../src/token/token.ts'
import { errorOf } from '../expectations.ts'
import { asVariables, metadata } from '../runner.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()
const second = 'second-token-of-two'
const githubToken = 'ghs_0123456789abcdef'
const digest = '0123456789abcdef'.repeat(4)
const names = Object.keys(metadata().inputs)

const hasMeaningWhenEmpty = ['token', 'github-api-url', 'expected-organization', 'cli-sha256']
const others = names.filter((name) => !hasMeaningWhenEmpty.includes(name))

let printed = ''
beforeEach(() => {
  printed = ''
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += text
    return true
  })
})
afterEach(() => {
  jest.restoreAllMocks()
})

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
  test('the inputs are those of action.yml, in camelCase and with its defaults', () => {
    expect(Object.keys(read()).toSorted()).toEqual(names.map(property).toSorted())
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
  test.each(others)('an empty %s means its default', (name) => {
    expect(read({ [name]: '' })).toStrictEqual(read())
  })

  test.each(['expected-organization', 'cli-sha256'])('an unset variable in %s is an error', (name) => {
    expect(messageFor({ [name]: '' })).toMatch(new RegExp(`The input \`${name}\` is empty.*not set.*\`any\``))
  })
})

describe('a valid value', () => {
  const day = (text: string) => new Date(`${text}T00:00:00Z`)

  test.each([
    ['token', ` ${token}\n`, token],
    ['fallback-token', `\t${second}\r\n`, second],
    ['on-missing-token', 'SKIP', 'skip'],
    ['token-expires-on', '2028-02-29', day('2028-02-29')],
    ['expiry-warning-days', '3650', 3650],
    ['expected-organization', 'Ünïted Acme, Inc. (日本)', 'Ünïted Acme, Inc. (日本)'],
    ['cli-version', 'Latest', 'latest'],
    ['cli-version', 'v1.2.32-wdp', 'v1.2.32-wdp'],
    ['cli-version', '~1.2 || >=1.3 <2 || ^3', '~1.2 || >=1.3 <2 || ^3'],
    ['cli-path', 'C:\\Program Files\\choreo.exe', 'C:\\Program Files\\choreo.exe'],
    ['cli-sha256', `sha256:${digest.toUpperCase()}`, digest],
    ['github-token', githubToken, githubToken],
    ['github-url', 'HTTP://Mirror.Example:8080/github//', 'http://mirror.example:8080/github'],
    ['github-api-url', '', ''],
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
    ['token-expires-on', '31.12.2027', 'YYYY-MM-DD'],
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
    ['command', 'x'.repeat(65), 'letters, digits'],
    ['logout', '1', '`true` or `false`'],
    ['login-attempts', '0', '1 to 100'],
    ['timeout-seconds', '1e3', '1 to 86400'],
    ['timeout-seconds', '86401', '1 to 86400'],
  ])('of %s, "%s", is quoted with what is expected', (name, value, allowed) => {
    const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value
    expect(messageFor({ [name]: value })).toContain(`The input \`${name}\` is "${shown}". `)
    expect(messageFor({ [name]: value })).toContain(allowed)
  })

  test('of github-url never shows its password', () => {
    const message = messageFor({ 'github-url': 'https://octo:pass@word@mirror.example/path' })
    expect(message).toContain('The input `github-url` is "***@mirror.example/path".')
  })

  test.each([
    ['token', 'Bearer abcdef', 'starts with "Bearer"'],
    ['token', '$' + '{{ secrets.CHOREO_TOKEN }}', 'holds an expression that was not expanded'],
    ['token', githubToken, 'is a GitHub token'],
    ['fallback-token', "'abcdef'", 'has quotes around it'],
  ])('of %s, %s, is explained with words that no mask hides', (name, value, reason) => {
    const message = messageFor({ 'github-token': githubToken, [name]: value })
    expect(message).toContain(`The value of the input \`${name}\` ${reason}`)
    expect(redact(message, [value])).toBe(message)
  })

  test.each([token, second])('that contains the token %s is not quoted', (secret) => {
    const message = messageFor({ 'fallback-token': second, command: `my-${secret}` })
    expect(message).toMatch(/^The input `command` contains the token\. /)
  })
})

test('cli-sha256 is rejected beside cli-path', () => {
  expect(messageFor({ 'cli-path': '/opt/choreo', 'cli-sha256': digest })).toMatch(/`cli-sha256`.*`cli-path`/)
})

describe('masks', () => {
  test('cover every encoding of both tokens and the GitHub token, and nothing else is printed', () => {
    read({ 'fallback-token': second, 'github-token': githubToken })
    const secrets = [...encodingsOf(token), ...encodingsOf(second), githubToken]
    expect(printed).toBe(secrets.map((secret) => `::add-mask::${secret}\n`).join(''))
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
    expect(errorOf(main, token).message).toContain('`timeout-seconds` is "60s"')
    expect(main).toMatchObject({ log: [], state: {} })
    expect(main.stdout.startsWith(`::add-mask::${token}\n`)).toBe(true)
    expect(world.standIn.requests).toEqual([])
    expect((await job.post(main, world.inputs({ token }))).annotations).toEqual([])
  })

  test('with a token in the wrong input does not print it', async () => {
    for (const name of ['token', 'github-token']) {
      const inputs = world.inputs({ [name]: second, region: second })
      errorOf(await world.start().main(inputs), second)
    }
  })
})

// The inputs of action.yml: what is read, what is rejected with which message, what is masked.
import { describe, expect, test } from '@jest/globals'
import { readInputs, secretsOf, whyNoToken } from '../../src/inputs/inputs.ts'
import { maskSecrets } from '../../src/inputs/mask.ts'
import { encodingsOf, whyNotToken } from '../../src/token/token.ts'
import { expectFailedLogin, expectFailure } from '../expectations.ts'
import { captureOutput } from '../install/servers.ts'
import { asVariables, interpret, metadata } from '../runner.ts'
import { setUp, token } from '../set-up.ts'

const world = setUp()
const second = 'second-token-of-two'
const githubToken = 'ghs_0123456789abcdef'
const digest = '0123456789abcdef'.repeat(4)
const names = Object.keys(metadata().inputs)

const isErrorWhenEmpty = ['expected-organization', 'cli-sha256', 'cli-version', 'github-url']
const hasMeaningWhenEmpty = ['token', 'github-api-url', ...isErrorWhenEmpty]
const others = names.filter((name) => !hasMeaningWhenEmpty.includes(name))

const printed = captureOutput()

const read = (inputs: Readonly<Record<string, string>> = {}) =>
  readInputs(asVariables({ token, ...inputs }))

describe('without values from the user', () => {
  test('the inputs are those of action.yml, in camelCase and with its defaults', () => {
    const properties = names.map((name) =>
      name.replace(/-\w/g, (part) => part.charAt(1).toUpperCase()),
    )
    expect(Object.keys(read()).toSorted()).toEqual(properties.toSorted())
    expect(read()).toStrictEqual({
      token,
      fallbackToken: '',
      onMissingToken: 'fail',
      tokenExpiresOn: undefined,
      expiryWarningDays: 14,
      expectedOrganization: undefined,
      cli: 'choreo',
      cliVersion: 'latest',
      cliPath: '',
      cliSha256: 'release',
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

  test.each([
    ['expected-organization', 'any'],
    ['cli-sha256', 'release'],
    ['cli-version', 'latest'],
    ['github-url', 'https://github.com'],
  ])('an unset variable in %s is an error that names `%s`', (name, instead) => {
    const message = new RegExp(`^The input \`${name}\` is empty.*not set.*\`${instead}\``)
    expect(() => read({ [name]: '' })).toThrow(message)
  })
})

describe('a valid value', () => {
  test.each([
    ['token', ` ${token}\n`, { token }],
    ['on-missing-token', 'SKIP', { onMissingToken: 'skip' }],
    ['token-expires-on', '2028-02-29', { tokenExpiresOn: new Date('2028-02-29T00:00:00Z') }],
    ['expiry-warning-days', '3650', { expiryWarningDays: 3650 }],
    [
      'expected-organization',
      'Ünïted, Inc. (日本)',
      { expectedOrganization: 'Ünïted, Inc. (日本)' },
    ],
    ['expected-organization', 'Any', { expectedOrganization: undefined }],
    ['fallback-token', 'false', { fallbackToken: '' }],
    ['github-token', 'false', { githubToken: '' }],
    ['cli-version', 'Latest', { cliVersion: 'latest' }],
    ['cli-version', 'v1.2.32-wdp', { cliVersion: 'v1.2.32-wdp' }],
    ['cli-version', '~1.2 || >=1.3 <2 || ^3', { cliVersion: '~1.2 || >=1.3 <2 || ^3' }],
    ['cli-sha256', `sha256:${digest.toUpperCase()}`, { cliSha256: [digest] }],
    ['cli-sha256', `${digest}\n ${digest.toUpperCase()}`, { cliSha256: [digest, digest] }],
    ['cli-sha256', 'RELEASE', { cliSha256: 'release' }],
    ['cli-sha256', 'None', { cliSha256: 'none' }],
    [
      'github-url',
      'HTTP://Mirror.Example:8080/github//?x#y',
      // In its own spelling, which the runner masks.
      { githubUrl: 'HTTP://Mirror.Example:8080/github' },
    ],
    ['github-api-url', '', { githubApiUrl: '' }],
    ['region', 'us', { region: 'US' }],
    ['command', '_Choreo-2.x', { command: '_Choreo-2.x' }],
    ['command', 'x'.repeat(64), { command: 'x'.repeat(64) }],
    ['logout', 'False', { logout: false }],
    ['login-attempts', '1', { loginAttempts: 1 }],
    ['timeout-seconds', '86400', { timeoutSeconds: 86_400 }],
  ])('of %s is "%s"', (name, value, expected) => {
    expect(read({ [name]: value })).toStrictEqual({ ...read(), ...expected })
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
    ['cli-version', '..', '`latest`'],
    ['cli-version', '-x', '`latest`'],
    ['cli-version', '1'.repeat(129), '`latest`'],
    ['cli-sha256', digest.slice(1), '64 hexadecimal digits'],
    ['cli-sha256', `${digest}0`, '64 hexadecimal digits'],
    ['cli-sha256', digest.replace('f', 'g'), '64 hexadecimal digits'],
    // A prefix alone comes from an empty variable, and would switch the comparison off.
    ['cli-sha256', 'sha256:', '64 hexadecimal digits'],
    ['cli-sha256', 'any', '`release`, `none`'],
    ['cli-sha256', `${digest} none`, '64 hexadecimal digits'],
    ['github-url', 'github.com', 'http or https'],
    ['github-url', 'ftp://github.com', 'http or https'],
    ['github-url', 'https://a.example/\nb', 'http or https'],
    // What expressions give for conditions, contexts and masked values.
    ['expected-organization', 'false', '`a && b || c`'],
    ['cli-version', 'true', '`a && b || c`'],
    ['cli-path', 'Object', '`a && b || c`'],
    // The toolkit prints a path that it cannot look at.
    ['cli-path', '/etc/passwd/x\r::add-mask::x', 'path of an installed CLI'],
    ['cli-path', '/etc/passwd/#\u200b#[error]x', 'path of an installed CLI'],
    ['command', 'false', '`a && b || c`'],
    ['command', '***', '`a && b || c`'],
    ['region', 'false', '`a && b || c`'],
    ['region', 'DE', '`US` or `EU`'],
    ['cli-sha256', 'none\u200b', 'invisible character'],
    ['logout', 'false\u00ad', 'invisible character'],
    ['command', '.choreo', 'letters, digits'],
    ['command', 'a/b', 'letters, digits'],
    ['command', 'x'.repeat(65), 'letters, digits'],
    ['logout', '1', '`true` or `false`'],
    ['login-attempts', '0', '1 to 100'],
    ['timeout-seconds', '1e3', '1 to 86400'],
    ['timeout-seconds', '86401', '1 to 86400'],
  ])('of %s, "%s", is shown with what is expected', (name, value, allowed) => {
    // The runner masks a secret only where it is whole.
    const shown = value.length > 80 ? `has ${value.length} characters` : `is "${value}"`
    expect(() => read({ [name]: value })).toThrow(`The input \`${name}\` ${shown}. `)
    expect(() => read({ [name]: value })).toThrow(allowed)
  })

  test('of github-url with a password is not shown', () => {
    const url = 'https://octo:pass@word@mirror.example/path'
    expect(() => read({ 'github-url': url })).toThrow(
      /^The input `github-url` is not shown.*credentials\.$/,
    )
  })

  test('is named with every other one', () => {
    const bad = { region: 'DE', cli: 'bal', 'cli-version': '', token: 'Bearer abcdef' }
    const message = expect.stringMatching(
      /^The input `token` .*\n.*`cli` is "bal".*\n.*`cli-version` is empty.*\n.*`region` is "DE".*$/,
    )
    expect(() => read(bad)).toThrow(expect.objectContaining({ message }))
  })

  test.each([
    ['token', githubToken],
    ['fallback-token', "'abcdef'"],
    ['token', 'E'],
    ['fallback-token', '***'],
  ])('of %s, %s, is explained without being quoted', (name, value) => {
    const error = new Error(`The input \`${name}\` ${whyNotToken(value)}.`)
    expect(() => read({ 'github-token': githubToken, [name]: value })).toThrow(error)
  })

  test.each([token, second])('that contains the token %s is not quoted', (secret) => {
    const inputs = { 'fallback-token': second, command: `my-${secret}` }
    expect(() => read(inputs)).toThrow(/^The input `command` contains the token\. /)
  })

  test('that contains a refused token is not quoted', () => {
    const refused = 'Bearer abcdef'
    expect(() => read({ token: refused, region: refused })).toThrow(/`region` contains the token\./)
  })
})

test('a URL of 64,000 slashes is read at once', () => {
  const before = process.cpuUsage()
  const slashes = '/'.repeat(64_000)
  expect(read({ 'github-url': `https://mirror.example${slashes}a${slashes}` }).githubUrl).toMatch(
    /\/a$/,
  )
  expect(process.cpuUsage(before).user).toBeLessThan(1_000_000)
})

test('cli-sha256 is rejected beside cli-path', () => {
  expect(() => read({ 'cli-path': '/choreo', 'cli-sha256': digest })).toThrow(
    /`cli-sha256`.*`cli-path`/,
  )
})

test('github-token is rejected when it is too short for a mask', () => {
  expect(() => read({ 'github-token': 'Object' })).toThrow(/`github-token` has fewer than 8/)
})

test('a variable that only looks like an input is ignored', () => {
  const env = { ...asVariables({ token }), INPUT_CHOREO_TOKEN: token }
  expect(readInputs(env)).toStrictEqual(read())
})

test('a token that is `false` was not given', () => {
  const reasons = ['false', '', token].map((value) => whyNoToken(asVariables({ token: value })))
  expect(reasons).toEqual(['false', 'empty', undefined])
})

describe('masks', () => {
  test('cover every encoding of both tokens and the GitHub token, and nothing else is printed', () => {
    const inputs = { token, 'fallback-token': second, 'github-token': githubToken }
    maskSecrets(asVariables(inputs))
    const secrets = [...encodingsOf(token), ...encodingsOf(second), githubToken]
    expect(printed()).toBe(secrets.map((secret) => `::add-mask::${secret}\n`).join(''))
  })

  test('are printed also without a token, and when a value is invalid', () => {
    maskSecrets(asVariables({ token: '  ', 'fallback-token': 'Bearer abcdef' }))
    expect(printed()).toContain('::add-mask::Bearer abcdef\n')
  })

  test('cover a token of eight characters', () => {
    const env = asVariables({ token: '12345678' })
    maskSecrets(env)
    expect(printed()).toMatch(/^::add-mask::12345678\n/)
    expect(secretsOf(env)).toEqual(['12345678'])
  })

  // The runner masks each line of a value.
  test('cover the long lines of a value, and not those that would hide ordinary words', () => {
    const lines = 'E\r\n  the  \n\nfirst-part-of-it\nis'
    maskSecrets(asVariables({ token: lines, 'github-token': lines }))
    const { masks } = interpret(printed())
    expect(masks).toContain('first-part-of-it')
    expect(
      masks.flatMap((mask) => mask.split(/[\r\n]+/)).filter((one) => one.trim().length < 8),
    ).toEqual([])
  })

  // They would hide ordinary words of the log.
  test.each(['', 'E', 'false', 'Object', '1234567'])('are not printed for "%s"', (value) => {
    const env = asVariables({ token: value, 'fallback-token': value, 'github-token': value })
    maskSecrets(env)
    expect(printed()).toBe('')
    expect(secretsOf(env)).toEqual([])
  })
})

describe('a job', () => {
  test('with an invalid input sends no request, writes nothing, and prints one annotation', async () => {
    const job = world.start()
    world.standIn.clearRequests()
    const { message, main } = await expectFailedLogin(
      job,
      world.inputs({ token, 'timeout-seconds': '60s' }),
    )
    expect(message).toContain('`timeout-seconds` is "60s"')
    expect(main).toMatchObject({ log: [`##[error]${message}`], state: {} })
    expect(world.standIn.requests).toEqual([])
  })

  test.each(['>>1', '1.2 |=| 3'])(
    'with the version "%s", which is neither a tag nor a range, writes nothing either',
    async (version) => {
      const inputs = world.inputs({ token, 'cli-version': version })
      const { title, main } = await expectFailedLogin(world.start(), inputs)
      expect(title).toBe('Choreo: Invalid input')
      expect(main.state).toEqual({ session: '', loggedIn: '' })
    },
  )

  test('with several invalid inputs names all of them in one annotation', async () => {
    const { message } = await expectFailedLogin(
      world.start(),
      world.inputs({ token, region: 'DE', cli: 'bal', 'cli-version': '' }),
    )
    for (const name of ['region', 'cli', 'cli-version']) expect(message).toContain(`\`${name}\``)
  })

  test('with a token of several lines fails in words that no mask hides', async () => {
    const main = await world.start().main(world.inputs({ token: 'e\nis\nfirst-part-of-it' }))
    expect(expectFailure(main, 'first-part-of-it').message).toContain('The input `token` has white')
  })

  test('with a token of one letter fails in words that no mask hides', async () => {
    const main = await world.start().main(world.inputs({ token: 'e' }))
    expect(main).toMatchObject({ exitCode: 1, masks: [] })
    expect(main.annotations).toMatchObject([{ title: 'Choreo: Invalid input' }])
    expect(main.annotations[0]?.message).toContain('fewer than 8 characters')
  })

  test.each(['/etc/passwd/x\n::add-mask::a-word\nx', '/etc/passwd/##[error]x'])(
    'with a command for the runner in the path %j gives it none',
    async (path) => {
      const main = await world.start().main({ token, 'cli-path': path })
      expectFailure(main, token)
      expect(main.masks).not.toContain('a-word')
    },
  )

  test('with a token in the wrong input does not print it', async () => {
    for (const name of ['token', 'github-token']) {
      const inputs = world.inputs({ [name]: second, region: second })
      expectFailure(await world.start().main(inputs), second)
    }
  })
})

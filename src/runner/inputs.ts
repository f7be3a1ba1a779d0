// action.yml as one typed, readonly value. The only place that reads inputs, and the one that masks.
import { setSecret } from '@actions/core'
import type { CliName } from '../cli/distribution.ts'
import { forms, unicode, whyNoToken } from '../token/token.ts'

/** The inputs of action.yml: the same words, in camelCase, each known to be good. */
export interface Inputs {
  /** Empty when no token was given and `onMissingToken` is `skip`. */
  readonly token: string
  readonly fallbackToken: string
  readonly onMissingToken: 'fail' | 'skip'
  /** The day at whose end the token expires, at midnight UTC, or undefined. */
  readonly tokenExpiresOn: Date | undefined
  /** Days. */
  readonly expiryWarningDays: number
  readonly expectedOrganization: string
  readonly cli: CliName
  readonly cliVersion: string
  readonly cliPath: string
  /** Lower-case hexadecimal, or empty. */
  readonly cliSha256: string
  readonly githubToken: string
  /** Without a slash at its end. */
  readonly githubUrl: string
  /** Without a slash at its end; empty: there is no API. */
  readonly githubApiUrl: string
  readonly region: '' | 'US' | 'EU'
  readonly command: string
  readonly isolate: boolean
  readonly logout: boolean
  readonly loginAttempts: number
  readonly timeoutSeconds: number
  readonly summary: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads, masks and checks every input.
 *
 * @param env the environment of the step
 * @returns the inputs
 * @throws Error that names the first bad input, quotes its value (never a token) and says what is allowed
 */
export function readInputs(env: Environment): Inputs {
  const tokens = readTokens(env)
  const read = readerOf(env)
  if (read('github-token') !== '') setSecret(read('github-token'))
  refuseMisplaced(tokens, env)
  refuseDigestOfNothing(read('cli-path'), read('cli-sha256'))

  const cli = oneOf('cli', read('cli'), ['choreo', 'wdp'])
  return {
    token: token('token', read('token')),
    fallbackToken: token('fallback-token', read('fallback-token')),
    onMissingToken: oneOf('on-missing-token', read('on-missing-token'), ['fail', 'skip']),
    tokenExpiresOn: day('token-expires-on', read('token-expires-on')),
    expiryWarningDays: count('expiry-warning-days', read('expiry-warning-days'), 14, 3650),
    expectedOrganization: organization(read('expected-organization')),
    cli,
    cliVersion: version(read('cli-version')),
    cliPath: read('cli-path'),
    cliSha256: digest(read('cli-sha256')),
    githubToken: read('github-token'),
    githubUrl: address('github-url', read('github-url') || 'https://github.com'),
    githubApiUrl: address('github-api-url', read('github-api-url')),
    region: oneOf('region', read('region'), ['', 'US', 'EU']),
    command: command(read('command') || cli),
    isolate: yesOrNo('isolate', read('isolate')),
    logout: yesOrNo('logout', read('logout')),
    loginAttempts: count('login-attempts', read('login-attempts'), 3, 100),
    timeoutSeconds: count('timeout-seconds', read('timeout-seconds'), 60, 86_400),
    summary: yesOrNo('summary', read('summary')),
  }
}

/** Lists the tokens that were given: what nothing may show or keep. */
export function tokensOf({ token, fallbackToken }: Inputs): readonly string[] {
  return [token, fallbackToken].filter((value) => value !== '')
}

/**
 * Reads the tokens alone. Post does, which looks for them in what the job leaves behind.
 *
 * @param env the environment of a step, main's or post's
 * @returns the tokens that were given, masked
 */
export function readTokens(env: Environment): readonly string[] {
  const tokens = ['token', 'fallback-token'].map(readerOf(env)).filter((value) => value !== '')
  tokens.forEach(mask)
  return tokens
}

/**
 * Lists what no message may show, good or bad: people put a token into the wrong input.
 *
 * @param env the environment of the step
 */
export function secretsIn(env: Environment): readonly string[] {
  return ['token', 'fallback-token', 'github-token']
    .map(readerOf(env))
    .filter((value) => value !== '')
}

function readerOf(env: Environment): (name: string) => string {
  return (name) => env[`INPUT_${name.toUpperCase()}`]?.trim() ?? ''
}

/** Reads the only input of the early log-out: a session's directory, or nothing for all of them. */
export function readSession(env: Environment): string {
  return env['INPUT_SESSION']?.trim() ?? ''
}

// The runner hides the usual encodings of a secret by itself, but not, for one, what `echo | base64`
// makes of it: every form is registered.
function mask(value: string): void {
  if (value !== '') forms(value).forEach(setSecret)
}

// What another input holds ends up in the log, in file names or in requests.
function refuseMisplaced(tokens: readonly string[], env: Environment): void {
  const names = Object.keys(env).filter((name) => /^INPUT_(?!(FALLBACK-)?TOKEN$)/.test(name))
  const found = names.find((name) =>
    tokens.some((token) => token.length >= shortestSecret && env[name]?.includes(token)),
  )
  if (found === undefined) return
  throw new Error(
    `The input \`${found.slice('INPUT_'.length).toLowerCase()}\` holds the token, which belongs into the input \`token\` alone. ` +
      'Correct the workflow.',
  )
}

// Whoever pins a digest believes that it is compared with something.
function refuseDigestOfNothing(cliPath: string, cliSha256: string): void {
  if (cliPath === '' || cliSha256 === '') return
  throw new Error(
    'The input `cli-sha256` is the digest of a release archive, and with `cli-path` none is downloaded. Leave one of the two out.',
  )
}

// A shorter token, which no service makes, can be part of an ordinary value.
const shortestSecret = 8

function token(name: string, value: string): string {
  const reason = whyNoToken(value)
  if (reason !== undefined) throw new Error(`The value of the input \`${name}\` ${reason}.`)
  return value
}

function oneOf<const T extends string>(
  name: string,
  value: string,
  allowed: readonly [T, ...T[]],
): T {
  if (value === '') return allowed[0]
  const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase())
  if (found !== undefined) return found
  const words = allowed.filter((one) => one !== '').map((one) => `\`${one}\``)
  throw badInput(name, value, `Allowed is ${words.join(' or ')}.`)
}

function yesOrNo(name: string, value: string): boolean {
  return oneOf(name, value, ['true', 'false']) === 'true'
}

function count(name: string, value: string, ifEmpty: number, most: number): number {
  if (value === '') return ifEmpty
  const number = /^\d{1,9}$/.test(value) ? Number(value) : 0
  if (number >= 1 && number <= most) return number
  throw badInput(name, value, `Allowed is a whole number from 1 to ${most}.`)
}

function day(name: string, value: string): Date | undefined {
  if (value === '') return undefined
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : Number.NaN)
  // The calendar rolls the 30th of February over to March: only a real date comes back as it was.
  if (!Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value)) return date
  throw badInput(name, value, 'Allowed is a date that exists, as YYYY-MM-DD.')
}

function organization(value: string): string {
  if (/^[ -~]{0,200}$/.test(value)) return value
  if (unicode('^[^\\p{C}\\p{Zl}\\p{Zp}]{0,200}$').test(value)) return value
  throw badInput(
    'expected-organization',
    value,
    'Allowed is the handle, name or id of an organization: at most 200 characters on one line.',
  )
}

function version(value: string): string {
  if (value === '' || value.toLowerCase() === 'latest') return 'latest'
  if (/^[\w.+~^<>=|*-][\w.+~^<>=|* -]{0,127}$/.test(value)) return value
  throw badInput(
    'cli-version',
    value,
    'Allowed is `latest`, a tag such as `v1.2.33`, a version such as `1.2.33`, or a range such as `1.x`, `~1.2` or `<2`.',
  )
}

function digest(value: string): string {
  if (value === '') return ''
  const hex = value.toLowerCase().replace(/^sha256:/, '')
  if (/^[0-9a-f]{64}$/.test(hex)) return hex
  throw badInput('cli-sha256', value, 'Allowed is a SHA-256 digest: 64 hexadecimal digits.')
}

function address(name: string, value: string): string {
  if (value === '') return ''
  const url = URL.parse(value)
  if (
    url !== null &&
    /^https?:$/.test(url.protocol) &&
    url.username === '' &&
    url.password === ''
  ) {
    return url.href.replace(/[?#].*$/, '').replace(/\/+$/, '')
  }
  throw badInput(
    name,
    value.replace(/^[\s\S]*@/, '***@'),
    'Allowed is an http or https URL without credentials.',
  )
}

const notForCommands = (
  'alias bg bind break builtin call case cd chdir cls command continue copy declare del dir dirs do ' +
  'done echo elif else enable endlocal erase esac eval exec exit export false fc fg fi for function ' +
  'getopts goto hash help history if in jobs kill let local logout md mkdir move newgrp path pause ' +
  'popd printf prompt pushd pwd rd read readonly ren rename return rmdir select set setlocal shift ' +
  'shopt source start suspend test then time times title trap true type typeset ulimit umask ' +
  'unalias unset until ver vol wait while con prn aux nul'
).split(' ')

function command(value: string): string {
  const [word = ''] = value.toLowerCase().split('.', 1)
  if (notForCommands.includes(word) || /^(com|lpt)\d$/.test(word)) {
    throw badInput(
      'command',
      value,
      'Shells or Windows keep this name for themselves, so later steps could not call it. Allowed is any other name.',
    )
  }
  if (/^[A-Za-z0-9_][A-Za-z0-9._-]{0,63}$/.test(value)) return value
  throw badInput(
    'command',
    value,
    'Allowed is a plain file name: letters, digits, `.`, `_` and `-`, not starting with `.` or `-`.',
  )
}

function badInput(name: string, value: string, allowed: string): Error {
  const shown = value.length > 80 ? `${value.slice(0, 80)}…` : value
  return new Error(`The input \`${name}\` is "${shown}". ${allowed}`)
}

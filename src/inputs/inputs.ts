// The inputs of action.yml as one typed, readonly value. The only file that reads and masks inputs.
import { setSecret } from '@actions/core'
import type { CliName } from '../cli/distributions.ts'
import type { Environment } from '../runner/machine.ts'
import { titledError } from '../runner/titled-error.ts'
import { encodingsOf } from '../token/token.ts'
import * as parse from './values.ts'

/** The inputs, each valid. */
export interface Inputs {
  readonly token: string
  /** Empty: there is none. */
  readonly fallbackToken: string
  readonly onMissingToken: 'fail' | 'skip'
  /** Midnight UTC at the start of the token's last day. */
  readonly tokenExpiresOn: Date | undefined
  readonly expiryWarningDays: number
  /** Empty: not checked. */
  readonly expectedOrganization: string
  readonly cli: CliName
  readonly cliVersion: string
  readonly cliPath: string
  readonly cliSha256: parse.CliSha256
  readonly githubToken: string
  /** Without a trailing slash. */
  readonly githubUrl: string
  /** Without a trailing slash. Empty: no metadata is read. */
  readonly githubApiUrl: string
  readonly region: '' | 'US' | 'EU'
  readonly command: string
  readonly logout: boolean
  readonly loginAttempts: number
  readonly timeoutSeconds: number
  readonly summary: boolean
}

/**
 * Reads, masks and validates every input.
 *
 * @throws Error that names the first bad input, quotes its value (never a token) and says what is expected
 */
export function readInputs(env: Environment): Inputs {
  const tokens = readTokens(env)
  const value = (name: string) => inputOf(env, name)
  if (value('github-token') !== '') setSecret(value('github-token'))
  const token = parse.token('token', value('token'))
  const fallbackToken = parse.token('fallback-token', value('fallback-token'))
  refuseTokensElsewhere(env, tokens)

  const cli = parse.oneOf('cli', value('cli'), ['choreo', 'wdp'])
  return {
    token,
    fallbackToken,
    onMissingToken: readOnMissingToken(env),
    tokenExpiresOn: parse.date('token-expires-on', value('token-expires-on')),
    expiryWarningDays: parse.count('expiry-warning-days', value('expiry-warning-days'), 14, 3650),
    expectedOrganization: parse.organization(value('expected-organization')),
    cli,
    cliVersion: parse.version(value('cli-version')),
    cliPath: value('cli-path'),
    cliSha256: parse.sha256(value('cli-sha256'), value('cli-path')),
    githubToken: value('github-token'),
    githubUrl: parse.url('github-url', value('github-url') || 'https://github.com'),
    githubApiUrl: parse.url('github-api-url', value('github-api-url')),
    region: parse.oneOf('region', value('region'), ['', 'US', 'EU']),
    command: parse.command(value('command') || cli),
    logout: parse.flag('logout', value('logout')),
    loginAttempts: parse.count('login-attempts', value('login-attempts'), 3, 100),
    timeoutSeconds: parse.count('timeout-seconds', value('timeout-seconds'), 60, 86_400),
    summary: parse.flag('summary', value('summary')),
  }
}

/** Reads what to do without a token. A run that gets no secrets may get no variables for other inputs either. */
export function readOnMissingToken(env: Environment): 'fail' | 'skip' {
  return parse.oneOf('on-missing-token', inputOf(env, 'on-missing-token'), ['fail', 'skip'])
}

export function hasToken(env: Environment): boolean {
  return inputOf(env, 'token') !== ''
}

/** Lists the tokens that were given. */
export function tokensOf({ token, fallbackToken }: Inputs): readonly string[] {
  return [token, fallbackToken].filter((value) => value !== '')
}

/**
 * Reads and masks the tokens.
 *
 * The runner masks the usual encodings of a secret by itself, but not, for example, the output of
 * `echo | base64`. So each encoding is registered.
 */
export function readTokens(env: Environment): readonly string[] {
  const tokens = inputsOf(env, ['token', 'fallback-token'])
  for (const form of tokens.flatMap(encodingsOf)) setSecret(form)
  return tokens
}

/** Lists what no message may show, valid or not: people put tokens into the wrong input. */
export function secretsIn(env: Environment): readonly string[] {
  return inputsOf(env, ['token', 'fallback-token', 'github-token'])
}

/** Whether the job summary is wanted, as far as the inputs can be read. */
export function wantsSummary(env: Environment): boolean {
  return inputOf(env, 'summary').toLowerCase() !== 'false'
}

/**
 * Reads the input of the early log-out: a session's directory, or `all`.
 *
 * @throws Error when it is empty: an output of a login that was skipped would close all sessions
 */
export function readSession(env: Environment): string {
  const session = inputOf(env, 'session')
  if (session !== '') return session
  throw titledError(
    'Invalid input',
    'The input `session` is empty: the login whose output it reads has not logged in. Expected `all`, or the output `session` of a login.',
  )
}

function inputsOf(env: Environment, names: readonly string[]): string[] {
  return names.map((name) => inputOf(env, name)).filter((value) => value !== '')
}

function inputOf(env: Environment, name: string): string {
  return env[`INPUT_${name.toUpperCase()}`]?.trim() ?? ''
}

// A shorter token, which no service issues, can be part of an ordinary value.
const shortestSecret = 8

// Values of other inputs appear in logs, file names and requests.
function refuseTokensElsewhere(env: Environment, tokens: readonly string[]): void {
  const names = Object.keys(env).filter((name) => /^INPUT_(?!(FALLBACK-)?TOKEN$)/.test(name))
  const found = names.find((name) =>
    tokens.some((token) => token.length >= shortestSecret && env[name]?.includes(token)),
  )
  if (found === undefined) return
  const input = found.slice('INPUT_'.length).toLowerCase()
  throw titledError(
    'Invalid input',
    `The input \`${input}\` contains the token. Use the token in \`token\` and \`fallback-token\` only.`,
  )
}
